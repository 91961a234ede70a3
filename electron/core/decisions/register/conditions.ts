import type { RegisterFilter } from '../../../../shared/contract/decisionRegister.ts';
import { addDays, isIsoDay, startOfWeek, type IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { DecisionState } from '../../../../shared/rules/decisionStatus.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import { keysOf } from './derive.ts';
import { dayNumber, firstFinished, noDeadline, repeatNumber, statusNumber } from './stored.ts';

/** A condition on `register_entry e` and the values of its question marks. */
export interface Conditions {
  sql: string;
  values: (string | number)[];
}

/** Days that decide what the register shows: today, and the last day of its week. */
export interface RegisterDays {
  today: IsoDay;
  endOfWeek: IsoDay;
}

export const daysOf = (today: IsoDay): RegisterDays => ({ today, endOfWeek: addDays(startOfWeek(today), 6) });

const days = ['heldFrom', 'heldUntil', 'dueFrom', 'dueUntil'] as const;

/** Throws `dayMalformed`, `endBeforeStart`. */
export function requireFilter(filter: RegisterFilter) {
  for (const field of days) {
    const day = filter[field];
    if (day !== null && !isIsoDay(day)) throw new AppError('dayMalformed', { day }, field);
  }
  const { heldFrom, heldUntil, dueFrom, dueUntil } = filter;
  if (heldFrom !== null && heldUntil !== null && heldUntil < heldFrom)
    throw new AppError('endBeforeStart', {}, 'heldUntil');
  if (dueFrom !== null && dueUntil !== null && dueUntil < dueFrom) throw new AppError('endBeforeStart', {}, 'dueUntil');
}

const isOverdue = (today: IsoDay) => `(e.status < ${firstFinished} AND e.dueOn < ${dayNumber(today)})`;

/** Overdue follows from the day and is no status of its own: an open one that is overdue is not open any more. */
function stateCondition(states: readonly DecisionState[], today: IsoDay): string {
  const one = (state: DecisionState): string => {
    if (state === 'overdue') return isOverdue(today);
    const status = `e.status = ${statusNumber(state)}`;
    return state === 'open' || state === 'inProgress' ? `(${status} AND e.dueOn >= ${dayNumber(today)})` : status;
  };
  return states.map(one).join(' OR ');
}

interface Named {
  id: string;
  name: string;
}

/** Assignees of the directory whose names hold a word: organisations, and people. */
function namedWith(reader: Reader, word: string): { organisations: string[]; people: string[] } {
  const having = (rows: Named[]) => rows.filter(({ name }) => foldText(name).includes(word)).map(({ id }) => id);
  return {
    organisations: having(
      readAll<Named>(
        reader,
        `SELECT g.id, g.name || ' ' || g.shortName AS name FROM organisation g
         WHERE EXISTS (SELECT 1 FROM register_assignee a WHERE a.organisationKey = (SELECT n FROM register_key WHERE id = g.id))`,
      ),
    ),
    people: having(
      readAll<Named>(
        reader,
        `SELECT p.id, p.surname || ' ' || p.givenName || ' ' || p.patronymic AS name FROM person p
         WHERE EXISTS (SELECT 1 FROM assignee a WHERE a.personId = p.id)`,
      ),
    ),
  };
}

/**
 * The keys of entries where every word of the text stands in number, text or the names of assignees; null where the text
 * asks nothing. All rows are read: what a person types may stand in the middle of a word.
 */
export function entriesWithText(reader: Reader, text: string): number[] | null {
  const words = [...new Set(foldText(text).split(' '))].filter((word) => word !== '').slice(0, 20);
  if (words.length === 0) return null;
  const conditions = words.map((word): Conditions => {
    const { organisations, people } = namedWith(reader, word);
    const ways = ['instr(w.words, ?)'];
    const values: string[] = [word];
    if (organisations.length > 0) {
      ways.push(
        'w.n IN (SELECT a.n FROM json_each(?) j CROSS JOIN register_assignee a ON a.organisationKey = j.value)',
      );
      values.push(JSON.stringify(keysOf(reader, organisations)));
    }
    if (people.length > 0) {
      ways.push(
        `w.n IN (SELECT k.n FROM json_each(?) j CROSS JOIN assignee a ON a.personId = j.value AND a.removed = 0
           CROSS JOIN register_key k ON k.id = a.decisionId)`,
      );
      values.push(asList(people));
    }
    return { sql: ways.join(' OR '), values };
  });
  return numbersIn(
    readOne<{ all: string | null }>(
      reader,
      `SELECT group_concat(w.n) AS "all" FROM register_words w WHERE ${joined(conditions)}`,
      ...conditions.flatMap(({ values }) => values),
    )?.all,
  );
}

/** Numbers that SQLite has put together with commas: so they cross in a tenth of the time of as many rows. */
export const numbersIn = (text: string | null | undefined): number[] =>
  text ? (JSON.parse(`[${text}]`) as number[]) : [];

const joined = (conditions: readonly Conditions[]): string =>
  conditions.length === 0 ? '1' : conditions.map(({ sql }) => `(${sql})`).join(' AND ');

/**
 * What the filter asks of an entry but for its text, all of it together. Ids that nothing in the register has find nothing.
 * Throws `dayMalformed`, `endBeforeStart`.
 */
export function conditionsOf(reader: Reader, filter: RegisterFilter, { today }: RegisterDays): Conditions {
  requireFilter(filter);
  const all: Conditions[] = [];
  const add = (sql: string, ...values: (string | number)[]) => void all.push({ sql, values });
  const among = (column: string, ids: readonly string[]) => {
    const keys = keysOf(reader, ids);
    // A single key lets SQLite read the index in the order of the list.
    if (keys.length === 1 && keys[0] !== undefined) add(`${column} = ?`, keys[0]);
    else add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(keys));
  };
  if (filter.groupIds.length > 0) among('e.groupKey', filter.groupIds);
  if (filter.meetingId !== null) among('e.meetingKey', [filter.meetingId]);
  if (filter.organisationIds.length > 0)
    add(
      'e.n IN (SELECT a.n FROM json_each(?) j CROSS JOIN register_assignee a ON a.organisationKey = j.value)',
      JSON.stringify(keysOf(reader, filter.organisationIds)),
    );
  if (filter.states.length > 0) add(stateCondition(filter.states, today));
  if (filter.heldFrom !== null) add('e.heldOn >= ?', dayNumber(filter.heldFrom));
  if (filter.heldUntil !== null) add('e.heldOn > 0 AND e.heldOn <= ?', dayNumber(filter.heldUntil));
  if (filter.dueFrom !== null) add(`e.dueOn >= ? AND e.dueOn < ${noDeadline}`, dayNumber(filter.dueFrom));
  if (filter.dueUntil !== null) add('e.dueOn <= ?', dayNumber(filter.dueUntil));
  if (filter.repeating !== null) add(`e.repeat ${filter.repeating ? '<>' : '='} ${repeatNumber('none')}`);
  return { sql: joined(all), values: all.flatMap(({ values }) => values) };
}
