import type { ImportRemark } from '../../../../shared/contract/directory.ts';
import { addDays, type IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { currencyDigits, parseMoney, rateDigits } from '../../../../shared/rules/money.ts';
import { largestEntry, parseScaled } from '../../../../shared/rules/scaled.ts';
import { parseTypedDate } from '../../../../shared/rules/typedDates.ts';
import { valuesOf, type Change, type PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';

/** What a merged cell says for one row only, however many it spans: figures, which would be counted again, and names. */
const onceOnly: ReadonlySet<string> = new Set([
  'number',
  'title',
  'code',
  'document',
  'amount',
  'value',
  'people',
  'participants',
  'outcome',
  'note',
  'sex',
  'age',
  'ageBand',
  'key',
]);

const longestLine = 2_000;
const longestNote = 100_000;
const longTexts: ReadonlySet<string> = new Set(['note', 'outcome']);
/** Dates of Excel that came as bare numbers: 1954 to 2119. */
const [firstSerial, lastSerial] = [20_000, 80_000];
const serialStart = '1899-12-30';

// A date in a table has its year: «пт» and «15.12» are typed by people who look at a calendar.
const hasYear = /\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/u;
/** Begins as a formula does and is no number: `=cmd|…`, `+1+1`, `@SUM`. */
const formula = /^(?:[=@]|[+-](?![\d\s.,]*$))(?=\S)/u;

/** A number with something after its point or comma. */
const fine = /^[-−+]?\d[\d\s.,]*[.,]\d+$/u;

const quoted = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

export interface ReadingContext {
  today: IsoDay;
  language: Language;
}

const known = new WeakMap<ReadingContext, Map<string, IsoDay | null>>();

/** A table of thousands of rows says the same few hundred days over and over: each is read once in an import. */
function typedDay(typed: string, context: ReadingContext): IsoDay | null {
  const days = known.get(context) ?? new Map<string, IsoDay | null>();
  known.set(context, days);
  const found = days.get(typed);
  if (found !== undefined) return found;
  const day = hasYear.test(typed) ? parseTypedDate(typed, context) : null;
  days.set(typed, day);
  return day;
}

/** One row, read field by field; what cannot be read becomes a problem of the row, what is odd a note. */
export function readRow(row: TableRow, mapping: readonly (string | null)[], context: ReadingContext) {
  const problems: ImportRemark[] = [];
  const notes: ImportRemark[] = [];
  const blanked = new Set<number>();
  for (const [at, target] of mapping.entries()) {
    const line = row.merged?.[at];
    if (target === null || line === undefined) continue;
    const once = onceOnly.has(target);
    if (once) blanked.add(at);
    notes.push({ code: once ? 'cellMergedOnce' : 'cellMerged', params: { line }, column: target });
  }
  const cells = blanked.size === 0 ? row.cells : row.cells.map((cell, at) => (blanked.has(at) ? '' : cell));
  const values = valuesOf({ ...row, cells }, mapping);
  const isNumber = (target: string): boolean => {
    const own = mapping.flatMap((each, at) => (each === target ? [at] : []));
    return own.length === 1 && row.numbers?.includes(own[0] ?? -1) === true;
  };
  for (const [column, text] of Object.entries(values)) {
    const most = longTexts.has(column) ? longestNote : longestLine;
    if (text.length > most) problems.push({ code: 'textTooLong', params: { field: column, most }, column });
    if (formula.test(text)) notes.push({ code: 'formulaAsText', params: { text: quoted(text) }, column });
  }

  const problem = (code: string, column: string | null, params: ImportRemark['params'] = {}) => {
    problems.push({ code, params, column });
    return null;
  };
  const note = (code: string, column: string | null, params: ImportRemark['params'] = {}) => {
    notes.push({ code, params, column });
  };
  const text = (target: string): string => values[target] ?? '';
  const unread = (code: string, target: string): null => problem(code, target, { text: quoted(text(target)) });
  /** As people write it; of a cell that was a number the point is a point, also before three digits. */
  const figure = (target: string, decimal = isNumber(target)): string =>
    decimal && /^[-−+]?\d+[.,]\d{3}$/u.test(text(target)) ? `${text(target)}0` : text(target);

  return {
    line: row.line,
    values,
    problems,
    notes,
    text,
    problem,
    note,
    has: (target: string): boolean => values[target] !== undefined,
    /** What must be there. */
    required(target: string): string {
      if (text(target) === '') problem('cellEmpty', target);
      return text(target);
    },
    /** The code that a word stands for; null where there is none or it is not known. */
    word<Code extends string>(target: string, read: (text: string) => Code | null, unknown: string): Code | null {
      if (text(target) === '') return null;
      return read(text(target)) ?? unread(unknown, target);
    },
    day(target: string): IsoDay | null {
      if (text(target) === '') return null;
      const serial = /^\d{5}$/u.test(text(target)) ? Number(text(target)) : 0;
      if (serial >= firstSerial && serial <= lastSerial) return addDays(serialStart, serial);
      return typedDay(text(target), context) ?? unread('cellNoDay', target);
    },
    /** A whole number from 0 on. */
    count(target: string, most = 100_000_000): number | null {
      if (text(target) === '') return null;
      const found = parseScaled(figure(target), 0);
      return found !== null && found >= 0 && found <= most ? found : unread('cellNoCount', target);
    },
    /** A whole number of 10^−decimals. */
    scaled(target: string, decimals: number): number | null {
      if (text(target) === '') return null;
      const found = parseScaled(figure(target), decimals);
      if (found !== null && Math.abs(found) <= largestEntry) return found;
      if (found === null && !fine.test(figure(target).trim())) return unread('cellNoNumber', target);
      return found === null
        ? problem('valueFraction', target, { text: quoted(text(target)), digits: decimals })
        : problem('amountTooLarge', target);
    },
    /** Minor units of the currency. */
    money(target: string, currency: string): number | null {
      if (text(target) === '') return null;
      const found = parseMoney(figure(target), currency);
      if (found !== null && Math.abs(found) <= largestEntry) return found;
      if (found !== null) return problem('amountTooLarge', target);
      // A number, only a finer one than the currency has.
      const isFine = fine.test(
        figure(target)
          .replaceAll(/[^\d\s.,−-]/gu, '')
          .trim(),
      );
      const digits = currencyDigits(currency);
      return isFine
        ? problem('amountFraction', target, { text: quoted(text(target)), currency, digits })
        : unread('cellNoAmount', target);
    },
    /** Millionths; a rate has no thousands, so that its only point or comma is the decimal one. */
    rate(target: string): number | null {
      if (text(target) === '') return null;
      const found = parseScaled(figure(target, true), rateDigits);
      return found !== null && found > 0 && found <= 9_000_000_000_000 ? found : unread('cellNoNumber', target);
    },
    /** The row as planned: one with problems is refused, one that was there before in the file is left out. */
    planned<Fields>(
      fields: Fields,
      plan: { same: number | undefined; existing: { id: string; name: string } | null; changes: Change[] },
    ): PlannedRow<Fields> {
      const { same, existing, changes } = plan;
      const base = { line: row.line, values, problems, notes, changes, existing, fields };
      if (problems.length > 0) return { ...base, outcome: 'error', existing: null, changes: [] };
      if (same !== undefined) {
        problem('sameAsLine', null, { line: same });
        return { ...base, outcome: 'duplicate', existing: null, changes: [] };
      }
      if (existing === null) return { ...base, outcome: 'new' };
      return { ...base, outcome: changes.length > 0 ? 'update' : 'same' };
    },
  };
}

export type RowReader = ReturnType<typeof readRow>;

/** Remembers what a file has held already: the line where this was first, undefined when it is new. */
export function firstLines() {
  const seen = new Map<string, number>();
  return (key: string, line: number): number | undefined => {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    return before;
  };
}
