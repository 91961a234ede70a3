import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import type { KeptConflict } from '../../../shared/contract/workspace.ts';
import { registry } from '../entities.ts';
import type { Conflict } from '../ledger/conflicts.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Entity } from '../ledger/registry.ts';
import { readOne } from '../statements.ts';
import { authorNames } from './history.ts';
import type { OpenWorkspace } from './open.ts';
import { recordName, referredNames } from './recordNames.ts';

/** The values of a conflict as the ledger has them, and who wrote the lost one when. */
interface Values {
  lost: string;
  kept: string | null;
  author: string;
  writtenAt: string;
}

const valuesSql = `SELECT c.value AS lost, s.author, s.startedAt AS writtenAt,
    (SELECT k.value FROM change k WHERE k.entity = c.entity AND k.row = c.row AND k.field = c.field AND k.current = 1) AS kept
  FROM change c JOIN change_set s ON s.n = c.changeSet
  WHERE c.entity = ? AND c.row = ? AND c.field = ? AND c.hlc = ?`;

/** The agenda item that a record is or stands under, up the owners; null also where the item was taken away. */
function itemOf(workspace: OpenWorkspace, start: Entity, row: string): string | null {
  let entity = start;
  let id: string | null = row;
  while (id !== null && entity.name !== 'agendaItem') {
    if (!entity.owner) return null;
    id =
      readOne<{ owner: string }>(
        workspace,
        `SELECT ${entity.owner.column} AS owner FROM ${entity.sqlName} WHERE id = ?`,
        id,
      )?.owner ?? null;
    entity = registry.get(entity.owner.entity);
  }
  if (id === null) return null;
  return readOne<{ id: string }>(workspace, 'SELECT id FROM agenda_item WHERE id = ? AND removed = 0', id)?.id ?? null;
}

/** Where a record stands rather than what it says. */
const isFrame = (entity: Entity, field: string): boolean => field === 'sortKey' || field === entity.owner?.column;

const isLiving = (workspace: OpenWorkspace, entity: Entity, row: string): boolean =>
  readOne(workspace, `SELECT 1 FROM ${entity.sqlName} WHERE id = ? AND removed = 0`, row) !== undefined;

/** Whether this is of a record that signed minutes do not know: all of it is displaced, its place as well. */
function isOfUnsignedRecord(workspace: OpenWorkspace, entity: Entity, row: string, field: string): boolean {
  const sql = `SELECT removed FROM ${entity.sqlName} WHERE id = ?`;
  return (
    workspace.ledger.isFixed(entity.name, row, field) &&
    readOne<{ removed: number }>(workspace, sql, row)?.removed === 1
  );
}

/** Of a record that signed minutes do not know, only what it says is shown, while there is something. */
function withoutFrames(workspace: OpenWorkspace, open: readonly Conflict[]): Conflict[] {
  const telling = new Set<string>();
  for (const { entity, row, field } of open) {
    const known = registry.entities.get(entity);
    if (known && !isFrame(known, field)) telling.add(`${entity} ${row}`);
  }
  return open.filter(({ entity, row, field }) => {
    const known = registry.entities.get(entity);
    if (!known || !isFrame(known, field) || !telling.has(`${entity} ${row}`)) return true;
    return !isOfUnsignedRecord(workspace, known, row, field);
  });
}

/** Values that lost against a concurrent one or a signature and wait for somebody to look at them, the oldest first. */
export function openConflicts(workspace: OpenWorkspace, language: Language): KeptConflict[] {
  const { ledger } = workspace;
  const nameOf = authorNames(workspace);
  const namesIn = referredNames(workspace, language);
  return withoutFrames(workspace, ledger.conflicts.open()).flatMap(({ settledAt: _, ...conflict }) => {
    const { entity: name, row, field, hlc } = conflict;
    const entity = registry.entities.get(name);
    const found = readOne<Values>(workspace, valuesSql, name, row, field, hlc);
    if (!entity || !found) return [];
    return [
      {
        ...conflict,
        ...found,
        author: nameOf(found.author),
        // Minutes signed after it was found have closed the field too.
        kind: ledger.isFixed(name, row, field) ? ('displaced' as const) : conflict.kind,
        about: recordName(workspace, name, row, language),
        meetingId: ledger.meetingOf(name, row),
        itemId: itemOf(workspace, entity, row),
        names: namesIn(entity, field, [found.lost, found.kept]),
      },
    ];
  });
}

/**
 * Takes the value that lost back, or decides that things stay as they are: an edit that knows of both, so that it settles the
 * conflict everywhere, and that undo takes back. What signed minutes print, and a record that came back or is removed, can
 * only be taken off the list here. Refused, it stays listed.
 * Throws `notFound`, `signedLocked` where signed minutes print the field.
 */
export function settleConflict(
  workspace: OpenWorkspace,
  author: Author,
  choice: { entity: string; row: string; field: string; hlc: string; take: boolean },
) {
  const { ledger } = workspace;
  const { row, field, hlc, take } = choice;
  const entity = registry.entities.get(choice.entity);
  const open = ledger.conflicts.open().filter((each) => each.entity === choice.entity && each.row === row);
  if (!entity || !open.some((each) => each.field === field && each.hlc === hlc))
    throw new AppError('notFound', { what: 'conflict' });
  const isFixed = ledger.isFixed(choice.entity, row, field);
  if (take && isFixed) throw new AppError('signedLocked');
  const table = registry.tableOf(choice.entity);
  if (field !== 'removed' && !isFixed && (take || isLiving(workspace, entity, row))) {
    ledger.write(author, { label: 'workspace.settleConflict' }, (w) =>
      w.decide(table, row, field, { take: take ? hlc : null, lost: [hlc] }),
    );
    return;
  }
  if (take) ledger.write(author, { label: 'workspace.settleConflict' }, (w) => w.remove(table, row));
  ledger.conflicts.settle(choice);
  const left = ledger.conflicts.open().filter((each) => each.entity === choice.entity && each.row === row);
  if (left.every((each) => isFrame(entity, each.field) && isOfUnsignedRecord(workspace, entity, row, each.field)))
    for (const each of left) ledger.conflicts.settle(each);
}
