import type * as z from 'zod';
import { today, type IsoDay } from '../../../shared/dates.ts';
import type { obligationFields } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { beginningOf } from '../../../shared/rules/memorandumLifecycle.ts';
import { keyAtEnd, moveTo } from '../../../shared/rules/order.ts';
import { isPeriodic, periodNamed, type Repetition } from '../../../shared/rules/repetition.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { requireDay, requireOrder, requireText } from '../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { factsOf } from './facts.ts';
import { boundRepetition, periodsOfObligation } from './obligationState.ts';
import {
  memorandumOf,
  placed,
  requireDraft,
  requireMemorandum,
  requireObligation,
  requireSigned,
  type MemorandumRecord,
} from './records.ts';
import { obligation, obligationDecision, obligationNote, obligationOccurrence } from './tables.ts';

export type ObligationFields = Sparse<z.infer<typeof obligationFields>>;

/** Throws `obligationForeignParty`, `notFound`, `required`, `dayMalformed`, `endBeforeStart`, `dueBeforeStart`. */
function requireSound(reader: Reader, memorandum: MemorandumRecord, fields: ObligationFields) {
  if (fields.text !== undefined) requireText(fields.text, 'text');
  for (const field of ['dueOn', 'repeatFrom', 'repeatUntil'] as const) requireDay(fields[field], field);
  requireOrder(fields.repeatFrom, fields.repeatUntil, 'repeatUntil');
  const begins = beginningOf(memorandum);
  if (fields.dueOn && begins !== null && fields.dueOn < begins) throw new AppError('dueBeforeStart', {}, 'dueOn');
  const belongs = (table: 'memorandum_party' | 'memorandum_clause', id: string): boolean =>
    readOne(reader, `SELECT 1 FROM ${table} WHERE id = ? AND memorandumId = ? AND removed = 0`, id, memorandum.id) !==
    undefined;
  if (fields.partyId !== undefined && !belongs('memorandum_party', fields.partyId))
    throw new AppError('obligationForeignParty', {}, 'partyId');
  if (fields.clauseId && !belongs('memorandum_clause', fields.clauseId))
    throw new AppError('notFound', { what: 'memorandumClause' }, 'clauseId');
}

/** Bounds are typed one after the other: the new one goes with the one that is there. Throws `endBeforeStart`. */
function requireBounds(stored: Pick<Repetition, 'repeatFrom' | 'repeatUntil'>, patch: ObligationFields) {
  const { repeatFrom, repeatUntil } = patch;
  if (repeatUntil !== undefined)
    requireOrder(repeatFrom === undefined ? stored.repeatFrom : repeatFrom, repeatUntil, 'repeatUntil');
  else if (repeatFrom !== undefined) requireOrder(repeatFrom, stored.repeatUntil, 'repeatFrom');
}

/** What an obligation repeats as a whole: changing the kind takes the deadline of its own away. */
const settled = (fields: ObligationFields): ObligationFields =>
  fields.repeat !== undefined && fields.repeat !== 'none' ? { ...fields, dueOn: null } : fields;

/** A new obligation of one of the parties, at the end. Throws as `requireSound`, `memorandumLocked`, `memorandumAgreed`. */
export function addObligation(
  workspace: OpenWorkspace,
  author: Author,
  input: ObligationFields & { memorandumId: string; partyId: string; text: string },
): string {
  const { memorandumId, ...fields } = input;
  const memorandum = requireMemorandum(workspace, memorandumId);
  requireDraft(memorandum);
  requireSound(workspace, memorandum, fields);
  return workspace.ledger.write(author, { label: 'memoranda.addObligation' }, (w) => {
    const { key, rekeyed } = keyAtEnd(placed(workspace, 'obligation', memorandumId));
    for (const twin of rekeyed) w.update(obligation, twin.id, { sortKey: twin.key });
    return w.insert(obligation, {
      ...settled(fields),
      partyId: input.partyId,
      text: input.text.trim(),
      memorandumId,
      sortKey: key,
    });
  });
}

/** Throws as `addObligation`. */
export function updateObligation(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: ObligationFields; base?: Record<string, Base> | undefined },
) {
  const memorandum = memorandumOf(workspace, 'obligation', input.id);
  requireDraft(memorandum);
  requireSound(workspace, memorandum, input.patch);
  requireBounds(requireObligation(workspace, input.id), input.patch);
  workspace.ledger.write(author, { label: 'memoranda.updateObligation' }, (w) =>
    w.update(obligation, input.id, settled(input.patch), input.base),
  );
}

/** Puts an obligation to a place, counted from 0. */
export function moveObligation(workspace: OpenWorkspace, author: Author, input: { id: string; to: number }) {
  const memorandum = memorandumOf(workspace, 'obligation', input.id);
  requireDraft(memorandum);
  workspace.ledger.write(author, { label: 'memoranda.moveObligation' }, (w) => {
    for (const moved of moveTo(placed(workspace, 'obligation', memorandum.id), input.id, input.to))
      w.update(obligation, moved.id, { sortKey: moved.key });
  });
}

