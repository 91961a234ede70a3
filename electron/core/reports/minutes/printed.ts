import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { AppError } from '../../../../shared/errors.ts';
import { isProvisional } from '../../../../shared/rules/meetingLifecycle.ts';
import { correction, meeting, signature } from '../../meetings/tables.ts';
import type { Reading } from '../../directory/reading.ts';
import { readMinutesModel } from './model.ts';
import { minutesModel, type MinutesModel } from './schema.ts';

/** Minutes as they go to paper: the model and what stands around it. */
export interface PrintedMinutes {
  model: MinutesModel;
  /** Bears the DRAFT mark: nobody has signed it. */
  draft: boolean;
  signature: { number: string; signedOn: string | null; chairName: string; secretaryName: string; hash: string } | null;
  /** Records of their own, made after the signature; the signed text stays as it was. */
  corrections: { number: string; correctedOn: string | null }[];
}

/** SHA-256 of a snapshot's UTF-8 bytes, hex. */
const snapshotHash = (snapshot: string): string => createHash('sha256').update(snapshot, 'utf8').digest('hex');

/** The model in a signature's snapshot. Throws `snapshotUnreadable`: damaged, or written by a newer version. */
function parseSnapshot(snapshot: string): MinutesModel {
  try {
    return minutesModel.parse(JSON.parse(snapshot));
  } catch {
    throw new AppError('snapshotUnreadable');
  }
}

/** The signature in force: where the meeting was signed twice apart, the one with the smaller clock (rule 8). */
function rulingSignature({ db, sqlite }: Reading, meetingId: string) {
  const signatures = db
    .select()
    .from(signature)
    .where(and(eq(signature.meetingId, meetingId), eq(signature.removed, false)))
    .orderBy(asc(signature.id))
    .all();
  if (signatures.length < 2) return signatures[0] ?? null;
  const newest = sqlite
    .prepare<[string], string>(
      `SELECT max(hlc) FROM change WHERE entity = 'signature' AND row = ? AND field = 'covers'`,
    )
    .pluck();
  const clock = new Map(signatures.map(({ id }) => [id, newest.get(id) ?? '']));
  return signatures.toSorted((a, b) => ((clock.get(a.id) ?? '') < (clock.get(b.id) ?? '') ? -1 : 1))[0] ?? null;
}

/**
 * Minutes for printing: signed ones from the snapshot, whatever the records say today, all others from the records.
 * Throws `notFound`, `snapshotUnreadable`, `snapshotForged` where the snapshot does not have the hash that was signed.
 */
export function printedMinutes(workspace: Reading, meetingId: string): PrintedMinutes {
  const signed = rulingSignature(workspace, meetingId);
  if (!signed) {
    const row = workspace.db.select({ status: meeting.status }).from(meeting).where(eq(meeting.id, meetingId)).get();
    const model = readMinutesModel(workspace, meetingId);
    return { model, draft: isProvisional(row?.status ?? 'planned'), signature: null, corrections: [] };
  }
  if (snapshotHash(signed.snapshot) !== signed.hash) throw new AppError('snapshotForged');
  const corrections = workspace.db
    .select({ number: correction.number, correctedOn: correction.correctedOn })
    .from(correction)
    .where(and(eq(correction.meetingId, meetingId), eq(correction.removed, false)))
    .orderBy(asc(correction.correctedOn), asc(correction.id))
    .all();
  const { number, signedOn, chairName, secretaryName, hash } = signed;
  return {
    model: parseSnapshot(signed.snapshot),
    draft: false,
    signature: { number, signedOn, chairName, secretaryName, hash },
    corrections,
  };
}
