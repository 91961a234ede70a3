import { registry } from '../../entities.ts';
import type { Entity } from '../../ledger/registry.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import { homeFields } from './gather.ts';
import { sharedScopes } from '../trust/participants.ts';
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

/** Entities of which some fields never leave: only of these is each change looked at, not just counted by the index. */
const withHome = asList([...registry.entities.values()].filter(({ home }) => home.size > 0).map(({ name }) => name));
const leaves = (entity: string): string =>
  `(${entity} NOT IN (SELECT value FROM json_each('${withHome}')) OR ${entity} || '.' || c.field NOT IN ${homeFields})`;

/** What of an entity's records no package holds yet, a line a record: of many changes few are of different records. */
const unsealedOf = ({ name, home }: Entity): string =>
  `SELECT c.row, count(*) AS n FROM change c INDEXED BY change_unsealed
   WHERE c.sealed = 0 AND c.entity = '${name}'${home.size > 0 ? ` AND ${leaves('c.entity')}` : ''} GROUP BY c.row`;

/** Records of groups that no partner has yet: what is removed among them, or needs a record of another group, goes to nobody. */
const fresh = groupEntities
  .map((entity) => {
    const group = isFile(entity) ? groupOfFile : groupOf(entity, 'c.row');
    const within = needed(entity).map(
      ({ column, entity: target }) => ` AND ${groupOf(registry.get(target), `e.${column}`)} = ${group}`,
    );
    return `SELECT ${group} AS scope, '${entity.name}' AS entity, c.row, c.n FROM (${unsealedOf(entity)}) c
      CROSS JOIN ${entity.sqlName} e ON e.id = c.row WHERE e.removed = 0${within.join('')}`;
  })
  .join(' UNION ALL ');

/** How many changes of new records of each group that exchanges with anybody no package holds yet; once for all agencies. */
export function countFresh(reader: Reader): Map<string, number> {
  const scopes = sharedScopes(reader);
  if (scopes.length === 0) return new Map();
  const counts = readAll<{ scope: string; n: number }>(
    reader,
    `SELECT f.scope, sum(f.n) AS n FROM (${fresh}) f WHERE f.scope IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM scope_row s WHERE s.scope = f.scope AND s.entity = f.entity AND s.row = f.row)
     GROUP BY f.scope`,
    asList(scopes),
  );
  return new Map(counts.map(({ scope, n }) => [scope, n]));
}

/** Changes of records in these scopes, known to partners or new, that are not sealed yet; `of` as `countFresh` gave it. */
export const unsealedIn = (reader: Reader, scopes: readonly string[], of: ReadonlyMap<string, number>): number =>
  scopes.length === 0
    ? 0
    : scopes.reduce((sum, scope) => sum + (of.get(scope) ?? 0), 0) +
      (readOne<{ n: number }>(
        reader,
        `SELECT coalesce(sum(r.n), 0) AS n FROM (
           SELECT c.entity, c.row, count(*) AS n FROM change c INDEXED BY change_unsealed
           WHERE c.sealed = 0 AND ${leaves('c.entity')} GROUP BY c.entity, c.row) r
         WHERE EXISTS (SELECT 1 FROM scope_row s
           WHERE s.entity = r.entity AND s.row = r.row AND s.scope IN (SELECT value FROM json_each(?)))`,
        asList(scopes),
      )?.n ?? 0);
