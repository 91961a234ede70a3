import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { isProvisional } from '../../../shared/rules/meetingLifecycle.ts';
import type { MeetingStatus } from '../../../shared/vocabulary.ts';
import { finder } from '../listing.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import { undecidedSql } from './signedApart.ts';

type StoredRow = Omit<MeetingRow, 'numberIsProvisional' | 'undecided'> & { undecided: number };

// Joins the directory and the decisions by SQL: a list must not ask once for each of its rows.
const columns = `m.id, m.groupId, g.name AS "group", m.kind, m.status, m.title, m.number, m.heldOn, m.startsAt, m.endsAt,
  m.place, (SELECT count(*) FROM agenda_item i WHERE i.meetingId = m.id AND i.removed = 0) AS items,
  (SELECT count(*) FROM agenda_item i JOIN decision d ON d.itemId = i.id
   WHERE i.meetingId = m.id AND i.removed = 0 AND d.removed = 0 AND d.kind = 'decision') AS decisions,
  ${undecidedSql} AS undecided`;
const tables = 'meeting m JOIN working_group g ON g.id = m.groupId';
const newestFirst = 'm.heldOn DESC NULLS FIRST, m.startsAt DESC, m.id DESC';

const asRow = (row: StoredRow): MeetingRow => ({
  ...row,
  numberIsProvisional: isProvisional(row.status),
  undecided: row.undecided === 1,
});

/** Rows of the list for these meetings, newest first. */
export const readRows = (reader: Reader, ids: readonly string[]): MeetingRow[] =>
  readAll<StoredRow>(
    reader,
    `SELECT ${columns} FROM ${tables} WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY ${newestFirst}`,
    asList(ids),
  ).map(asRow);

interface Filter {
  groupId: string | null;
  status: MeetingStatus | null;
}

/** The same question for every combination of filters, so that each is prepared once. */
function matching({ groupId, status }: Filter): { sql: string; values: string[] } {
  const conditions = ['m.removed = 0'];
  const values: string[] = [];
  if (groupId !== null) {
    conditions.push('m.groupId = ?');
    values.push(groupId);
  }
  if (status !== null) {
    conditions.push('m.status = ?');
    values.push(status);
  }
  return { sql: `FROM ${tables} WHERE ${conditions.join(' AND ')}`, values };
}

/**
 * A page of the list of meetings, the newest first, those without a day before all. `text` is looked for in title,
 * number, place and the group's name, whatever the case, accents and alphabets of its letters.
 */
export function listMeetings(
  reader: Reader,
  input: Filter & { text: string; offset: number; limit: number },
): { total: number; rows: MeetingRow[] } {
  const { sql, values } = matching(input);
  if (foldText(input.text) === '') {
    const total = readAll<{ total: number }>(reader, `SELECT count(*) AS total ${sql}`, ...values)[0]?.total ?? 0;
    const rows = readAll<StoredRow>(
      reader,
      `SELECT ${columns} ${sql} ORDER BY ${newestFirst} LIMIT ? OFFSET ?`,
      ...values,
      input.limit,
      input.offset,
    );
    return { total, rows: rows.map(asRow) };
  }
  const isMeant = finder(reader, input.text);
  const found = readAll<{ id: string; words: string }>(
    reader,
    `SELECT m.id, m.title || ' ' || m.number || ' ' || m.place || ' ' || g.name || ' ' || g.shortName AS words
     ${sql} ORDER BY ${newestFirst}`,
    ...values,
  ).filter(({ words }) => isMeant(words));
  const ids = found.slice(input.offset, input.offset + input.limit).map(({ id }) => id);
  return { total: found.length, rows: readRows(reader, ids) };
}
