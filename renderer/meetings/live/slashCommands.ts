import { foldText } from '../../../shared/rules/fold.ts';
import type { RecordKind } from '../words/schema.ts';

/** What `/` offers inside the minutes. */
export const slashCommands = [
  'assign',
  'vote',
  'speech',
  'decision',
  'nextItem',
  'block',
  'speaker',
  'heard',
  'attached',
  'information',
  'dissent',
  'noQuorum',
  'break',
  'chair',
  'history',
  'removeRecord',
] as const;
export type SlashCommand = (typeof slashCommands)[number];

/** Where a command makes sense; everywhere unless named. */
const onlyIn: Partial<Record<SlashCommand, readonly RecordKind[]>> = {
  assign: ['decision'],
  vote: ['decision'],
  information: ['decision'],
  dissent: ['decision'],
  noQuorum: ['decision'],
  speaker: ['heard', 'speech'],
  attached: ['heard', 'speech'],
};

/** Only while the meeting is in session. */
const live: readonly SlashCommand[] = ['nextItem', 'break'];

/** Keys that do the same without the list. */
export const slashKeys: Partial<Record<SlashCommand, string>> = {
  speech: 'Ctrl+Enter',
  decision: 'Ctrl+Shift+D',
  nextItem: 'Ctrl+Down',
  break: 'F8',
};

// Every word is understood in every language of the interface: minutes are written in the language of the meeting.
const typedFor: Record<SlashCommand, string> = {
  assign: 'доручення доручити assignment assign pavedimas pavesti uzdevums uzdot',
  vote: 'голосування голоси vote balsavimas balsuoti balsošana balsot',
  speech: 'виступ speech pasisakymas uzstāšanās',
  decision: 'рішення decision resolved nutarimas nutarta lēmums nolemj',
  nextItem: 'наступне next kitas nākamais',
  block: 'типова текст phrase block frazė tipinė frāze tipveida',
  speaker: 'промовець speaker kalbėtojas runātājs',
  heard: 'слухали heard report svarstyta pranešimas ziņo ziņojums',
  attached: 'додається attached pridedama pievienots',
  information: 'відома інформація information susipažinti zināšanai informācija',
  dissent: 'окрема незгода dissent atskiroji atsevišķais',
  noQuorum: 'кворум підстава quorum reason kvorumas priežastis kvorums iemesls',
  break: 'перерва тривога break pause alarm pertrauka pārtraukums trauksme',
  chair: 'головує chair pirmininkauja vada vadītājs',
  history: 'історія history istorija vēsture',
  removeRecord: 'вилучити прибрати remove delete šalinti dzēst',
};

const folded = new Map(slashCommands.map((command) => [command, foldText(typedFor[command]).split(' ')]));

/** Keys of the Ukrainian layout and what stands on them in the Latin one: a command typed in the wrong layout is meant all the same. */
const pairs: Record<string, string> = Object.fromEntries(
  [...'йцукенгшщзхїфівапролджєячсмитьбю'].map((letter, index) => [
    letter,
    "qwertyuiop[]asdfghjkl;'zxcvbnm,."[index] ?? '',
  ]),
);
const back = Object.fromEntries(Object.entries(pairs).map(([cyrillic, latin]) => [latin, cyrillic]));

const otherLayout = (text: string): string =>
  [...text.toLowerCase()].map((char) => pairs[char] ?? back[char] ?? char).join('');

const begins = (words: readonly string[], typed: string): boolean => words.some((word) => word.startsWith(typed));

export type SlashPlace = { kind: RecordKind; inSession: boolean; quorum: boolean };

const fits = (command: SlashCommand, { kind, inSession, quorum }: SlashPlace): boolean => {
  if (onlyIn[command]?.includes(kind) === false) return false;
  if (command === 'noQuorum' && quorum) return false;
  return inSession || !live.includes(command);
};

/** The first ones are offered before anything is typed; the rest are found by their words. */
const offeredFirst = 8;

/** Commands for what was typed behind `/`, in any of the four languages and in either layout of the keyboard. */
export const findCommands = (query: string, place: SlashPlace): SlashCommand[] => {
  const possible = slashCommands.filter((command) => fits(command, place));
  const typed = foldText(query);
  if (typed === '') return possible.slice(0, offeredFirst);
  const mistyped = foldText(otherLayout(query));
  const found = (wanted: string): SlashCommand[] =>
    possible.filter((command) => begins(folded.get(command) ?? [], wanted));
  const direct = found(typed);
  const meant = direct.length > 0 ? direct : found(mistyped);
  if (meant.length === 0) return [];
  // what was meant comes first; the others stay at hand until the list has four
  const others = possible.filter((command) => !meant.includes(command));
  return [...meant, ...others.slice(0, Math.max(0, 4 - meant.length))];
};
