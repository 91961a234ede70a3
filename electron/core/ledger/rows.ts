import type Database from 'better-sqlite3';
import type { Cell, Column, Entity, Registry } from './registry.ts';
import type { Cells } from './values.ts';

export type Row = Cells & { id: string; removed: number };

/**
 * The records' own tables, written by the ledger alone: the triggers ask `ledger_open()`, a function that only this
 * connection has and that answers 1 only inside `opened`, 2 only inside `erasing`, where history may be blanked (rule 22).
 */
export function createRows(sqlite: Database.Database, registry: Registry) {
  let depth = 0;
  let erasing = false;
  sqlite.function('ledger_open', () => (erasing ? 2 : depth > 0 ? 1 : 0));

  const statements = new Map<string, Database.Statement>();
  const inserts = new Map<Entity, { statement: Database.Statement; columns: readonly Column[] }>();
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    opened<T>(work: () => T): T {
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
    erasing<T>(work: () => T): T {
      erasing = true;
      try {
        return work();
      } finally {
        erasing = false;
      }
    },
    get: (entity: Entity, id: string): Row | undefined =>
      prepared(`SELECT * FROM ${entity.sqlName} WHERE id = ?`).get(id) as Row | undefined,
    has: (entity: Entity, id: string): boolean =>
      prepared(`SELECT 1 FROM ${entity.sqlName} WHERE id = ?`).get(id) !== undefined,
    /** 0 or 1; undefined where there is no such row. */
    removed: (entity: Entity, id: string): number | undefined =>
      (prepared(`SELECT removed FROM ${entity.sqlName} WHERE id = ?`).get(id) as Pick<Row, 'removed'> | undefined)
        ?.removed,
    /** The record that this one is a part of; undefined where there is no such row. */
    owner: (entity: Entity, id: string): Cell | undefined =>
      entity.owner === null
        ? null
        : (
            prepared(`SELECT ${entity.owner.column} AS owner FROM ${entity.sqlName} WHERE id = ?`).get(id) as
              { owner: Cell } | undefined
          )?.owner,
    insert(entity: Entity, cells: Cells) {
      let insert = inserts.get(entity);
      if (!insert) {
        const columns = [...entity.columns.values()];
        const names = columns.map(({ name }) => name);
        const places = names.map(() => '?').join(', ');
        const sql = `INSERT INTO ${entity.sqlName} (${names.join(', ')}) VALUES (${places})`;
        inserts.set(entity, (insert = { statement: sqlite.prepare(sql), columns }));
      }
      insert.statement.run(insert.columns.map((column) => cells[column.name] ?? column.default));
    },
    update(entity: Entity, id: string, cells: Cells) {
      const names = Object.keys(cells).filter((name) => entity.columns.has(name));
      if (names.length === 0) return;
      prepared(
        `UPDATE ${entity.sqlName} SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
      ).run({ ...cells, id });
    },
    /** Ids of the rows that are parts of this one. */
    parts(entity: Entity, id: string): { entity: Entity; id: string; removed: number }[] {
      return entity.parts.flatMap((part) => {
        const partEntity = registry.get(part.entity);
        const rows = prepared(`SELECT id, removed FROM ${partEntity.sqlName} WHERE ${part.column} = ?`).all(id);
        return (rows as { id: string; removed: number }[]).map((row) => ({ entity: partEntity, ...row }));
      });
    },
    hasLivingPart: (entity: Entity, id: string): boolean =>
      entity.parts.some(
        (part) =>
          prepared(
            `SELECT 1 FROM ${registry.get(part.entity).sqlName} p
             WHERE p.${part.column} = ? AND p.removed = 0${notWithheld(entity, registry.get(part.entity), registry)} LIMIT 1`,
          ).get(id) !== undefined,
      ),
  };
}

/**
 * Leaves out parts that nobody but we can ever have: they need a record of another group and were never sealed, while what
 * they belong to is shared. Theirs is no word against a partner's removal, or the row would live here alone.
 */
function notWithheld(owner: Entity, part: Entity, registry: Registry): string {
  const needed = [...part.columns.values()].flatMap(({ name, notNull, references }) =>
    notNull && references !== null && name !== part.owner?.column && registry.get(references).scope === 'group'
      ? [
          `EXISTS (SELECT 1 FROM scope_row o JOIN scope_row t ON t.scope = o.scope AND t.entity = '${references}' AND t.row = p.${name}
             WHERE o.entity = '${owner.name}' AND o.row = p.${part.owner?.column ?? 'id'})`,
        ]
      : [],
  );
  if (needed.length === 0) return '';
  return ` AND (NOT EXISTS (SELECT 1 FROM scope_row o WHERE o.entity = '${owner.name}' AND o.row = p.${part.owner?.column ?? 'id'})
     OR EXISTS (SELECT 1 FROM change c WHERE c.entity = '${part.name}' AND c.row = p.id AND c.sealed = 1)
     OR (${needed.join(' AND ')}))`;
}

export type Rows = ReturnType<typeof createRows>;
