import type Database from 'better-sqlite3';
import type { IsoDay } from '../../../../shared/dates.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { textOrderKey } from '../../decisions/register/orderKeys.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { everValues, keepCurrent, type Derived } from '../../ledger/derived.ts';
import { asList, readAll, type Reader } from '../../statements.ts';

/** Grows with every change of what an entry says. */
const version = 1;
const moves = new WeakMap<Database.Database, number>();

/** Grows with every write of this connection: what was worked out before no longer counts. */
export const activityVersion = ({ sqlite }: Reader): number => moves.get(sqlite) ?? 0;

const chunk = 500;
/** Of longer texts only the beginning is looked through: rows that fit a page are read ten times as fast. */
const longestWords = 300;

interface Stored {
  id: string;
  projectId: string;
  lineId: string | null;
  lineKey: string;
  sortKey: string;
  kind: string;
  status: string;
  plannedFrom: string | null;
  plannedUntil: string | null;
  actualFrom: string | null;
  actualUntil: string | null;
  organiserId: string | null;
  participants: number | null;
  territory: string;
  title: string;
  place: string;
  organiserText: string;
  outcome: string;
  note: string;
}

const columns = [
  'id',
  'projectId',
  'lineId',
  'lineKey',
  'sortKey',
  'kind',
  'status',
  'plannedFrom',
  'plannedUntil',
  'actualFrom',
  'actualUntil',
  'organiserId',
  'participants',
  'territory',
  'titleKey',
  'placeKey',
] as const;

// A line that was taken away is none: its activities stand among those without one, which come last.
const readStored = (reader: Reader, ids: readonly string[]): Stored[] =>
  readAll(
    reader,
    `SELECT a.id, a.projectId, l.id AS lineId, coalesce(l.sortKey || ' ' || l.id, '~') AS lineKey, a.sortKey, a.kind,
       a.status, a.plannedFrom, a.plannedUntil, a.actualFrom, a.actualUntil, a.organiserId, a.participants,
       coalesce((SELECT p.territory FROM activity_place p WHERE p.activityId = a.id AND p.removed = 0
         ORDER BY p.sortKey, p.id LIMIT 1), '') AS territory,
       a.title, a.place, a.organiserText, substr(a.outcome, 1, ${longestWords}) AS outcome, substr(a.note, 1, ${longestWords}) AS note
     FROM json_each(?) j CROSS JOIN activity a ON a.id = j.value
       JOIN project p ON p.id = a.projectId AND p.removed = 0
       LEFT JOIN activity_line l ON l.id = a.lineId AND l.projectId = a.projectId AND l.removed = 0
     WHERE a.removed = 0`,
    asList(ids),
  );

/** First and last day, the one standing in for the other where only one is known. */
const span = (from: string | null, until: string | null): [IsoDay | null, IsoDay | null] => {
  const [first, last] = [safeDay(from), safeDay(until)];
  return [first ?? last, last ?? first];
};

function entryOf(row: Stored): (string | number | null)[] {
  const [plannedFrom, plannedUntil] = span(row.plannedFrom, row.plannedUntil);
  const [actualFrom, actualUntil] = span(row.actualFrom, row.actualUntil);
  const entry = {
    ...row,
    plannedFrom,
    plannedUntil,
    actualFrom,
    actualUntil,
    titleKey: textOrderKey(row.title),
    placeKey: textOrderKey(row.place),
  };
  return columns.map((name) => entry[name]);
}

const wordsOf = ({ title, place, organiserText, outcome, note }: Stored): string =>
  foldText([title, place, organiserText, outcome, note].filter(Boolean).join(' ')).slice(0, longestWords);

/** The activities that these rows say something else of now. */
function affected(reader: Reader, rows: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const ids = new Set(rows.get('activity'));
  const places = rows.get('activityPlace');
  if (places) for (const id of everValues(reader, 'activityPlace', 'activityId', places)) ids.add(id);
  const add = (found: { id: string }[]) => {
    for (const { id } of found) ids.add(id);
  };
  for (const line of rows.get('activityLine') ?? [])
    add(readAll(reader, 'SELECT id FROM activity WHERE lineId = ?', line));
  for (const project of rows.get('project') ?? [])
    add(
      readAll(
        reader,
        // Only where the project came or went: nothing else of it stands in an entry.
        `SELECT a.id FROM activity a JOIN project p ON p.id = a.projectId WHERE a.projectId = ?
           AND (p.removed = 0) <> EXISTS (SELECT 1 FROM activity_entry e WHERE e.id = a.id)`,
        project,
      ),
    );
  return ids;
}

/** Keeps what lists of activities filter and sort by as the records are; see the table `activity_entry`. */
export function createActivityEntries(sqlite: Database.Database): Derived {
  const reader: Reader = { sqlite };
  const put = sqlite.prepare(
    `INSERT OR REPLACE INTO activity_entry (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const drop = sqlite.prepare('DELETE FROM activity_entry WHERE id = ?');
  const putWords = sqlite.prepare('INSERT OR REPLACE INTO activity_words (id, words) VALUES (?, ?)');
  const dropWords = sqlite.prepare('DELETE FROM activity_words WHERE id = ?');

  const refresh = (ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += chunk) {
      const some = ids.slice(at, at + chunk);
      const there = new Map(readStored(reader, some).map((row) => [row.id, row]));
      for (const id of some) {
        const row = there.get(id);
        if (row) {
          put.run(entryOf(row));
          putWords.run(id, wordsOf(row));
        } else {
          drop.run(id);
          dropWords.run(id);
        }
      }
    }
  };

  keepCurrent(sqlite, 'activity', version, () => {
    sqlite.exec('DELETE FROM activity_entry; DELETE FROM activity_words');
    refresh(
      readAll<{ id: string }>(reader, 'SELECT id FROM activity WHERE removed = 0 ORDER BY id').map(({ id }) => id),
    );
  });

  const moved = () => void moves.set(sqlite, activityVersion(reader) + 1);
  const relevant = ['activity', 'activityPlace', 'activityLine', 'project'];
  return {
    moved,
    update(rows) {
      moved();
      if (!relevant.some((entity) => rows.has(entity))) return;
      const ids = affected(reader, rows);
      if (ids.size > 0) refresh([...ids]);
    },
  };
}
