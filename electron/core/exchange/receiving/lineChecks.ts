import { registry } from '../../entities.ts';
import type { Entity } from '../../ledger/registry.ts';
import { readOne, type Reader } from '../../statements.ts';
import type { BatchLine } from '../sealing/batch.ts';
import { scopeOf } from '../sealing/scopes.ts';

/** Why a line of a batch is not taken (rule 15); words of `exchange.json`, `reason.*`. */
export type LineRefusal = 'homeOnly' | 'otherScope';

const keyOf = (entity: string, row: string): string => `${entity} ${row}`;

/** The columns by which a record belongs to another one or to a working group, the owner first. */
function belongingColumns(entity: Entity): { column: string; entity: string }[] {
  if (entity.owner) return [entity.owner];
  return [...entity.columns.values()].flatMap(({ name, references }) =>
    references === 'workingGroup' ? [{ column: name, entity: 'workingGroup' }] : [],
  );
}

/** The text a line gives to one of the columns of its register; undefined where it gives none. */
function valueIn(entity: Entity, line: BatchLine, column: string): string | null | undefined {
  const columns = entity.registers.get(line.field);
  if (!columns?.includes(column)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line.value);
  } catch {
    return undefined;
  }
  if (columns.length > 1)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[column] : undefined;
  return typeof value === 'string' ? value : value === null ? null : undefined;
}

/**
 * Rule 15 for the lines that came in one scope: records of other groups, of no group, and what never leaves an agency are
 * refused, whoever has signed them. What belongs to a record that is not here yet is let through: it waits for it.
 */
export function createLineChecks(reader: Reader, scope: string, lines: readonly BatchLine[]) {
  const byRow = new Map<string, BatchLine[]>();
  /** Records that others of these lines refer to. */
  const referred = new Set<string>();
  for (const line of lines) {
    const key = keyOf(line.entity, line.row);
    const known = byRow.get(key);
    if (known) known.push(line);
    else byRow.set(key, [line]);
    // Who wrote is named by what they wrote.
    referred.add(keyOf('person', line.author));
    const entity = registry.entities.get(line.entity);
    for (const name of entity?.registers.get(line.field) ?? []) {
      const target = entity?.columns.get(name)?.references;
      const value = entity && target ? valueIn(entity, line, name) : null;
      if (target && typeof value === 'string') referred.add(keyOf(target, value));
    }
  }
  const isHere = (entity: Entity, row: string): boolean =>
    readOne(reader, `SELECT 1 FROM ${entity.sqlName} WHERE id = ?`, row) !== undefined;
  const isInScope = (entity: string, row: string): boolean =>
    readOne(reader, 'SELECT 1 FROM scope_row WHERE scope = ? AND entity = ? AND row = ?', scope, entity, row) !==
    undefined;

  /** The owner that the newest of these lines gives a record; undefined where none does. */
  const givenOwner = (entity: Entity, row: string): { entity: string; row: string } | null | undefined => {
    const own = (byRow.get(keyOf(entity.name, row)) ?? []).toSorted((a, b) => (a.hlc < b.hlc ? 1 : -1));
    const newest = (column: string) => {
      for (const line of own) {
        const value = valueIn(entity, line, column);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    if (entity.name === 'attachment') {
      const [ownerEntity, ownerId] = [newest('ownerEntity'), newest('ownerId')];
      return typeof ownerEntity === 'string' && typeof ownerId === 'string'
        ? { entity: ownerEntity, row: ownerId }
        : undefined;
    }
    for (const { column, entity: target } of belongingColumns(entity)) {
      const value = newest(column);
      if (value !== undefined) return value === null ? null : { entity: target, row: value };
    }
    return undefined;
  };

  const verdicts = new Map<string, boolean>();
  /** Whether a record of a group may be in this scope, by what is here and by what came. */
  const belongs = (name: string, row: string): boolean => {
    if (name === 'workingGroup') return row === scope;
    const key = keyOf(name, row);
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    // Against owners in a circle, which a forger might send.
    verdicts.set(key, false);
    const entity = registry.entities.get(name);
    const verdict = entity ? ofGroup(entity, row) : true;
    verdicts.set(key, verdict);
    return verdict;
  };
  const ofGroup = (entity: Entity, row: string): boolean => {
    if (entity.scope === 'directory') return true;
    if (entity.scope === 'home') return false;
    if (isHere(entity, row) && scopeOf(reader, entity.name, row) !== scope) return false;
    const given = givenOwner(entity, row);
    if (given === undefined) return true;
    return given !== null && belongs(given.entity, given.row);
  };
  const ofDirectory = (entity: Entity, row: string): boolean => {
    if (isInScope(entity.name, row) || referred.has(keyOf(entity.name, row)) || !isHere(entity, row)) return true;
    const owner = entity.owner
      ? readOne<{ owner: string }>(
          reader,
          `SELECT ${entity.owner.column} AS owner FROM ${entity.sqlName} WHERE id = ?`,
          row,
        )
      : undefined;
    if (!entity.owner || !owner) return false;
    const { entity: ownerEntity } = entity.owner;
    return isInScope(ownerEntity, owner.owner) || referred.has(keyOf(ownerEntity, owner.owner));
  };

  /** Why this line is refused; null where it may be taken. What this version does not know is let through, to wait. */
  return (line: BatchLine): LineRefusal | null => {
    const entity = registry.entities.get(line.entity);
    if (!entity) return null;
    if (entity.scope === 'home' || entity.home.has(line.field)) return 'homeOnly';
    const isAllowed = entity.scope === 'group' ? belongs(entity.name, line.row) : ofDirectory(entity, line.row);
    return isAllowed ? null : 'otherScope';
  };
}
