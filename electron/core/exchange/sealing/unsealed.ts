import { registry } from '../../entities.ts';
import type { Entity } from '../../ledger/registry.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import { homeFields } from './gather.ts';
import { isFile, needed, wayUp } from './scopes.ts';

const groupEntities = [...registry.entities.values()].filter(({ scope }) => scope === 'group');

/** SQL of the working group that a record of this entity belongs to; NULL where it hangs on none. */
function groupOf(entity: Entity, id: string, depth = 0): string {
  if (entity.name === 'workingGroup') return id;
  const up = wayUp(entity);
  if (!up) return 'NULL';
  const at = `u${depth}`;
  return `(SELECT ${groupOf(registry.get(up.entity), `${at}.${up.column}`, depth + 1)} FROM ${entity.sqlName} ${at} WHERE ${at}.id = ${id})`;
}

const groupOfFile = `CASE e.ownerEntity ${groupEntities
  .filter((entity) => !isFile(entity))
  .map((entity) => `WHEN '${entity.name}' THEN ${groupOf(entity, 'e.ownerId')}`)
  .join(' ')} END`;

/** Records of groups that no partner has yet: what is removed among them, or needs a record of another group, goes to nobody. */
const fresh = groupEntities
  .map((entity) => {
    const group = isFile(entity) ? groupOfFile : groupOf(entity, 'c.row');
    const within = needed(entity).map(
      ({ column, entity: target }) => ` AND ${groupOf(registry.get(target), `e.${column}`)} = ${group}`,
    );
    return `SELECT ${group} AS scope, c.entity, c.row FROM change c INDEXED BY change_unsealed
      JOIN ${entity.sqlName} e ON e.id = c.row
      WHERE c.sealed = 0 AND c.entity = '${entity.name}' AND e.removed = 0 AND c.entity || '.' || c.field NOT IN ${homeFields}${within.join('')}`;
  })
  .join(' UNION ALL ');

/** How many changes of new records of each group no package holds yet; once for all agencies. */
export const countFresh = (reader: Reader): Map<string, number> =>
  new Map(
    readAll<{ scope: string; n: number }>(
      reader,
      `SELECT f.scope, count(*) AS n FROM (${fresh}) f WHERE f.scope IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM scope_row s WHERE s.scope = f.scope AND s.entity = f.entity AND s.row = f.row)
       GROUP BY f.scope`,
    ).map(({ scope, n }) => [scope, n]),
  );

/** Changes of records in these scopes, known to partners or new, that are not sealed yet; `fresh` as `countFresh` gave it. */
export const unsealedIn = (reader: Reader, scopes: readonly string[], of: ReadonlyMap<string, number>): number =>
  scopes.length === 0
    ? 0
    : scopes.reduce((sum, scope) => sum + (of.get(scope) ?? 0), 0) +
      (readOne<{ n: number }>(
        reader,
        `SELECT count(*) AS n FROM change c INDEXED BY change_unsealed
         WHERE c.sealed = 0 AND c.entity || '.' || c.field NOT IN ${homeFields} AND EXISTS (
           SELECT 1 FROM scope_row s WHERE s.entity = c.entity AND s.row = c.row AND s.scope IN (SELECT value FROM json_each(?)))`,
        asList(scopes),
      )?.n ?? 0);
