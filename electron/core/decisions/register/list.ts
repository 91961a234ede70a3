import type { RegisterPage, RegisterQuery } from '../../../../shared/contract/decisionRegister.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { decisionStates } from '../../../../shared/rules/decisionStatus.ts';
import { collatorOf } from '../../listing.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import { conditionsOf, daysOf, entriesWithText, numbersIn } from './conditions.ts';
import { dayNumber, firstFinished, noDeadline } from './stored.ts';
import { registerVersion } from './version.ts';

export type ListQuery = Omit<RegisterQuery, 'offset' | 'limit'>;
export type ListGroup = RegisterPage['groups'][number];

/** Everything that a filter finds, in its order, by the keys of the register. */
export interface RegisterList {
  keys: number[];
  /** Where each group of rows begins, and what it is; empty without grouping. */
  groups: (ListGroup & { begins: number })[];
  counts: RegisterPage['counts'];
}

// What a query gives of each row, packed into one number: 50,000 numbers in one text cross from SQLite in a tenth of the
// time of 50,000 rows. Key × 2³, bits for unfinished, overdue, due this week; above 2²⁷ what it is grouped or sorted by.
const flagBits = 8;
const keyLimit = 2 ** 27;

/** Orders that an index of the table has. The others sort groups of equal ones over the order by deadline. */
const indexed = {
  due: 'e.dueOn, e.heldOn, e.n',
  held: 'e.heldOn, e.meetingKey, e.item, e.place, e.n',
  number: 'e.numberOrder, e.heldOn, e.n',
  text: 'e.textOrder, e.heldOn, e.n',
} as const;

const columnOf = { organisation: 'e.organisationKey', meeting: 'e.meetingKey', group: 'e.groupKey', notes: 'e.notes' };

const stateColumn = (today: number): string =>
  `CASE WHEN e.status < ${firstFinished} AND e.dueOn < ${today} THEN 0 ELSE e.status + 1 END`;

type Grouping = 'organisation' | 'meeting' | 'group' | 'state';
interface Bucket {
  key: string;
  title: string;
  number: string;
  heldOn: IsoDay | null;
}

/** What the groups of rows are called, by the number they have in the register. */
function titlesOf(reader: Reader, by: Grouping, numbers: readonly number[]): Map<number, Bucket> {
  if (by === 'state')
    return new Map(decisionStates.map((state, at) => [at, { key: state, title: '', number: '', heldOn: null }]));
  const list = JSON.stringify(numbers);
  const rows =
    by === 'meeting'
      ? readAll<Bucket & { n: number }>(
          reader,
          `SELECT k.n, m.id AS key, coalesce(nullif(m.title, ''), g.name) AS title, m.number, m.heldOn
           FROM json_each(?) j CROSS JOIN register_key k ON k.n = j.value JOIN meeting m ON m.id = k.id
             JOIN working_group g ON g.id = m.groupId`,
          list,
        )
      : readAll<Bucket & { n: number }>(
          reader,
          `SELECT k.n, x.id AS key, x.name AS title, '' AS number, NULL AS heldOn
           FROM json_each(?) j CROSS JOIN register_key k ON k.n = j.value
             JOIN ${by === 'group' ? 'working_group' : 'organisation'} x ON x.id = k.id`,
          list,
        );
  return new Map(rows.map(({ n, ...bucket }) => [n, bucket]));
}

/** The order of the groups: meetings the newest first, states as they are listed, others by name; nobody's last. */
function inOrder(by: Grouping, buckets: Map<number, Bucket>, numbers: readonly number[], language: Language): number[] {
  const compare = collatorOf(language).compare;
  const of = (n: number): Bucket => buckets.get(n) ?? { key: '', title: '', number: '', heldOn: null };
  return numbers.toSorted((a, b) => {
    if (by === 'state') return a - b;
    const [one, other] = [of(a), of(b)];
    if (by === 'meeting') return (other.heldOn ?? '').localeCompare(one.heldOn ?? '', 'en') || a - b;
    return Number(one.title === '') - Number(other.title === '') || compare(one.title, other.title) || a - b;
  });
}

