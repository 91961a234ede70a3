import { AppError } from '../../../shared/errors.ts';
import type { Placed } from '../../../shared/rules/order.ts';
import { safeDay, safeRepetition } from '../decisions/register/stored.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { amendment, memorandum, obligation } from './tables.ts';

/** A memorandum as it lies in its table. */
export type MemorandumRecord = Omit<typeof memorandum.$inferSelect, 'removed'> & { removed: number };
export type AmendmentRecord = Omit<typeof amendment.$inferSelect, 'removed'> & { removed: number };
export type ObligationRecord = Omit<typeof obligation.$inferSelect, 'removed'> & { removed: number };

/** The memorandum; days that are none (a partner's older program) count as not set. Throws `notFound`, also for a removed one. */
export function requireMemorandum(reader: Reader, id: string, field?: string): MemorandumRecord {
  const row = readOne<MemorandumRecord>(reader, 'SELECT * FROM memorandum WHERE id = ? AND removed = 0', id);
  if (!row) throw new AppError('notFound', { what: 'memorandum' }, field);
  const { agreedOn, signedOn, startsOn, endsOn, terminatedOn } = row;
  return {
    ...row,
    agreedOn: safeDay(agreedOn),
    signedOn: safeDay(signedOn),
    startsOn: safeDay(startsOn),
    endsOn: safeDay(endsOn),
    terminatedOn: safeDay(terminatedOn),
  };
}

const owners = {
  memorandumParty: 'SELECT memorandumId FROM memorandum_party WHERE id = ? AND removed = 0',
  // Taken away by another page while this one goes on writing, its words come back (rule 5).
  memorandumClause: 'SELECT memorandumId FROM memorandum_clause WHERE id = ?',
  obligation: 'SELECT memorandumId FROM obligation WHERE id = ? AND removed = 0',
  obligationNote: `SELECT o.memorandumId FROM obligation_note n JOIN obligation o ON o.id = n.obligationId
    WHERE n.id = ? AND n.removed = 0 AND o.removed = 0`,
  amendment: 'SELECT memorandumId FROM amendment WHERE id = ? AND removed = 0',
  amendedClause: `SELECT a.memorandumId FROM amended_clause c JOIN amendment a ON a.id = c.amendmentId
    WHERE c.id = ? AND c.removed = 0 AND a.removed = 0`,
} as const;

/** The memorandum that a part of it belongs to. Throws `notFound` for the part or the memorandum. */
export function memorandumOf(reader: Reader, what: keyof typeof owners, id: string): MemorandumRecord {
  const row = readOne<{ memorandumId: string }>(reader, owners[what], id);
  if (!row) throw new AppError('notFound', { what });
  return requireMemorandum(reader, row.memorandumId);
}

/** Throws `notFound`. */
export function requireObligation(reader: Reader, id: string): ObligationRecord {
  const row = readOne<ObligationRecord>(reader, 'SELECT * FROM obligation WHERE id = ? AND removed = 0', id);
  if (!row) throw new AppError('notFound', { what: 'obligation' });
  return { ...row, ...safeRepetition(row), dueOn: safeDay(row.dueOn), doneOn: safeDay(row.doneOn) };
}

/** Throws `notFound`. */
export function requireAmendment(reader: Reader, id: string): AmendmentRecord {
  const row = readOne<AmendmentRecord>(reader, 'SELECT * FROM amendment WHERE id = ? AND removed = 0', id);
  if (!row) throw new AppError('notFound', { what: 'amendment' });
  return row;
}

export const isSigned = ({ status }: Pick<MemorandumRecord, 'status'>): boolean =>
  status === 'signed' || status === 'terminated';

/** The text can be changed: a draft. Throws `memorandumLocked` (signed), `memorandumAgreed` (to be reopened first). */
export function requireDraft(record: Pick<MemorandumRecord, 'status'>) {
  if (isSigned(record)) throw new AppError('memorandumLocked');
  if (record.status === 'agreed') throw new AppError('memorandumAgreed');
}

/** Throws `memorandumLocked`: what is filled in up to the signing. */
export function requireUnsigned(record: Pick<MemorandumRecord, 'status'>) {
  if (isSigned(record)) throw new AppError('memorandumLocked');
}

/** Throws `memorandumNotSigned`. */
export function requireSigned(record: Pick<MemorandumRecord, 'status'>) {
  if (!isSigned(record)) throw new AppError('memorandumNotSigned');
}

const lists = {
  memorandum_party: 'SELECT id, sortKey AS key FROM memorandum_party WHERE memorandumId = ? AND removed = 0',
  memorandum_clause: 'SELECT id, sortKey AS key FROM memorandum_clause WHERE memorandumId = ? AND removed = 0',
  obligation: 'SELECT id, sortKey AS key FROM obligation WHERE memorandumId = ? AND removed = 0',
  amended_clause: 'SELECT id, sortKey AS key FROM amended_clause WHERE amendmentId = ? AND removed = 0',
} as const;

/** Parts of a memorandum (of an amendment: its clauses) in no order, for keys. */
export const placed = (reader: Reader, table: keyof typeof lists, ownerId: string): Placed[] =>
  readAll<Placed>(reader, lists[table], ownerId);
