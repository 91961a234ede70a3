import { registry } from '../../entities.ts';
import { asList, readAll, type Reader } from '../../statements.ts';

interface RowKey {
  entity: string;
  row: string;
}

const groupEntities = [...registry.entities.values()].filter(({ scope }) => scope === 'group');

/** Removed records whose living parts nobody else has yet. */
const withLivingParts = groupEntities.flatMap((part) =>
  part.owner &&
  [...part.columns.values()].some(
    ({ name, notNull, references }) =>
      notNull && references !== null && name !== part.owner?.column && registry.get(references).scope === 'group',
  )
    ? [
        `SELECT '${part.owner.entity}' AS entity, o.id AS row FROM ${registry.get(part.owner.entity).sqlName} o
         WHERE o.removed = 1 AND EXISTS (SELECT 1 FROM ${part.sqlName} p WHERE p.${part.owner.column} = o.id AND p.removed = 0)`,
      ]
    : [],
);

const look = [
  "SELECT entity, row FROM conflict WHERE kind = 'revived'",
  `SELECT q.entity, q.row FROM seal_queue q WHERE q.scope IN (SELECT value FROM json_each(?))
     AND q.entity IN (SELECT value FROM json_each(?))`,
  ...withLivingParts,
].join(' UNION ');

/**
 * Records of groups whose removal holds or not by what of them can be sealed (rule 5): a partner's removal stands against an
 * edit or a part that is withheld, and falls when that goes out after all. Looked for before and after sealing.
 */
export const hangingRows = (reader: Reader, scopes: readonly string[]): RowKey[] =>
  readAll<RowKey>(reader, look, asList(scopes), asList(groupEntities.map(({ name }) => name))).filter(({ entity }) =>
    registry.entities.has(entity),
  );