/** Packed rows in an order that the table has, grouped or to be sorted by a column. */
function packedRows(
  reader: Reader,
  query: ListQuery,
  today: IsoDay,
  order: keyof typeof indexed,
  column: string,
): number[] {
  const days = daysOf(today);
  const { sql, values } = conditionsOf(reader, query.filter, days);
  const [now, week] = [dayNumber(today), dayNumber(days.endOfWeek)];
  const flags = `CASE WHEN e.status >= ${firstFinished} THEN 0 WHEN e.dueOn < ${now} THEN 3 WHEN e.dueOn <= ${week} THEN 5 ELSE 1 END`;
  const packed = readOne<{ all: string | null }>(
    reader,
    `SELECT group_concat(packed) AS "all" FROM (
       SELECT (${column}) * ${keyLimit} + e.n * ${flagBits} + ${flags} AS packed
       FROM register_entry e WHERE ${sql} ORDER BY ${indexed[order]})`,
    ...values,
  );
  return numbersIn(packed?.all);
}

const columnNumber = (packed: number): number => Math.floor(packed / keyLimit);
const keyOf = (packed: number): number => Math.floor((packed % keyLimit) / flagBits);
const hasFlag = (packed: number, flag: 1 | 2 | 4): boolean => ((packed % flagBits) & flag) !== 0;

/** Puts rows into buckets by their column, each in the order they came. */
function bucketsOf(rows: readonly number[]): Map<number, number[]> {
  const buckets = new Map<number, number[]>();
  for (const row of rows) {
    const number = columnNumber(row);
    const bucket = buckets.get(number);
    if (bucket) bucket.push(row);
    else buckets.set(number, [row]);
  }
  return buckets;
}

/** Rows in the order asked for, with what they are grouped by in their high bits. */
function sortedRows(reader: Reader, query: ListQuery, today: IsoDay, column: string, language: Language): number[] {
  const { by, descending } = query.sort;
  if (by === 'due' || by === 'held' || by === 'number' || by === 'text') {
    const rows = packedRows(reader, query, today, by, column);
    if (!descending) return rows;
    rows.reverse();
    return by === 'due' ? withoutDeadlineLast(reader, rows) : rows;
  }
  const own = by === 'state' ? stateColumn(dayNumber(today)) : columnOf[by];
  const buckets = bucketsOf(packedRows(reader, query, today, 'due', own));
  const numbers = [...buckets.keys()];
  const order =
    by === 'notes' ? numbers.toSorted((a, b) => a - b) : inOrder(by, titlesOf(reader, by, numbers), numbers, language);
  if (descending) order.reverse();
  const rows = order.flatMap((number) => buckets.get(number) ?? []);
  return column === '0' || column === own ? rows : regrouped(reader, rows, column);
}

/** The same rows with another column in their high bits. */
function regrouped(reader: Reader, rows: readonly number[], column: string): number[] {
  const packed = numbersIn(
    readOne<{ all: string | null }>(
      reader,
      `SELECT group_concat((${column}) * ${keyLimit} + e.n * ${flagBits}) AS "all" FROM register_entry e`,
    )?.all,
  );
  const columns = new Float64Array(packed.reduce((most, row) => Math.max(most, keyOf(row)), 0) + 1);
  for (const row of packed) columns[keyOf(row)] = columnNumber(row);
  return rows.map((row) => (columns[keyOf(row)] ?? 0) * keyLimit + (row % keyLimit));
}

/** Whichever way deadlines run, what has none stands behind. */
function withoutDeadlineLast(reader: Reader, rows: readonly number[]): number[] {
  const without = new Set(
    numbersIn(
      readOne<{ all: string | null }>(
        reader,
        `SELECT group_concat(n) AS "all" FROM register_entry WHERE dueOn = ${noDeadline}`,
      )?.all,
    ),
  );
  return [...rows.filter((row) => !without.has(keyOf(row))), ...rows.filter((row) => without.has(keyOf(row)))];
}

