import type { SearchResult } from '../../../../shared/contract/search.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import type { Command } from '../../../ui/window/commands.ts';
import type { SearchArea } from './conditions.ts';
import type { RecentPlace, RecentSearch } from './recent.ts';

/** A line of the palette that can be chosen. */
export type Entry = { key: string; disabled?: boolean } & (
  | { kind: 'command'; command: Command }
  | { kind: 'result'; result: SearchResult }
  | { kind: 'place'; place: RecentPlace }
  | { kind: 'search'; search: RecentSearch }
  | { kind: 'more' }
);

/** Lines under one heading; the last one, which reads on, has none. */
export type Section = { key: SearchArea | 'commands' | 'recent' | 'searches' | 'more'; entries: Entry[] };

/** Commands beside what was found; all of them stand behind `>`. */
const mostCommands = 4;

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);

/**
 * Commands in which each word typed begins a word: `нов зас` finds «Нове засідання», but no letter within a word does.
 * Those that are called so come before those that only belong to an area called so. The name of a record alone finds an act
 * with it only where nothing but commands is asked for.
 */
export function matchingCommands(commands: readonly Command[], typed: string, onlyCommands = false): Command[] {
  const words = wordsOf(typed.slice(0, 1000));
  if (words.length === 0) return [...commands];
  const fits = (text: string): boolean => {
    const begins = wordsOf(text);
    return words.every((word) => begins.some((begin) => begin.startsWith(word)));
  };
  const found = commands.filter(
    ({ label, group = '', about = '' }) => fits(`${label} ${group}`) && (onlyCommands || !fits(about)),
  );
  const rank = ({ label }: Command): number =>
    wordsOf(label).join(' ').startsWith(words.join(' ')) ? 0 : fits(label) ? 1 : 2;
  return found.toSorted((one, other) => rank(one) - rank(other));
}

const commandSection = (commands: readonly Command[]): Section => ({
  key: 'commands',
  entries: commands.map((command) => ({
    key: `command:${command.id}`,
    kind: 'command',
    command,
    disabled: command.disabled === true,
  })),
});

/** Everything the palette lists, in sections that are not empty. Areas stand in the order of their best result. */
export function sectionsOf(input: {
  commands: readonly Command[];
  results: readonly SearchResult[];
  hasMore: boolean;
  /** Nothing is typed: what was opened lately stands here. */
  recent: { places: readonly RecentPlace[]; searches: readonly RecentSearch[] } | null;
  onlyCommands: boolean;
}): Section[] {
  const { commands, results, hasMore, recent, onlyCommands } = input;
  const sections: Section[] = [];
  if (recent !== null) {
    sections.push({
      key: 'recent',
      entries: recent.places.map((place) => ({ key: `place:${place.address}`, kind: 'place', place })),
    });
    sections.push({
      key: 'searches',
      entries: recent.searches.map((search, index) => ({ key: `search:${index}`, kind: 'search', search })),
    });
  }
  sections.push(commandSection(onlyCommands || recent !== null ? commands : commands.slice(0, mostCommands)));
  const byArea = new Map<SearchArea, Entry[]>();
  for (const result of results) {
    const entry: Entry = { key: `${result.entity}:${result.id}`, kind: 'result', result };
    const entries = byArea.get(result.area);
    if (entries === undefined) byArea.set(result.area, [entry]);
    else entries.push(entry);
  }
  for (const [key, entries] of byArea) sections.push({ key, entries });
  if (hasMore) sections.push({ key: 'more', entries: [{ key: 'more', kind: 'more' }] });
  return sections.filter(({ entries }) => entries.length > 0);
}
