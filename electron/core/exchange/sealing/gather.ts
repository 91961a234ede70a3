import { registry } from '../../entities.ts';
import { asList, readAll, statement, type Reader } from '../../statements.ts';
import { closeDirectory, fillScope } from './scopes.ts';
import type { ChangeKey } from './store.ts';

const entities = [...registry.entities.values()];
/** Entities that come into a scope by being named. */
export const directoryNames = entities.filter(({ scope }) => scope === 'directory').map(({ name }) => name);

const inList = (names: readonly string[]): string => `(${names.map((name) => `'${name}'`).join(', ')})`;

/** Fields that never leave: 'person.note'. */
export const homeFields = inList(entities.flatMap(({ name, home }) => [...home].map((field) => `${name}.${field}`)));

/** Register → what its columns name, for the entities whose records name others. */
const references = new Map(
  entities.map((entity) => {
    const registers = new Map<string, { column: string; target: string; alone: boolean; member?: string }[]>();
    const within = entity.refersWithin.map(({ column, member, entity: target }) => [column, target, member] as const);
    for (const [column, target, member] of [...entity.refers, ...within] as [string, string, string?][]) {
      const register = entity.registerOf.get(column) ?? column;
      const alone = (entity.registers.get(register)?.length ?? 1) === 1;
      registers.set(register, [
        ...(registers.get(register) ?? []),
        { column, target, alone, ...(member && { member }) },
      ]);
    }
    return [entity.name, registers];
  }),
);
const referringFields = inList(
  [...references].flatMap(([name, registers]) => [...registers.keys()].map((field) => `${name}.${field}`)),
);

/** A member of the JSON that a text is; undefined where it is none. */
function memberOf(text: unknown, member: string): unknown {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[member] : undefined;
  } catch {
    return undefined;
  }
}

/** The records that a register's value names. */
function named(entity: string, field: string, json: string): { entity: string; row: string }[] {
  const value: unknown = JSON.parse(json);
  return (references.get(entity)?.get(field) ?? []).flatMap(({ column, target, alone, member }) => {
    const whole = alone ? value : (value as Record<string, unknown> | null)?.[column];
    const cell = member === undefined ? whole : memberOf(whole, member);
    return typeof cell === 'string' && cell !== '' ? [{ entity: target, row: cell }] : [];
  });
}

/** Puts into `to_seal` what of these entities' rows in `in_scope` has to go into the scope's stream; returns how many. */
function collect({ sqlite }: Reader, scope: string, names: readonly string[]): number {
  const allowed = `c.entity || '.' || c.field NOT IN ${homeFields}`;
  const columns = 'c.changeSet, c.hlc, c.entity, c.row, c.field';
  const of = (alias: string) => `${alias}.entity IN (SELECT value FROM json_each(@names))`;
  const bound = { scope, names: asList(names) };
  const insert = (rest: string) =>
    statement(sqlite, `INSERT OR IGNORE INTO temp.to_seal SELECT ${columns} ${rest}`).run(bound).changes;
  return (
    // Rule 12: new in the scope, so all its current fields, however old and whosever.
    insert(`FROM temp.in_scope m CROSS JOIN change c ON c.entity = m.entity AND c.row = m.row AND c.current = 1
      WHERE ${of('m')} AND ${allowed}
        AND NOT EXISTS (SELECT 1 FROM scope_row s WHERE s.scope = @scope AND s.entity = m.entity AND s.row = m.row)`) +
    insert(`FROM change c INDEXED BY change_unsealed WHERE c.sealed = 0 AND ${of('c')} AND ${allowed}
        AND EXISTS (SELECT 1 FROM scope_row s WHERE s.scope = @scope AND s.entity = c.entity AND s.row = c.row)
        AND EXISTS (SELECT 1 FROM temp.in_scope m WHERE m.entity = c.entity AND m.row = c.row)`) +
    insert(`FROM seal_queue q
      CROSS JOIN change c ON c.entity = q.entity AND c.row = q.row AND c.field = q.field AND c.hlc = q.hlc
      WHERE q.scope = @scope AND ${of('q')} AND ${allowed}
        AND EXISTS (SELECT 1 FROM temp.in_scope m WHERE m.entity = q.entity AND m.row = q.row)`)
  );
}

