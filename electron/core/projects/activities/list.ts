import type { ActivitiesFilter, ActivityRow } from '../../../../shared/contract/activityViews.ts';
import { today, type IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { activityKinds, activityStatuses } from '../../../../shared/vocabulary.ts';
import { textOrderKey } from '../../decisions/register/orderKeys.ts';
import { namesLanguage } from '../../directory/namesLanguage.ts';
import { codesWithin, territoriesHaving, territoryByCode } from '../../directory/territories.ts';
import { requireDay, requireOrder } from '../../meetings/checks.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import { activityVersion } from './entries.ts';
import { readRows } from './rows.ts';

type Filter = Omit<ActivitiesFilter, 'offset' | 'limit'>;
/** A condition on `activity_entry e` and the values of its question marks. */
interface Condition {
  sql: string;
  values: (string | number)[];
}

const mostWords = 20;

const idList = (text: string | null | undefined): string[] => (text ? text.split(',') : []);

const isLate = "(e.status IN ('planned', 'postponed') AND coalesce(e.plannedUntil < ?, 0))";

function stateCondition(states: Filter['states'], day: IsoDay): Condition {
  const parts = states.map((state): Condition => {
    if (state === 'late') return { sql: isLate, values: [day] };
    if (state === 'planned' || state === 'postponed')
      return { sql: `(e.status = ? AND coalesce(e.plannedUntil >= ?, 1))`, values: [state, day] };
    return { sql: 'e.status = ?', values: [state] };
  });
  return { sql: parts.map(({ sql }) => sql).join(' OR '), values: parts.flatMap(({ values }) => values) };
}

/** Takes place in a territory or below it; two letters mean a country. */
function placeCondition(resources: string, code: string): Condition {
  const codes = asList(codesWithin(resources, code));
  const inside =
    'e.id IN (SELECT p.activityId FROM json_each(?) j CROSS JOIN activity_place p ON p.territory = j.value AND p.removed = 0)';
  if (code.length !== 2) return { sql: inside, values: [codes] };
  return {
    sql: `${inside} OR e.id IN (SELECT activityId FROM activity_place WHERE country = ? AND territory = '' AND removed = 0)`,
    values: [codes, code],
  };
}

/** That a word stands in what the activity says, in its organiser's name or in the name of one of its territories. */
function wordCondition(reader: Reader, resources: string, word: string): Condition {
  const ways = ['instr(w.words, ?)'];
  const values: string[] = [word];
  const organisers = readAll<{ id: string; name: string }>(
    reader,
    `SELECT o.id, o.name || ' ' || o.shortName AS name FROM organisation o
     WHERE EXISTS (SELECT 1 FROM activity a WHERE a.organiserId = o.id)`,
  ).filter(({ name }) => foldText(name).includes(word));
  if (organisers.length > 0) {
    ways.push('w.id IN (SELECT a.id FROM json_each(?) j CROSS JOIN activity a ON a.organiserId = j.value)');
    values.push(asList(organisers.map(({ id }) => id)));
  }
  const territories = territoriesHaving(resources, word);
  if (territories.length > 0) {
    ways.push(
      'w.id IN (SELECT p.activityId FROM json_each(?) j CROSS JOIN activity_place p ON p.territory = j.value AND p.removed = 0)',
    );
    values.push(asList(territories));
  }
  return { sql: ways.join(' OR '), values };
}

/** What was found last: a page further down asks for the same words. Void after the next write. */
const found = new WeakMap<Reader['sqlite'], { version: number; text: string; ids: string }>();

/** The ids of all activities that have every word, as a list for SQL. */
function idsWithWords(reader: Reader, resources: string, words: readonly string[]): string {
  const version = activityVersion(reader);
  const text = words.join(' ');
  const known = found.get(reader.sqlite);
  if (known?.version === version && known.text === text) return known.ids;
  const conditions = words.map((word) => wordCondition(reader, resources, word));
  const all = readOne<{ all: string | null }>(
    reader,
    `SELECT group_concat(w.id) AS "all" FROM activity_words w WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`,
    ...conditions.flatMap(({ values }) => values),
  )?.all;
  const ids = asList(idList(all));
  found.set(reader.sqlite, { version, text, ids });
  return ids;
}

/** Throws `dayMalformed`, `endBeforeStart`. */
function conditionOf(reader: Reader, resources: string, filter: Filter, day: IsoDay): Condition {
  const { projectId, kinds, states, lineId, territory, organiserId, from, until, text } = filter;
  requireDay(from, 'from');
  requireDay(until, 'until');
  requireOrder(from, until, 'until');
  const all: Condition[] = [];
  const add = (sql: string, ...values: (string | number)[]) => void all.push({ sql, values });
  if (projectId !== null) add('e.projectId = ?', projectId);
  if (kinds.length > 0) add('e.kind IN (SELECT value FROM json_each(?))', asList(kinds));
  if (states.length > 0) all.push(stateCondition(states, day));
  if (lineId !== null) add('e.lineId = ?', lineId);
  if (organiserId !== null) add('e.organiserId = ?', organiserId);
  if (from !== null || until !== null) {
    const [first, last] = [from ?? '0000-01-01', until ?? '9999-12-31'];
    add(
      '(e.plannedFrom <= ? AND e.plannedUntil >= ?) OR (e.actualFrom <= ? AND e.actualUntil >= ?)',
      last,
      first,
      last,
      first,
    );
  }
  if (territory !== null && territory !== '') all.push(placeCondition(resources, territory));
  const words = [...new Set(foldText(text).split(' '))].filter((word) => word !== '').slice(0, mostWords);
  if (words.length > 0) add('e.id IN (SELECT value FROM json_each(?))', idsWithWords(reader, resources, words));
  if (all.length === 0) return { sql: '1', values: [] };
  return {
    sql: all.map(({ sql }) => `(${sql})`).join(' AND '),
    values: all.flatMap(({ values }) => values),
  };
}

const caseOf = (column: string, order: readonly string[]): string =>
  `CASE ${column} ${order.map((value, index) => `WHEN '${value}' THEN ${index}`).join(' ')} END`;

/** The order of print within a project, and projects as they were made. */
const printed = 'e.projectId, e.lineKey, e.sortKey, e.id';

/** What a list is sorted by: column, and whether what has nothing there stands last whichever way it runs. */
const sortColumns: Record<Exclude<Filter['sort']['by'], 'line' | 'place'>, { column: string; gaps: string | null }> = {
  planned: { column: 'e.plannedFrom', gaps: 'e.plannedFrom IS NULL' },
  actual: { column: 'e.actualFrom', gaps: 'e.actualFrom IS NULL' },
  title: { column: 'e.titleKey', gaps: null },
  kind: { column: caseOf('e.kind', activityKinds), gaps: null },
  status: { column: caseOf('e.status', activityStatuses), gaps: null },
  participants: { column: 'e.participants', gaps: 'e.participants IS NULL' },
};

function sortOf({ by, descending }: Filter['sort'], day: IsoDay): Condition {
  if (by === 'line' || by === 'place')
    return { sql: descending ? printed.replaceAll(/(?=,|$)/g, ' DESC') : printed, values: [] };
  const turn = descending ? ' DESC' : '';
  const { column, gaps } = sortColumns[by];
  // Late ones stand before those that are still to come.
  if (by === 'status')
    return { sql: `CASE WHEN ${isLate} THEN -1 ELSE ${column} END${turn}, e.plannedFrom, ${printed}`, values: [day] };
  return { sql: `${gaps === null ? '' : `${gaps}, `}${column}${turn}, ${printed}`, values: [] };
}

function orderOf({ sort, byLine }: Filter, day: IsoDay): Condition {
  const order = sortOf(sort, day);
  return byLine ? { ...order, sql: `e.projectId, e.lineKey, ${order.sql}` } : order;
}

const placeNames = new Map<string, string>();

/** What a territory is sorted by; the bundled list never changes. */
function placeName(resources: string, code: string, language: Language): string {
  const key = `${language} ${code}`;
  const known = placeNames.get(key);
  if (known !== undefined) return known;
  const name = textOrderKey(territoryByCode(resources, code, language)?.name ?? code);
  placeNames.set(key, name);
  return name;
}

/** Places of values in their order; what is empty comes last whichever way it runs. */
function ranksOf(values: Iterable<string>, descending: boolean): Map<string, number> {
  const order = [...new Set(values)].filter((value) => value !== '').toSorted();
  if (descending) order.reverse();
  return new Map([...order, ''].map((value, index) => [value, index]));
}

/** Ids by the name of the first territory, then by the place as it is written; those without any place come last. */
function idsByPlace(reader: Reader, resources: string, { sql, values }: Condition, filter: Filter): string[] {
  const language = namesLanguage(reader);
  const { descending } = filter.sort;
  const rows = readAll<{ id: string; line: string; territory: string; placeKey: string }>(
    reader,
    `SELECT e.id, ${filter.byLine ? "e.projectId || ' ' || e.lineKey" : "''"} AS line, e.territory, e.placeKey
     FROM activity_entry e WHERE ${sql}`,
    ...values,
  );
  const nameOf = (territory: string): string => (territory === '' ? '' : placeName(resources, territory, language));
  const lines = ranksOf(
    rows.map(({ line }) => line),
    false,
  );
  const names = new Map([...new Set(rows.map(({ territory }) => territory))].map((code) => [code, nameOf(code)]));
  const territories = ranksOf(names.values(), descending);
  const places = ranksOf(
    rows.map(({ placeKey }) => placeKey),
    descending,
  );
  // Where no territory is named, the place as it is written stands behind all that have one.
  return rows
    .map(({ id, line, territory, placeKey }) => ({
      id,
      line: lines.get(line) ?? 0,
      territory: territories.get(names.get(territory) ?? '') ?? 0,
      place: places.get(placeKey) ?? 0,
    }))
    .toSorted((a, b) => a.line - b.line || a.territory - b.territory || a.place - b.place)
    .map(({ id }) => id);
}

/** Ids of everything the filter finds, in its order. Throws `dayMalformed`, `endBeforeStart`. */
export function activityIds(reader: Reader, resources: string, filter: Filter, now: Date): string[] {
  const day = today(now);
  const where = conditionOf(reader, resources, filter, day);
  if (filter.sort.by === 'place') return idsByPlace(reader, resources, where, filter);
  const order = orderOf(filter, day);
  return idList(
    readOne<{ all: string | null }>(
      reader,
      `SELECT group_concat(id) AS "all" FROM (SELECT e.id FROM activity_entry e WHERE ${where.sql} ORDER BY ${order.sql})`,
      ...where.values,
      ...order.values,
    )?.all,
  );
}

/**
 * A page of the activities that the filter finds, with the number of all and the sum of their participants. The words
 * are looked for in title, place, organiser, the names of territories and the beginning of outcome and note. Throws `dayMalformed`,
 * `endBeforeStart`.
 */
export function listActivities(
  reader: Reader,
  resources: string,
  filter: ActivitiesFilter,
  now: Date,
): {
  total: number;
  rows: ActivityRow[];
  participants: number;
  lines: { lineId: string | null; count: number }[];
} {
  const day = today(now);
  const where = conditionOf(reader, resources, filter, day);
  const sums = readOne<{ total: number; participants: number }>(
    reader,
    `SELECT count(*) AS total, coalesce(sum(e.participants), 0) AS participants FROM activity_entry e WHERE ${where.sql}`,
    ...where.values,
  );
  const { offset, limit, sort, byLine } = filter;
  const order = orderOf(filter, day);
  const ids =
    sort.by === 'place'
      ? idsByPlace(reader, resources, where, filter).slice(offset, offset + limit)
      : readAll<{ id: string }>(
          reader,
          `SELECT e.id FROM activity_entry e WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
          ...where.values,
          ...order.values,
          limit,
          offset,
        ).map(({ id }) => id);
  const lines = byLine
    ? readAll<{ lineId: string | null; count: number }>(
        reader,
        `SELECT e.lineId, count(*) AS count FROM activity_entry e WHERE ${where.sql}
         GROUP BY e.projectId, e.lineKey ORDER BY e.projectId, e.lineKey`,
        ...where.values,
      )
    : [];
  return {
    total: sums?.total ?? 0,
    participants: sums?.participants ?? 0,
    rows: readRows(reader, resources, ids, day),
    lines,
  };
}
