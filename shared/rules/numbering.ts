import type { IsoDay } from '../dates.ts';
import type { NumberingPeriod } from '../vocabulary.ts';

/**
 * How a group numbers its meetings, e.g. `{n}`, `{n}/{yyyy}`, `{yy}-{nn}`, `КР-{n:3}`. Tokens: `{n}` the running
 * number, `{nn}`/`{nnn}`… or `{n:3}` padded with zeros; `{yyyy}`, `{yy}`, `{mm}` of the meeting's day; `{term}` the
 * group's term; `{prefix}` the group's short name. Everything else is literal.
 */
export type NumberPattern = string;

export type NumberContext = {
  /** The running number within the period, from 1. */
  sequence: number;
  /** The day of the meeting. */
  day: IsoDay;
  term?: string | undefined;
  prefix?: string | undefined;
};

/** A meeting that holds a number. Cancelled meetings are listed when their number shall not be given again. */
export type TakenNumber = { sequence: number | null; period: string };

export type NumberPatternProblem =
  | 'numberPatternEmpty'
  | 'numberPatternTooLong'
  | 'numberPatternCharacter'
  | 'numberPatternBraces'
  | 'numberPatternUnknownToken'
  | 'numberPatternNoSequence'
  | 'numberPatternTwoSequences';

const maxPatternLength = 60;
const tokenPattern = /\{([^{}]*)\}/g;
const sequenceToken = /^(?:n{1,6}|n:[1-6])$/;
const plainTokens = new Set(['yyyy', 'yy', 'mm', 'term', 'prefix']);

const paddingOf = (token: string): number => (token.includes(':') ? Number(token.slice(2)) : token.length);

/** What is wrong with a pattern, as the code of its message; null when it can be used. */
export function validatePattern(pattern: NumberPattern): NumberPatternProblem | null {
  if (pattern.trim() === '') return 'numberPatternEmpty';
  if (pattern.length > maxPatternLength) return 'numberPatternTooLong';
  if (/\p{Cc}/u.test(pattern)) return 'numberPatternCharacter';
  if (/[{}]/.test(pattern.replaceAll(tokenPattern, ''))) return 'numberPatternBraces';
  const tokens = [...pattern.matchAll(tokenPattern)].map((match) => match[1] ?? '');
  if (tokens.some((token) => !sequenceToken.test(token) && !plainTokens.has(token))) return 'numberPatternUnknownToken';
  const sequences = tokens.filter((token) => sequenceToken.test(token)).length;
  if (sequences === 0) return 'numberPatternNoSequence';
  return sequences > 1 ? 'numberPatternTwoSequences' : null;
}

/**
 * The number as it is printed. An unknown token stays as it is written, so that a pattern that came from elsewhere
 * never stops a meeting.
 */
export function formatNumber(pattern: NumberPattern, { sequence, day, term, prefix }: NumberContext): string {
  return pattern.replaceAll(tokenPattern, (written, token: string) => {
    if (sequenceToken.test(token)) return String(sequence).padStart(paddingOf(token), '0');
    if (token === 'yyyy') return day.slice(0, 4);
    if (token === 'yy') return day.slice(2, 4);
    if (token === 'mm') return day.slice(5, 7);
    if (token === 'term') return term ?? '';
    return token === 'prefix' ? (prefix ?? '') : written;
  });
}

/** The period within which a number may stand once: the meeting's calendar year, or the group's term. */
export const periodOf = (kind: NumberingPeriod, day: IsoDay, term: string | null | undefined): string =>
  kind === 'year' ? day.slice(0, 4) : `term:${term ?? ''}`;

/**
 * The next running number of a period: one more than the highest that is taken, so that numbers grow with the planning
 * and none is given twice, in whatever order meetings are planned and cancelled.
 */
export function nextSequence(taken: readonly TakenNumber[], period: string): number {
  let highest = 0;
  for (const { sequence, period: of } of taken) {
    if (of === period && sequence !== null && Number.isSafeInteger(sequence)) highest = Math.max(highest, sequence);
  }
  return highest + 1;
}

export type NumberingRule = {
  pattern: NumberPattern;
  period: NumberingPeriod;
  term?: string | undefined;
  prefix?: string | undefined;
};

export type GivenNumber = { sequence: number; number: string; period: string };

/** The number for a meeting planned on `day`, given those that are taken. */
export function nextNumber(rule: NumberingRule, taken: readonly TakenNumber[], day: IsoDay): GivenNumber {
  const period = periodOf(rule.period, day, rule.term);
  const sequence = nextSequence(taken, period);
  return { sequence, period, number: formatNumber(rule.pattern, { ...rule, sequence, day }) };
}

/**
 * The number of a meeting that already has one, after its day or the group's pattern has changed, and at signing: it
 * keeps its place unless it has moved into another period or another meeting holds the same place.
 * @param others the numbers of the group's other meetings
 */
export function keepNumber(
  rule: NumberingRule,
  own: TakenNumber,
  others: readonly TakenNumber[],
  day: IsoDay,
): GivenNumber {
  const period = periodOf(rule.period, day, rule.term);
  const { sequence } = own;
  const free = !others.some((other) => other.period === period && other.sequence === sequence);
  if (sequence === null || own.period !== period || !free) return nextNumber(rule, others, day);
  return { sequence, period, number: formatNumber(rule.pattern, { ...rule, sequence, day }) };
}

/**
 * A decision's number: meeting/item.n, e.g. `7/3.1`; without the meeting's part while that has no number.
 * @param itemIndex place of the agenda item, from 1
 * @param n place of the decision under the item, from 1
 */
export const formatDecisionNumber = (meetingNumber: string | null, itemIndex: number, n: number): string =>
  `${meetingNumber === null || meetingNumber === '' ? '' : `${meetingNumber}/`}${itemIndex}.${n}`;

/**
 * Groups of records that bear the same number in the same period (after a merge two agencies may have given one number
 * twice); each group in the given order. Numbers are compared without regard to case and blanks; empty ones never match.
 */
export function findTwinNumbers<Holder extends { id: string; number: string; period: string }>(
  holders: readonly Holder[],
): Holder[][] {
  const byNumber = new Map<string, Holder[]>();
  for (const holder of holders) {
    const number = holder.number.toLocaleLowerCase('und').replaceAll(/\s+/gu, '');
    if (number === '') continue;
    const key = `${holder.period}\n${number}`;
    const group = byNumber.get(key);
    if (group === undefined) byNumber.set(key, [holder]);
    else group.push(holder);
  }
  return [...byNumber.values()].filter((group) => group.length > 1);
}
