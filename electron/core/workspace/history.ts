import { AppError } from '../../../shared/errors.ts';
import { registry } from '../entities.ts';
import type { Author } from '../ledger/ledger.ts';
import { unpackRegister } from '../ledger/values.ts';
import { person } from '../directory/tables.ts';
import { eq } from 'drizzle-orm';
import type { OpenWorkspace } from './open.ts';

/** Author ids of the ledger → names; an id that is nobody of the directory stays as it is. */
export function authorNames(workspace: OpenWorkspace): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const row = workspace.db.select().from(person).where(eq(person.id, id)).get();
    const name = row ? [row.givenName, row.surname].filter(Boolean).join(' ') : id;
    known.set(id, name);
    return name;
  };
}

/** Who changed which field of a record, when, from what to what; newest first. */
export function recordHistory(workspace: OpenWorkspace, entity: string, row: string) {
  if (!registry.entities.has(entity)) throw new AppError('notFound', { what: entity });
  const nameOf = authorNames(workspace);
  return workspace.ledger
    .history(entity, row)
    .map(({ hlc: _, ...entry }) => ({ ...entry, author: nameOf(entry.author) }));
}

/** Values that lost against a concurrent one and wait for somebody to look at them. */
export function openConflicts(workspace: OpenWorkspace) {
  const nameOf = authorNames(workspace);
  const values = workspace.sqlite.prepare<
    [string, string, string, string],
    { lost: string; kept: string | null; author: string }
  >(
    `SELECT c.value AS lost, s.author,
       (SELECT k.value FROM change k WHERE k.entity = c.entity AND k.row = c.row AND k.field = c.field AND k.current = 1) AS kept
     FROM change c JOIN change_set s ON s.n = c.changeSet
     WHERE c.entity = ? AND c.row = ? AND c.field = ? AND c.hlc = ?`,
  );
  return workspace.ledger.conflicts.open().flatMap(({ settledAt: _, ...conflict }) => {
    const found = values.get(conflict.entity, conflict.row, conflict.field, conflict.hlc);
    return found ? [{ ...conflict, ...found, author: nameOf(found.author) }] : [];
  });
}

/** Takes the value that lost back as a normal, undoable edit, or leaves things as they are. */
export function settleConflict(
  workspace: OpenWorkspace,
  author: Author,
  choice: { entity: string; row: string; field: string; hlc: string; take: boolean },
) {
  const entity = registry.entities.get(choice.entity);
  const conflict = openConflicts(workspace).find(
    (each) =>
      each.entity === choice.entity &&
      each.row === choice.row &&
      each.field === choice.field &&
      each.hlc === choice.hlc,
  );
  if (!entity || !conflict) throw new AppError('notFound', { what: 'conflict' });
  if (choice.take) {
    const table = registry.tableOf(choice.entity);
    workspace.ledger.write(author, { label: 'workspace.settleConflict' }, (w) => {
      if (choice.field === 'removed') w.remove(table, choice.row);
      else w.update(table, choice.row, unpackRegister(entity, choice.field, conflict.lost) ?? {});
    });
  }
  workspace.ledger.conflicts.settle(choice);
}
