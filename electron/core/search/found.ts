import type { SearchArea, SearchEntity } from '../../../shared/contract/search.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import { piecesOf } from './indexer.ts';
import type { Tier } from './order.ts';
import { readable, sourceOf, type SourceRow } from './sources.ts';

/** A text of the index with the record it is of. */
export interface Found {
  n: number;
  entity: SearchEntity;
  id: string;
  part: number;
}

/** A record that was found, with its text as people read it. */
export interface FoundRecord extends Found {
  area: SearchArea;
  tier: Tier;
  day: string | null;
  groupId: string | null;
  head: string;
  body: string;
}

/** The records of these places in the index, each once, in their order; of a file with its name before its pieces. */
export function recordsAt(reader: Reader, numbers: Iterable<number>): Found[] {
  const rows = readAll<Found>(
    reader,
    'SELECT t.n, t.entity, t.id, t.part FROM json_each(?) j CROSS JOIN search_text t ON t.n = j.value',
    JSON.stringify([...numbers]),
  );
  const seen = new Set<string>();
  return rows.filter(({ entity, id }) => {
    const key = `${entity} ${id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const attachmentRows = (reader: Reader, ids: readonly string[]): SourceRow[] =>
  readAll<SourceRow>(
    reader,
    `SELECT a.id, a.removed, NULL AS day, NULL AS groupId, a.name AS head, coalesce(f.text, '') AS body
     FROM json_each(?) j CROSS JOIN attachment a ON a.id = j.value LEFT JOIN search_file f ON f.sha256 = a.sha256`,
    asList(ids),
  );

/** Reads the texts of what was found; in the same order, without what is gone. */
export function readFound(reader: Reader, found: readonly Found[]): FoundRecord[] {
  const rows = new Map<string, SourceRow>();
  for (const entity of new Set(found.map((each) => each.entity))) {
    const ids = found.filter((each) => each.entity === entity).map(({ id }) => id);
    const source = sourceOf.get(entity);
    const list = source ? readAll<SourceRow>(reader, source.sql, asList(ids)) : attachmentRows(reader, ids);
    for (const row of list) if (row.removed === 0) rows.set(`${entity} ${row.id}`, row);
  }
  return found.flatMap((each) => {
    const row = rows.get(`${each.entity} ${each.id}`);
    if (!row) return [];
    const source = sourceOf.get(each.entity);
    const body = source ? readable(each.entity, row.body) : (piecesOf(row.body)[each.part] ?? '');
    return [
      {
        ...each,
        area: source?.area ?? ('files' as const),
        tier: source?.tier ?? 0,
        day: row.day,
        groupId: row.groupId,
        head: row.head.trim(),
        body: body.trim(),
      },
    ];
  });
}
