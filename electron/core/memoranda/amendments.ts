import type * as z from 'zod';
import { today, type IsoDay } from '../../../shared/dates.ts';
import type { amendedClauseFields } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { stateOn } from '../../../shared/rules/memorandumLifecycle.ts';
import { keyAtEnd } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { ClauseChange, MemorandumState } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { requireDay, requireText } from '../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { readParties } from './content.ts';
import { factsOf } from './facts.ts';
import { fieldValues } from './fields.ts';
import { readObligations } from './obligationRows.ts';
import { clauseObstacles } from './readiness.ts';
import { memorandumOf, placed, requireAmendment, requireMemorandum, type MemorandumRecord } from './records.ts';
import { amendedClause, amendment } from './tables.ts';

type AmendedClauseFields = z.infer<typeof amendedClauseFields>;

const refusals: Partial<Record<MemorandumState, string>> = {
  draft: 'amendmentOfUnsigned',
  agreed: 'amendmentOfUnsigned',
  expired: 'amendmentOfExpired',
  terminated: 'amendmentOfTerminated',
  superseded: 'amendmentOfSuperseded',
};

/** Only what is signed and not over can be amended. Throws `amendmentOf…` with what the memorandum is on that day. */
function requireAmendable(reader: Reader, memorandum: MemorandumRecord, day: IsoDay, field?: string) {
  const code = refusals[stateOn(factsOf(reader, memorandum), day)];
  if (code !== undefined) throw new AppError(code, {}, field);
}

function requireDraftAmendment(reader: Reader, id: string) {
  const row = requireAmendment(reader, id);
  if (row.status === 'signed') throw new AppError('amendmentLocked');
  return row;
}

/** A new amendment to a signed memorandum. Throws `required`, `notFound`, `amendmentOf…`. */
export function addAmendment(
  workspace: OpenWorkspace,
  author: Author,
  input: { memorandumId: string; title: string },
  now: Date,
): string {
  requireAmendable(workspace, requireMemorandum(workspace, input.memorandumId), today(now));
  requireText(input.title, 'title');
  return workspace.ledger.write(author, { label: 'memoranda.addAmendment' }, (w) =>
    w.insert(amendment, { memorandumId: input.memorandumId, title: input.title.trim() }),
  );
}

/** The note stays free after signing. Throws `required`, `notFound`, `amendmentLocked`. */
export function updateAmendment(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: Sparse<{ title: string; note: string }>; base?: Record<string, Base> | undefined },
) {
  const { id, patch, base } = input;
  const row = requireAmendment(workspace, id);
  if (patch.title !== undefined) {
    requireText(patch.title, 'title');
    if (row.status === 'signed') throw new AppError('amendmentLocked');
  }
  workspace.ledger.write(author, { label: 'memoranda.updateAmendment' }, (w) => w.update(amendment, id, patch, base));
}

/** Throws `required`, `notFound`, `clauseAmendedTwice`. */
function requireSound(
  reader: Reader,
  owner: { id: string; memorandumId: string },
  { change, clauseId, text }: AmendedClauseFields,
  id: string | null,
) {
  if (change !== 'repeals') requireText(text, 'text');
  if (change !== 'adds' && clauseId === null) throw new AppError('required', {}, 'clauseId');
  if (clauseId === null) return;
  const clause = readOne(
    reader,
    'SELECT 1 FROM memorandum_clause WHERE id = ? AND memorandumId = ? AND removed = 0',
    clauseId,
    owner.memorandumId,
  );
  if (!clause) throw new AppError('notFound', { what: 'memorandumClause' }, 'clauseId');
  const twin = readOne(
    reader,
    `SELECT 1 FROM amended_clause WHERE amendmentId = ? AND clauseId = ? AND id <> ? AND change <> 'adds' AND removed = 0`,
    owner.id,
    clauseId,
    id ?? '',
  );
  if (twin && change !== 'adds') throw new AppError('clauseAmendedTwice', {}, 'clauseId');
}

/** As it is kept: a repealed clause has no words of its own. */
const tidy = ({ change, clauseId, heading, text }: AmendedClauseFields): AmendedClauseFields => ({
  change,
  clauseId,
  heading: heading.trim(),
  text: change === 'repeals' ? '' : text,
});

