import { millisOf } from '../../../../shared/rules/clock.ts';
import { readAll, type Reader } from '../../statements.ts';

/** What of an agency's changes waits here: for its time (rule 4), or for a newer version of the program (rule 5). */
export interface SetAside {
  reason: 'ahead' | 'unknown';
  changes: number;
  /** The latest instant that they bear. */
  latest: string;
  /** When the first of them was set aside. */
  since: string;
}

/**
 * What waits, by the agency that made it, whoever brought it. It stands as long as the changes wait, whatever comes after
 * them: the last package alone would tell of it for a day.
 */
export function readSetAside(reader: Reader): Map<string, SetAside[]> {
  const rows = readAll<Omit<SetAside, 'latest'> & { origin: string; hlc: string }>(
    reader,
    `SELECT s.origin, w.reason, count(*) AS changes, max(w.hlc) AS hlc, min(w.since) AS since
     FROM change_waiting w JOIN (SELECT DISTINCT device, origin FROM stream) s ON s.device = substr(w.hlc, 22)
     GROUP BY s.origin, w.reason ORDER BY s.origin, w.reason`,
  );
  const found = new Map<string, SetAside[]>();
  for (const { origin, hlc, ...rest } of rows)
    found.set(origin, [...(found.get(origin) ?? []), { ...rest, latest: new Date(millisOf(hlc)).toISOString() }]);
  return found;
}
