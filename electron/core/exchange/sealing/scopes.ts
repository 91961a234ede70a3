import { registry } from '../../entities.ts';
import type { Entity } from '../../ledger/registry.ts';
import { readAll, readOne, statement, type Reader } from '../../statements.ts';

/**
 * Which records a scope (a working group) holds, worked out from what the registry says of owners and references: the
 * group itself, every record of scope `group` that hangs on it, the files kept with them, and of the directory what
 * they refer to. Set-wise answers lie in the temporary table `in_scope` of the reader's own connection.
 */

const groupEntities = [...registry.entities.values()].filter((entity) => entity.scope === 'group');
const directoryEntities = [...registry.entities.values()].filter((entity) => entity.scope === 'directory');
const isGroup = (name: string): boolean => registry.get(name).scope === 'group';
const isDirectory = (name: string): boolean => registry.get(name).scope === 'directory';

/** A file names its record by entity and id; it is in that record's scope. */
export const isFile = (entity: Entity): boolean => entity.columns.has('ownerEntity') && entity.columns.has('ownerId');

/** The column that leads towards the working group, and the entity it names; null where none does. */
export function wayUp(entity: Entity): { column: string; entity: string } | null {
  if (entity.owner) return entity.owner;
  const column = [...entity.columns.values()].find(({ references }) => references === 'workingGroup');
  return column ? { column: column.name, entity: 'workingGroup' } : null;
}

/** References that a record of scope `group` cannot be without, to others of that scope. */
export const needed = (entity: Entity): { column: string; entity: string }[] =>
  [...entity.columns.values()].flatMap(({ name, notNull, references }) =>
    notNull && references !== null && name !== wayUp(entity)?.column && isGroup(references)
      ? [{ column: name, entity: references }]
      : [],
  );

/** Entities of scope `group` with a way to a working group, each after those it hangs on. */
const inOrder: readonly Entity[] = (() => {
  const ordered = new Set<Entity>();
  const visit = (entity: Entity) => {
    if (ordered.has(entity)) return;
    const up = wayUp(entity);
    if (up) visit(registry.get(up.entity));
    for (const each of needed(entity)) if (each.entity !== entity.name) visit(registry.get(each.entity));
    if (up) ordered.add(entity);
  };
  for (const entity of groupEntities) if (!isFile(entity)) visit(entity);
  return [...ordered];
})();

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const run = ({ sqlite }: Reader, sql: string, ...values: string[]): number =>
  statement(sqlite, sql).run(...values).changes;

/** Which entities have records in `in_scope`: most groups hold records of few, and only those are asked further. */
const presentIn = (reader: Reader): Set<string> =>
  new Set(
    readAll<{ entity: string }>(
      reader,
      `WITH RECURSIVE present (entity) AS (
         SELECT min(entity) FROM temp.in_scope
         UNION ALL
         SELECT (SELECT min(i.entity) FROM temp.in_scope i WHERE i.entity > present.entity) FROM present
         WHERE present.entity IS NOT NULL
       ) SELECT entity FROM present WHERE entity IS NOT NULL`,
    ).map(({ entity }) => entity),
  );

/** Makes and empties the temporary tables; they hold ids alone and lie in memory. */
function begin(reader: Reader) {
  for (const table of ['in_scope', 'unshared'])
    reader.sqlite.exec(
      `CREATE TEMP TABLE IF NOT EXISTS ${table} (entity TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (entity, row)) WITHOUT ROWID;
       DELETE FROM temp.${table}`,
    );
}

const isIn = (table: string, entity: string, row: string): string =>
  `EXISTS (SELECT 1 FROM temp.${table} WHERE entity = ${literal(entity)} AND row = ${row})`;

/** Whether partners have ever had it of this scope. */
const isShared = (entity: string, row: string): string =>
  `EXISTS (SELECT 1 FROM (SELECT * FROM scope_row UNION ALL SELECT * FROM scope_left) s
     WHERE s.scope = ? AND s.entity = ${literal(entity)} AND s.row = ${row})`;

/** How the records of each entity come in with those they hang on. */
const hanging = inOrder.flatMap((entity) => {
  const up = wayUp(entity);
  if (!up) return [];
  const others = needed(entity).map((each) => ` AND ${isIn('in_scope', each.entity, `e.${each.column}`)}`);
  const fill = `INSERT INTO temp.in_scope SELECT ${literal(entity.name)}, e.id FROM temp.in_scope o
     CROSS JOIN ${entity.sqlName} e ON e.${up.column} = o.row WHERE o.entity = ${literal(up.entity)}${others.join('')}`;
  return [{ entity: entity.name, up: up.entity, fill }];
});

function fillGroup(reader: Reader, scope: string) {
  run(reader, `INSERT INTO temp.in_scope SELECT 'workingGroup', id FROM working_group WHERE id = ?`, scope);
  const present = new Set(['workingGroup']);
  for (const { entity, up, fill } of hanging) if (present.has(up) && run(reader, fill) > 0) present.add(entity);
}

/**
 * Takes out what was removed before anybody else ever had it: nobody needs to hear of it. What something living refers
 * to stays, removed as it is.
 */