/** What an amendment does with one more clause. Throws as `requireSound`, `amendmentLocked`. */
export function addAmendedClause(
  workspace: OpenWorkspace,
  author: Author,
  input: AmendedClauseFields & { amendmentId: string },
): string {
  const { amendmentId } = input;
  requireSound(workspace, requireDraftAmendment(workspace, amendmentId), input, null);
  return workspace.ledger.write(author, { label: 'memoranda.addAmendedClause' }, (w) => {
    const { key, rekeyed } = keyAtEnd(placed(workspace, 'amended_clause', amendmentId));
    for (const twin of rekeyed) w.update(amendedClause, twin.id, { sortKey: twin.key });
    return w.insert(amendedClause, { ...tidy(input), amendmentId, sortKey: key });
  });
}

/** Throws `notFound`, `amendmentLocked`. */
function requireDraftClause(reader: Reader, id: string) {
  const row = readOne<AmendedClauseFields & { amendmentId: string }>(
    reader,
    'SELECT amendmentId, change, clauseId, heading, text FROM amended_clause WHERE id = ? AND removed = 0',
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'amendedClause' });
  return { row, owner: requireDraftAmendment(reader, row.amendmentId) };
}

/** Changes what an amendment does with a clause (rule 2 by `base`). Throws as `requireSound`, `amendmentLocked`. */
export function updateAmendedClause(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: Sparse<AmendedClauseFields>; base?: Record<string, Base> | undefined },
) {
  const { id, patch, base } = input;
  const { row, owner } = requireDraftClause(workspace, id);
  const fields = tidy({
    change: patch.change ?? row.change,
    clauseId: patch.clauseId === undefined ? row.clauseId : patch.clauseId,
    heading: patch.heading ?? row.heading,
    text: patch.text ?? row.text,
  });
  requireSound(workspace, owner, fields, id);
  workspace.ledger.write(author, { label: 'memoranda.updateAmendedClause' }, (w) =>
    w.update(amendedClause, id, fields, base),
  );
}

/** Throws `notFound`, `amendmentLocked`. */
export function removeAmendedClause(workspace: OpenWorkspace, author: Author, id: string) {
  requireDraftClause(workspace, id);
  workspace.ledger.write(author, { label: 'memoranda.removeAmendedClause' }, (w) => w.remove(amendedClause, id));
}

/**
 * Signs an amendment: from its first day on its clauses stand in the place of those it names.
 * Throws `amendmentLocked`, `amendmentEmpty`, `clauseHole`, `clauseFieldMissing`, `required`, `dayMalformed`, `dayInFuture`,
 * `amendmentBeforeSigned`, `endBeforeStart`, `amendmentOf…` for the day of signing and the first day.
 */
export function signAmendment(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: { id: string; on: IsoDay; number: string; startsOn: IsoDay | null },
  now: Date,
) {
  const { id, on, startsOn } = input;
  requireDraftAmendment(workspace, id);
  const memorandum = memorandumOf(workspace, 'amendment', id);
  requireDay(on, 'on');
  requireDay(startsOn, 'startsOn');
  requireText(input.number, 'number');
  if (on > today(now)) throw new AppError('dayInFuture', {}, 'on');
  if (memorandum.signedOn !== null && on < memorandum.signedOn) throw new AppError('amendmentBeforeSigned', {}, 'on');
  requireAmendable(workspace, memorandum, on, 'on');
  if (startsOn !== null) {
    if (startsOn < on) throw new AppError('endBeforeStart', {}, 'startsOn');
    requireAmendable(workspace, memorandum, startsOn, 'startsOn');
  }
  const clauses = readAll<{ id: string; heading: string; text: string; change: ClauseChange }>(
    workspace,
    'SELECT id, heading, text, change FROM amended_clause WHERE amendmentId = ? AND removed = 0 ORDER BY sortKey, id',
    id,
  );
  if (clauses.length === 0) throw new AppError('amendmentEmpty');
  const values = fieldValues(
    resources,
    memorandum,
    readParties(workspace, memorandum, now),
    readObligations(workspace, [memorandum.id]),
  );
  const [obstacle] = clauseObstacles(
    clauses.filter(({ change }) => change !== 'repeals'),
    values,
  );
  if (obstacle) throw new AppError(obstacle.code, obstacle.params, obstacle.field);
  workspace.ledger.write(author, { label: 'memoranda.signAmendment' }, (w) =>
    w.update(amendment, id, { status: 'signed', signedOn: on, number: input.number.trim(), startsOn }),
  );
}

/** Throws `notFound`, `amendmentLocked`. */
export function removeAmendment(workspace: OpenWorkspace, author: Author, id: string) {
  requireDraftAmendment(workspace, id);
  workspace.ledger.write(author, { label: 'memoranda.removeAmendment' }, (w) => w.remove(amendment, id));
}