/**
 * Looks through what is to be sealed for records that it names: those of the directory come into the scope, a change
 * that names a record of a group which is not in it is withheld.
 */
function follow(reader: Reader, names: readonly string[]): ChangeKey[] {
  const { sqlite } = reader;
  const isHere = statement(sqlite, 'SELECT 1 FROM temp.in_scope WHERE entity = ? AND row = ?');
  type Line = ChangeKey & { changeSet: number; value: string };
  const withheld: Omit<Line, 'value'>[] = [];
  const wanted = new Map<string, Set<string>>();
  const lines = statement(
    sqlite,
    `SELECT t.*, c.value FROM temp.to_seal t
     JOIN change c ON c.entity = t.entity AND c.row = t.row AND c.field = t.field AND c.hlc = t.hlc
     WHERE t.entity IN (SELECT value FROM json_each(?))
       AND t.entity || '.' || t.field IN ${referringFields}`,
  );
  for (const { value, ...key } of lines.iterate(asList(names)) as IterableIterator<Line>)
    for (const target of named(key.entity, key.field, value)) {
      if (isHere.get(target.entity, target.row) !== undefined) continue;
      if (registry.get(target.entity).scope === 'directory')
        wanted.set(target.entity, (wanted.get(target.entity) ?? new Set<string>()).add(target.row));
      else withheld.push(key);
    }
  const drop = statement(
    sqlite,
    'DELETE FROM temp.to_seal WHERE changeSet = ? AND hlc = ? AND entity = ? AND row = ? AND field = ?',
  );
  for (const { changeSet, hlc, entity, row, field } of withheld) drop.run(changeSet, hlc, entity, row, field);
  for (const [entity, rows] of wanted)
    statement(
      sqlite,
      `INSERT OR IGNORE INTO temp.in_scope SELECT ?, id FROM ${registry.get(entity).sqlName} WHERE id IN (SELECT value FROM json_each(?))`,
    ).run(entity, asList(rows));
  sqlite.exec(
    `INSERT OR IGNORE INTO temp.in_scope SELECT 'person', p.id FROM (SELECT DISTINCT s.author FROM temp.to_seal t
       CROSS JOIN change_set s ON s.n = t.changeSet) a JOIN person p ON p.id = a.author`,
  );
  return withheld.map(({ entity, row, field, hlc }) => ({ entity, row, field, hlc }));
}

/**
 * Finds what has to go into our stream of a scope now, without writing anything: `in_scope` has its records then, the
 * temporary table `to_seal (changeSet, hlc, entity, row, field)` the changes, act by act. Rules 11 and 12.
 * @returns changes that belong to the scope and wait for a record they name
 */
export function gatherScope(reader: Reader, scope: string): ChangeKey[] {
  reader.sqlite.exec(
    `CREATE TEMP TABLE IF NOT EXISTS to_seal (changeSet INTEGER NOT NULL, hlc TEXT NOT NULL, entity TEXT NOT NULL,
       row TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (changeSet, hlc, entity, row, field)) WITHOUT ROWID;
     DELETE FROM temp.to_seal`,
  );
  fillScope(reader, scope);
  let names = entities.filter((entity) => entity.scope !== 'home').map(({ name }) => name);
  const withheld: ChangeKey[] = [];
  // What came into the scope by being named has fields and authors of its own, which may name more of the directory.
  while (collect(reader, scope, names) > 0) {
    withheld.push(...follow(reader, names));
    closeDirectory(reader);
    names = directoryNames;
  }
  return withheld;
}

/** What `to_seal` holds, by entity. */
export const countGathered = (reader: Reader): { entity: string; rows: number; changes: number }[] =>
  readAll(
    reader,
    'SELECT entity, count(DISTINCT row) AS rows, count(*) AS changes FROM temp.to_seal GROUP BY entity ORDER BY entity',
  );