function dropUnshared(reader: Reader, scope: string) {
  const present = presentIn(reader);
  const found = inOrder
    .filter(({ name }) => present.has(name))
    .filter(({ name, sqlName }) => {
      const look = `INSERT INTO temp.unshared SELECT ${literal(name)}, e.id FROM ${sqlName} e WHERE e.removed = 1
       AND ${isIn('in_scope', name, 'e.id')} AND NOT ${isShared(name, 'e.id')}`;
      return run(reader, look, scope) > 0;
    });
  if (found.length === 0) return;
  const looks = found.flatMap(({ name: target }) =>
    groupEntities.flatMap((entity) =>
      [...entity.refers]
        .filter(([, name]) => name === target)
        .map(
          ([column]) =>
            `DELETE FROM temp.unshared WHERE entity = ${literal(target)} AND EXISTS (
               SELECT 1 FROM ${entity.sqlName} e WHERE e.${column} = unshared.row
                 AND ${isIn('in_scope', entity.name, 'e.id')} AND NOT ${isIn('unshared', entity.name, 'e.id')})`,
        ),
    ),
  );
  let kept: number;
  do kept = looks.reduce((sum, look) => sum + run(reader, look), 0);
  while (kept > 0);
  run(
    reader,
    'DELETE FROM temp.in_scope WHERE EXISTS (SELECT 1 FROM temp.unshared u WHERE u.entity = in_scope.entity AND u.row = in_scope.row)',
  );
}

function fillFiles(reader: Reader, scope: string) {
  const fill = (entity: Entity): number =>
    run(
      reader,
      `INSERT OR IGNORE INTO temp.in_scope SELECT ${literal(entity.name)}, f.id FROM ${entity.sqlName} f
       WHERE EXISTS (SELECT 1 FROM temp.in_scope o WHERE o.entity = f.ownerEntity AND o.row = f.ownerId)
         AND (f.removed = 0 OR ${isShared(entity.name, 'f.id')})`,
      scope,
    );
  // Once more for each file that is kept with a file.
  for (const entity of groupEntities.filter(isFile)) while (fill(entity) > 0);
}

/** What records of `of`, where there are any, bring into the scope. */
interface Bringing {
  of: string;
  bring: string;
}

const referring = (entities: readonly Entity[]): Bringing[] =>
  entities.flatMap((entity) =>
    [...entity.refers]
      .filter(([, target]) => isDirectory(target))
      .map(([column, target]) => ({
        of: entity.name,
        bring: `INSERT OR IGNORE INTO temp.in_scope SELECT ${literal(target)}, e.${column} FROM temp.in_scope m
           CROSS JOIN ${entity.sqlName} e ON e.id = m.row
           WHERE m.entity = ${literal(entity.name)} AND e.${column} IS NOT NULL
             AND EXISTS (SELECT 1 FROM ${registry.get(target).sqlName} t WHERE t.id = e.${column})`,
      })),
  );

const parting = directoryEntities.flatMap((entity): Bringing[] =>
  entity.owner && isDirectory(entity.owner.entity)
    ? [
        {
          of: entity.owner.entity,
          bring: `INSERT OR IGNORE INTO temp.in_scope SELECT ${literal(entity.name)}, e.id FROM temp.in_scope m
         CROSS JOIN ${entity.sqlName} e ON e.${entity.owner.column} = m.row WHERE m.entity = ${literal(entity.owner.entity)}`,
        },
      ]
    : [],
);

const intoDirectory = referring(groupEntities);
const withinDirectory = [...referring(directoryEntities), ...parting];

/** Returns how many records came in. */
function bringAll(reader: Reader, all: readonly Bringing[]): number {
  const present = presentIn(reader);
  return all.reduce((sum, { of, bring }) => (present.has(of) ? sum + run(reader, bring) : sum), 0);
}

/** Adds to `in_scope` what its records of the directory refer to and their parts, until nothing is lacking. */
export function closeDirectory(reader: Reader) {
  while (bringAll(reader, withinDirectory) > 0);
}

/**
 * Fills the temporary table `in_scope (entity, row)` with all that belongs to a scope now. Left out: records that need
 * one of another group, what was removed before it was ever shared, everything of scope `home`.
 */
export function fillScope(reader: Reader, scope: string) {
  begin(reader);
  fillGroup(reader, scope);
  dropUnshared(reader, scope);
  fillFiles(reader, scope);
  bringAll(reader, intoDirectory);
  // Who wrote what this scope holds stays known to it.
  run(
    reader,
    `INSERT OR IGNORE INTO temp.in_scope SELECT entity, row FROM scope_row
     WHERE scope = ? AND entity = 'person' AND row IN (SELECT author FROM change_set)`,
    scope,
  );
  closeDirectory(reader);
}

/** All records of a scope, as `fillScope` finds them. */
export function rowsOfScope(reader: Reader, scope: string): { entity: string; row: string }[] {
  fillScope(reader, scope);
  return readAll(reader, 'SELECT entity, row FROM temp.in_scope ORDER BY entity, row');
}

/**
 * The working group that a record belongs to; null for the directory, for what stays at home, and for what hangs on no
 * group or is not here.
 */
export function scopeOf(reader: Reader, entityName: string, row: string): string | null {
  let name = entityName;
  let id: string | null = row;
  // Files may be kept with files; a forger may let them go round in a circle.
  const passed = new Set<string>();
  while (id !== null && !passed.has(id)) {
    passed.add(id);
    const entity = registry.entities.get(name);
    if (entity?.scope !== 'group') return null;
    if (isFile(entity)) {
      const file: { entity: string; id: string } | undefined = readOne(
        reader,
        `SELECT ownerEntity AS entity, ownerId AS id FROM ${entity.sqlName} WHERE id = ?`,
        id,
      );
      name = file?.entity ?? '';
      id = file?.id ?? null;
      continue;
    }
    const up = wayUp(entity);
    const column = name === 'workingGroup' ? 'id' : up?.column;
    if (column === undefined) return null;
    const next: { id: string | null } | undefined = readOne(
      reader,
      `SELECT ${column} AS id FROM ${entity.sqlName} WHERE id = ?`,
      id,
    );
    if (name === 'workingGroup') return next?.id ?? null;
    name = up?.entity ?? '';
    id = next?.id ?? null;
  }
  return null;
}
