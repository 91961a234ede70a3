import type * as z from 'zod';
import type { assigneeFields } from '../../../shared/contract/decisions.ts';
import { AppError } from '../../../shared/errors.ts';
import { arrange } from '../../../shared/rules/order.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { meetingOf, requirePart } from '../meetings/records.ts';
import { readAll, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { v7 as newId } from 'uuid';
import { assignee } from './tables.ts';

type Assignee = z.infer<typeof assigneeFields>;

const sameAs = ({ organisationId, personId, nameText }: Assignee): string =>
  JSON.stringify([organisationId, personId, nameText.trim()]);

/** Everybody once. Throws `required`: an assignee must be somebody. */
export function distinctAssignees(assignees: readonly Assignee[]): Map<string, Assignee> {
  for (const { organisationId, personId, nameText } of assignees)
    if (organisationId === null && personId === null && nameText.trim() === '')
      throw new AppError('required', {}, 'assignees');
  return new Map(assignees.map((one) => [sameAs(one), one]));
}

/** Makes the assignees of a decision those that are wanted; whoever stays keeps their record. */
export function arrangeAssignees(w: Writer, reader: Reader, decisionId: string, wanted: ReadonlyMap<string, Assignee>) {
  const there = readAll<Assignee & { id: string; key: string }>(
    reader,
    `SELECT id, organisationId, personId, nameText, sortKey AS key FROM assignee
     WHERE decisionId = ? AND removed = 0 ORDER BY sortKey, id`,
    decisionId,
  );
  const kept = new Map<string, string>();
  for (const row of there) {
    const key = sameAs(row);
    if (wanted.has(key) && !kept.has(key)) kept.set(key, row.id);
    else w.remove(assignee, row.id);
  }
  const order = [...wanted].map(([key, fields]) => ({ id: kept.get(key) ?? newId(), fields, isNew: !kept.has(key) }));
  const keys = new Map(
    arrange(
      there,
      order.map(({ id }) => id),
    ).map(({ id, key }) => [id, key]),
  );
  for (const { id, fields, isNew } of order) {
    const sortKey = keys.get(id);
    if (isNew)
      w.insert(assignee, { ...fields, nameText: fields.nameText.trim(), id, decisionId, sortKey: sortKey ?? 'a0' });
    else if (sortKey !== undefined) w.update(assignee, id, { sortKey });
  }
}

/**
 * Says who carries a decision out; the first answers for the whole. Whoever stays keeps their record, so that two
 * devices that add one each end up with both (rule 5). Throws `required`, `signedLocked`, `notFound`.
 */
export function setAssignees(workspace: OpenWorkspace, author: Author, input: { id: string; assignees: Assignee[] }) {
  requirePart(meetingOf(workspace, 'decision', input.id), 'minutesText');
  const wanted = distinctAssignees(input.assignees);
  workspace.ledger.write(author, { label: 'decisions.setAssignees' }, (w) =>
    arrangeAssignees(w, workspace, input.id, wanted),
  );
}