export function removeObligation(workspace: OpenWorkspace, author: Author, id: string) {
  requireDraft(memorandumOf(workspace, 'obligation', id));
  workspace.ledger.write(author, { label: 'memoranda.removeObligation' }, (w) => w.remove(obligation, id));
}

/**
 * How far an obligation, or one period of a periodic one, has been fulfilled; free after signing. Done without a day is
 * done today. The record of a period bears the obligation's id and the period's name, so that two devices make the same.
 * Throws `notFound`, `memorandumNotSigned`, `periodNeeded`, `periodUnknown`, `dayMalformed`, `dayAhead`.
 */
export function setObligationState(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; period: string | null; status: ExecutionStatus; doneOn: IsoDay | null },
  now: Date,
) {
  const { id, period, status } = input;
  const row = requireObligation(workspace, id);
  const memorandum = requireMemorandum(workspace, row.memorandumId);
  requireSigned(memorandum);
  requireDay(input.doneOn, 'doneOn');
  if (status === 'done' && input.doneOn !== null && input.doneOn > today(now))
    throw new AppError('dayAhead', { day: input.doneOn }, 'doneOn');
  const doneOn = status === 'done' ? (input.doneOn ?? today(now)) : null;
  if (period === null && isPeriodic(row.repeat) && status !== 'cancelled' && row.status !== 'cancelled')
    throw new AppError('periodNeeded', {}, 'period');
  if (period !== null) {
    const day = today(now);
    const facts = factsOf(workspace, memorandum);
    const { repetition, decidedOn } = boundRepetition(row, facts, day);
    // However far back: what is listed begins with the last sixty.
    const known =
      (periodNamed(repetition, decidedOn, period)?.startsOn ?? '9999-12-31') <= day ||
      periodsOfObligation(row, facts, day, []).some(({ name }) => name === period);
    const written = readOne(workspace, 'SELECT 1 FROM obligation_occurrence WHERE id = ?', `${id}:${period}`);
    if (!written && !known) throw new AppError('periodUnknown', { period }, 'period');
  }
  workspace.ledger.write(author, { label: 'memoranda.setObligationState' }, (w) => {
    if (period === null) {
      w.update(obligation, id, { status, doneOn });
      return;
    }
    const occurrenceId = `${id}:${period}`;
    const there = readOne<{ removed: number }>(
      workspace,
      'SELECT removed FROM obligation_occurrence WHERE id = ?',
      occurrenceId,
    );
    if (!there) {
      w.insert(obligationOccurrence, { id: occurrenceId, obligationId: id, period, status, doneOn });
      return;
    }
    if (there.removed === 1) w.restore(obligationOccurrence, occurrenceId);
    w.update(obligationOccurrence, occurrenceId, { status, doneOn });
  });
}

/** Throws `notFound`, `required`, `dayMalformed`. */
export function addObligationNote(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; notedOn: IsoDay; text: string },
): string {
  requireObligation(workspace, input.id);
  requireDay(input.notedOn, 'notedOn');
  requireText(input.text, 'text');
  const writer = readOne<{ id: string }>(workspace, 'SELECT id FROM person WHERE id = ?', author.person);
  return workspace.ledger.write(author, { label: 'memoranda.addObligationNote' }, (w) =>
    w.insert(obligationNote, {
      obligationId: input.id,
      notedOn: input.notedOn,
      personId: writer?.id ?? null,
      text: input.text.trim(),
    }),
  );
}

export function removeObligationNote(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'memoranda.removeObligationNote' }, (w) => w.remove(obligationNote, id));
}

const linksBetween = (reader: Reader, { id, decisionId }: { id: string; decisionId: string }) =>
  readAll<{ id: string; removed: number }>(
    reader,
    'SELECT id, removed FROM obligation_decision WHERE obligationId = ? AND decisionId = ? ORDER BY id',
    id,
    decisionId,
  );

/** Ties a decision of a meeting to an obligation that it serves. */
export function linkDecision(workspace: OpenWorkspace, author: Author, input: { id: string; decisionId: string }) {
  requireObligation(workspace, input.id);
  const decision = readOne<{ kind: string }>(
    workspace,
    'SELECT kind FROM decision WHERE id = ? AND removed = 0',
    input.decisionId,
  );
  if (!decision) throw new AppError('notFound', { what: 'decision' }, 'decisionId');
  if (decision.kind !== 'decision') throw new AppError('decisionIsInformation', {}, 'decisionId');
  const links = linksBetween(workspace, input);
  if (links.some(({ removed }) => removed === 0)) return;
  workspace.ledger.write(author, { label: 'memoranda.linkDecision' }, (w) => {
    const [earlier] = links;
    if (earlier) w.restore(obligationDecision, earlier.id);
    else w.insert(obligationDecision, { obligationId: input.id, decisionId: input.decisionId });
  });
}

export function unlinkDecision(workspace: OpenWorkspace, author: Author, input: { id: string; decisionId: string }) {
  const links = linksBetween(workspace, input).filter(({ removed }) => removed === 0);
  if (links.length === 0) throw new AppError('notFound', { what: 'obligationDecision' });
  workspace.ledger.write(author, { label: 'memoranda.unlinkDecision' }, (w) => {
    for (const { id } of links) w.remove(obligationDecision, id);
  });
}
