import type Database from 'better-sqlite3';
import { keepCurrent, type Derived } from '../../ledger/derived.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { affectedDecisions } from './affected.ts';
import { readEntries, type Entry } from './entries.ts';
import { registerMoved } from './version.ts';

/** Grows with every change of what an entry says. */
const version = 1;
const chunk = 500;

const columns = [
  'groupKey',
  'meetingKey',
  'organisationKey',
  'heldOn',
  'dueOn',
  'status',
  'repeat',
  'item',
  'place',
  'assignees',
  'assigneesDone',
  'notes',
  'evidence',
  'numberOrder',
  'textOrder',
] as const;
type Kept = Record<(typeof columns)[number], string | number>;

/** Keeps the register of decisions as the records are; see the tables `register_…`. */
export function createRegister(sqlite: Database.Database): Derived {
  const reader: Reader = { sqlite };
  const findKey = sqlite.prepare<[string], number>('SELECT n FROM register_key WHERE id = ?').pluck();
  const makeKey = sqlite.prepare<[string], number>('INSERT INTO register_key (id) VALUES (?) RETURNING n').pluck();
  const entryOf = sqlite.prepare<[number], Kept>(`SELECT ${columns.join(', ')} FROM register_entry WHERE n = ?`);
  const put = sqlite.prepare(
    `INSERT OR REPLACE INTO register_entry (n, ${columns.join(', ')}) VALUES (@n, ${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const drop = sqlite.prepare('DELETE FROM register_entry WHERE n = ?');
  const wordsOf = sqlite.prepare<[number], string>('SELECT words FROM register_words WHERE n = ?').pluck();
  const putWords = sqlite.prepare('INSERT OR REPLACE INTO register_words (n, words) VALUES (?, ?)');
  const dropWords = sqlite.prepare('DELETE FROM register_words WHERE n = ?');
  const organisationsOf = sqlite
    .prepare<[number], number>('SELECT organisationKey FROM register_assignee WHERE n = ? ORDER BY 1')
    .pluck();
  const putOrganisation = sqlite.prepare('INSERT INTO register_assignee (organisationKey, n) VALUES (?, ?)');
  const dropOrganisations = sqlite.prepare('DELETE FROM register_assignee WHERE n = ?');

  const keyOf = (id: string): number => (id === '' ? 0 : (findKey.get(id) ?? makeKey.get(id) ?? 0));

  const forget = (id: string) => {
    const n = findKey.get(id);
    if (n === undefined) return;
    drop.run(n);
    dropWords.run(n);
    dropOrganisations.run(n);
  };

  const keep = (entry: Entry) => {
    const n = keyOf(entry.id);
    const next: Kept = {
      ...entry,
      groupKey: keyOf(entry.groupId),
      meetingKey: keyOf(entry.meetingId),
      organisationKey: keyOf(entry.organisationId),
    };
    const before = entryOf.get(n);
    if (!before || columns.some((name) => before[name] !== next[name]))
      put.run({ n, ...Object.fromEntries(columns.map((name) => [name, next[name]])) });
    if (wordsOf.get(n) !== entry.words) putWords.run(n, entry.words);
    const organisations = entry.organisations.map(keyOf).toSorted((a, b) => a - b);
    if (organisationsOf.all(n).join() !== organisations.join()) {
      dropOrganisations.run(n);
      for (const organisation of organisations) putOrganisation.run(organisation, n);
    }
  };

  const refresh = (ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += chunk) {
      const some = ids.slice(at, at + chunk);
      const entries = readEntries(reader, some);
      for (const id of some) {
        const entry = entries.get(id);
        if (entry) keep(entry);
        else forget(id);
      }
    }
  };

  /** Whether any of these decisions came, went or stands in another place; words typed into one change no number. */
  const isRenumbered = (ids: ReadonlySet<string>): boolean => {
    const entries = readEntries(reader, ids);
    return [...ids].some((id) => {
      const n = findKey.get(id);
      const before = n === undefined ? undefined : entryOf.get(n);
      const now = entries.get(id);
      if (!before || !now) return before !== now;
      return before.item !== now.item || before.place !== now.place || before.meetingKey !== findKey.get(now.meetingId);
    });
  };

  keepCurrent(sqlite, 'register', version, () => {
    for (const table of ['entry', 'words', 'assignee', 'key']) sqlite.exec(`DELETE FROM register_${table}`);
    refresh(
      readAll<{ id: string }>(
        reader,
        "SELECT id FROM decision WHERE removed = 0 AND kind = 'decision' ORDER BY id",
      ).map(({ id }) => id),
    );
  });

  return {
    moved: () => registerMoved(sqlite),
    update(rows) {
      registerMoved(sqlite);
      const decisions = rows.get('decision');
      const ids = affectedDecisions(reader, rows, decisions !== undefined && isRenumbered(decisions));
      if (ids.size > 0) refresh([...ids]);
    },
  };
}

/** The key of an id in the register's tables; undefined where nothing of it was ever in the register. */
export const keysOf = (reader: Reader, ids: Iterable<string>): number[] =>
  readAll<{ n: number }>(
    reader,
    'SELECT k.n FROM json_each(?) j CROSS JOIN register_key k ON k.id = j.value',
    asList(ids),
  ).map(({ n }) => n);
