import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import { tokensOf, type Wanted } from './tokens.ts';

// A decision's number is its place: meeting/item.n. It is no field and changes when an item is moved, so it is not in the
// index; a query that looks like one is answered from the meetings that have the number.

const numberForm = (number: string): string => tokensOf(number)[0]?.form ?? '';

const mostMeetings = 400;

interface Parts {
  meeting: string;
  item: number;
  /** Null: any, the number is not typed to its end. */
  n: number | null;
}

function partsOf(wanted: Wanted): Parts | null {
  if (wanted.kind === 'phrase') return null;
  const full = /^(.+)·(\d{1,3})·(\d{1,3})$/u.exec(wanted.form);
  if (full?.[1] !== undefined) return { meeting: full[1], item: Number(full[2]), n: Number(full[3]) };
  const half = wanted.unfinished ? /^(.+)·(\d{1,3})$/u.exec(wanted.form) : null;
  return half?.[1] === undefined ? null : { meeting: half[1], item: Number(half[2]), n: null };
}

/** The decisions whose number this is (or, unfinished, begins), those of the newest meetings first. */
export function decisionsNumbered(reader: Reader, wanted: Wanted): string[] {
  const parts = partsOf(wanted);
  if (parts === null) return [];
  const meetings = readAll<{ id: string; number: string }>(
    reader,
    `SELECT m.id, m.number FROM search_names f JOIN search_text t ON t.n = f.rowid AND t.entity = 'meeting'
       JOIN meeting m ON m.id = t.id
     WHERE f.forms MATCH ? ORDER BY f.rowid LIMIT ?`,
    `"§meetings" AND "${parts.meeting}"`,
    mostMeetings,
  ).filter(({ number }) => numberForm(number) === parts.meeting);
  return readAll<{ id: string }>(
    reader,
    `SELECT id FROM (
       SELECT d.id, row_number() OVER (PARTITION BY d.itemId ORDER BY d.sortKey, d.id) AS n
       FROM (
         SELECT i.id, row_number() OVER (PARTITION BY i.meetingId ORDER BY i.sortKey, i.id) AS item
         FROM json_each(?) j CROSS JOIN agenda_item i ON i.meetingId = j.value WHERE i.removed = 0
       ) item JOIN decision d ON d.itemId = item.id
       WHERE item.item = ? AND d.removed = 0 AND d.kind = 'decision'
     ) WHERE ? IS NULL OR n = ?`,
    asList(meetings.map(({ id }) => id)),
    parts.item,
    parts.n,
    parts.n,
  ).map(({ id }) => id);
}

/** Numbers of decisions as the minutes print them, by id. */
export function numbersOfDecisions(reader: Reader, ids: readonly string[]): Map<string, string> {
  const rows = readAll<{ id: string; number: string; item: number; n: number; kind: string }>(
    reader,
    `SELECT d.id, d.kind, m.number,
       (SELECT count(*) FROM agenda_item x WHERE x.meetingId = i.meetingId AND x.removed = 0
          AND (x.sortKey, x.id) <= (i.sortKey, i.id)) AS item,
       (SELECT count(*) FROM decision x WHERE x.itemId = d.itemId AND x.removed = 0 AND x.kind = 'decision'
          AND (x.sortKey, x.id) <= (d.sortKey, d.id)) AS n
     FROM json_each(?) j CROSS JOIN decision d ON d.id = j.value JOIN agenda_item i ON i.id = d.itemId
       JOIN meeting m ON m.id = i.meetingId`,
    asList(ids),
  );
  return new Map(
    rows.flatMap(({ id, kind, number, item, n }) =>
      kind === 'decision' ? [[id, formatDecisionNumber(number, item, n)] as const] : [],
    ),
  );
}