/** Those of the rows that have the words of the text. */
function withText(reader: Reader, rows: readonly number[], text: string): readonly number[] {
  const found = entriesWithText(reader, text);
  if (found === null) return rows;
  const marks = new Uint8Array(found.reduce((most, key) => Math.max(most, key), 0) + 1);
  for (const key of found) marks[key] = 1;
  return rows.filter((row) => marks[keyOf(row)] === 1);
}

/** What rows are grouped by. */
const groupColumn = (by: ListQuery['groupBy'], today: IsoDay): string =>
  by === 'none' ? '0' : by === 'state' ? stateColumn(dayNumber(today)) : columnOf[by];

function makeList(reader: Reader, query: ListQuery, all: readonly number[], language: Language): RegisterList {
  const by = query.groupBy;
  const rows = withText(reader, all, query.filter.text);
  const counts = { unfinished: 0, overdue: 0, dueThisWeek: 0 };
  for (const row of rows) {
    if (hasFlag(row, 1)) counts.unfinished += 1;
    if (hasFlag(row, 2)) counts.overdue += 1;
    if (hasFlag(row, 4)) counts.dueThisWeek += 1;
  }
  // Sorting by what is not grouped by leaves another column in the high bits, which nobody reads then.
  if (by === 'none') return { keys: rows.map(keyOf), groups: [], counts };
  const buckets = bucketsOf(rows);
  const numbers = [...buckets.keys()];
  const titles = titlesOf(reader, by, numbers);
  const keys: number[] = [];
  const groups = inOrder(by, titles, numbers, language).map((number) => {
    const own = buckets.get(number) ?? [];
    const begins = keys.length;
    for (const row of own) keys.push(keyOf(row));
    const bucket = titles.get(number) ?? { key: '', title: '', number: '', heldOn: null };
    return { ...bucket, count: own.length, overdue: own.filter((row) => hasFlag(row, 2)).length, begins };
  });
  return { keys, groups, counts };
}

/** The value under this name, made where it is not there; the few that were asked for last stay. */
function remembered<Value>(kept: Map<string, Value>, name: string, make: () => Value): Value {
  const value = kept.get(name) ?? make();
  kept.delete(name);
  kept.set(name, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return value;
}

interface Remembered {
  version: number;
  /** Packed rows of a filter without its text: typing asks for the same ones with every letter. */
  rows: Map<string, readonly number[]>;
  /** Whole lists: scrolling reads a page of one. */
  lists: Map<string, RegisterList>;
}

/** Void after the next write; gone with the connection. */
const kept = new WeakMap<Reader['sqlite'], Remembered>();
const mostKept = 4;

/**
 * Everything the query finds, in order: within groups where there are some. `language` orders names.
 * Throws `dayMalformed`, `endBeforeStart`.
 */
export function registerList(reader: Reader, query: ListQuery, today: IsoDay, language: Language): RegisterList {
  const version = registerVersion(reader.sqlite);
  let known = kept.get(reader.sqlite);
  if (known?.version !== version) kept.set(reader.sqlite, (known = { version, rows: new Map(), lists: new Map() }));
  const { rows, lists } = known;
  const { filter, sort, groupBy } = query;
  return remembered(lists, JSON.stringify([filter, sort, groupBy, today, language]), () => {
    const all = remembered(rows, JSON.stringify([{ ...filter, text: '' }, sort, groupBy, today, language]), () =>
      sortedRows(reader, query, today, groupColumn(groupBy, today), language),
    );
    return makeList(reader, query, all, language);
  });
}

/** The ids of decisions by their keys, in the same order. */
export function idsOf(reader: Reader, keys: readonly number[]): string[] {
  const ids = readOne<{ all: string | null }>(
    reader,
    `SELECT group_concat(id) AS "all" FROM (
       SELECT k.id FROM json_each(?) j CROSS JOIN register_key k ON k.n = j.value ORDER BY j.key)`,
    JSON.stringify(keys),
  );
  return ids?.all ? ids.all.split(',') : [];
}
