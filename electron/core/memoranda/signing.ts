import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { stateOn } from '../../../shared/rules/memorandumLifecycle.ts';
import type { Author } from '../ledger/ledger.ts';
import { requireDay, requireText } from '../meetings/checks.ts';
import { readAll, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { factsOf } from './facts.ts';
import { textWords } from './fields.ts';
import { readReadiness } from './readiness.ts';
import { isSigned, requireDraft, requireMemorandum, requireUnsigned } from './records.ts';
import { memorandum } from './tables.ts';
import { insertVersion } from './versions.ts';

/** Throws `dayInFuture`: what has been done was done by today. */
function requirePast(day: IsoDay, now: Date, field: string) {
  if (day > today(now)) throw new AppError('dayInFuture', {}, field);
}

/**
 * All parties have agreed to the text, which is kept as a version. The words are locked; who signs, and the council's
 * approval, are still filled in. Throws `memorandumLocked`, `memorandumAgreed`, `memorandumPartiesFew`,
 * `memorandumTextMissing`, `dayMalformed`, `dayInFuture`.
 */
export function agree(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: { id: string; on: IsoDay },
  now: Date,
) {
  const { id, on } = input;
  const record = requireMemorandum(workspace, id);
  requireDraft(record);
  requireDay(on, 'on');
  requirePast(on, now, 'on');
  const { findings } = readReadiness(workspace, resources, id, now);
  const early = new Set(['memorandumPartiesFew', 'memorandumTextMissing', 'clauseEmpty']);
  const obstacle = findings.find(({ code }) => early.has(code));
  if (obstacle) throw new AppError(obstacle.code, obstacle.params, obstacle.field);
  const label = textWords(resources, record.language)('version.agreed');
  workspace.ledger.write(author, { label: 'memoranda.agree' }, (w) => {
    w.update(memorandum, id, { status: 'agreed', agreedOn: on });
    insertVersion(w, workspace, author, resources, { ...record, status: 'agreed' }, { kind: 'agreed', label }, now);
  });
}

/** Back to the draft. Throws `memorandumLocked`, `memorandumNotAgreed`. */
export function reopen(workspace: OpenWorkspace, author: Author, id: string) {
  const record = requireMemorandum(workspace, id);
  requireUnsigned(record);
  if (record.status !== 'agreed') throw new AppError('memorandumNotAgreed');
  workspace.ledger.write(author, { label: 'memoranda.reopen' }, (w) =>
    w.update(memorandum, id, { status: 'draft', agreedOn: null }),
  );
}

/** Another signed memorandum with this number; between agencies numbers may meet, within one file they are a slip. */
const twinOf = (reader: Reader, id: string, number: string) =>
  readAll<{ title: string; number: string }>(
    reader,
    `SELECT title, number FROM memorandum
     WHERE removed = 0 AND id <> ? AND status IN ('signed', 'terminated') AND number <> ''`,
    id,
  ).find((other) => other.number.trim().toLocaleLowerCase() === number.trim().toLocaleLowerCase());

/**
 * Signs a memorandum: its number and days are fixed, the whole text is kept as a version with its SHA-256, and the words
 * of text, parties and obligations are locked. Coming into force and replacing another one follow from the days.
 * Throws `memorandumLocked`, `required`, `dayMalformed`, `dayInFuture`, `signedBeforeAgreed`, `memorandumNumberTaken`,
 * the first thing that stands in the way (see `readReadiness`), with the field that it belongs to.
 */
export function sign(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: { id: string; on: IsoDay; number: string; startsOn: IsoDay | null; place?: string | undefined },
  now: Date,
): { versionId: string; hash: string } {
  const { id, on, startsOn } = input;
  const record = requireMemorandum(workspace, id);
  requireUnsigned(record);
  requireDay(on, 'on');
  requireDay(startsOn, 'startsOn');
  requirePast(on, now, 'on');
  requireText(input.number, 'number');
  if (record.agreedOn !== null && on < record.agreedOn) throw new AppError('signedBeforeAgreed', {}, 'on');
  const number = input.number.trim();
  const twin = twinOf(workspace, id, number);
  if (twin) throw new AppError('memorandumNumberTaken', { number, title: twin.title }, 'number');
  const fields = {
    status: 'signed' as const,
    agreedOn: record.agreedOn ?? on,
    signedOn: on,
    number,
    startsOn,
    place: input.place?.trim() ?? record.place,
  };
  const obstacle = readReadiness(workspace, resources, id, now, fields).findings.find(({ blocking }) => blocking);
  if (obstacle) throw new AppError(obstacle.code, obstacle.params, obstacle.field);
  const label = textWords(resources, record.language)('version.signed');
  return workspace.ledger.write(author, { label: 'memoranda.sign' }, (w) => {
    w.update(memorandum, id, fields);
    const signed = { ...record, ...fields };
    const version = insertVersion(w, workspace, author, resources, signed, { kind: 'signed', label }, now);
    return { versionId: version.id, hash: version.hash };
  });
}

/**
 * Ends a signed memorandum before its time: from this day on it is no longer in force. Throws `memorandumNotSigned`,
 * `memorandumOver` (it has ended already), `required`, `dayMalformed`, `terminatedBeforeSigned`.
 */
export function terminate(workspace: OpenWorkspace, author: Author, input: { id: string; on: IsoDay; reason: string }) {
  const { id, on, reason } = input;
  const record = requireMemorandum(workspace, id);
  if (!isSigned(record)) throw new AppError('memorandumNotSigned');
  requireDay(on, 'on');
  requireText(reason, 'reason');
  if (record.status === 'terminated') throw new AppError('memorandumOver', {}, 'on');
  if (record.signedOn !== null && on < record.signedOn) throw new AppError('terminatedBeforeSigned', {}, 'on');
  const state = stateOn(factsOf(workspace, record), on);
  if (state === 'expired' || state === 'superseded') throw new AppError('memorandumOver', {}, 'on');
  workspace.ledger.write(author, { label: 'memoranda.terminate' }, (w) =>
    w.update(memorandum, id, { status: 'terminated', terminatedOn: on, terminationReason: reason.trim() }),
  );
}

/** Takes a termination back. Throws `memorandumNotTerminated`. */
export function reinstate(workspace: OpenWorkspace, author: Author, id: string) {
  const record = requireMemorandum(workspace, id);
  if (record.status !== 'terminated') throw new AppError('memorandumNotTerminated');
  workspace.ledger.write(author, { label: 'memoranda.reinstate' }, (w) =>
    w.update(memorandum, id, { status: 'signed', terminatedOn: null, terminationReason: '' }),
  );
}
