import { and, asc, eq } from 'drizzle-orm';
import { AppError } from '../../../../shared/errors.ts';
import { isProvisional } from '../../../../shared/rules/meetingLifecycle.ts';
import { modelOf, signaturesOf, signingAgencies, snapshotHash } from '../../meetings/signatures.ts';
import { correction, meeting } from '../../meetings/tables.ts';
import type { Reading } from '../../directory/reading.ts';
import { readMinutesModel } from './model.ts';
import type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';

/** Minutes as they go to paper: the model and what stands around it. */
export interface PrintedMinutes {
  model: MinutesModel;
  /** Bears the DRAFT mark: nobody has signed it. */
  draft: boolean;
  /** Signed, but other signed minutes of the same meeting are in force: those. */
  superseded: { number: string; signedOn: string; agency: string } | null;
  signature: { number: string; signedOn: string | null; chairName: string; secretaryName: string; hash: string } | null;
  /** Records of their own, made after the signature; the signed text stays as it was. */
  corrections: { number: string; correctedOn: string | null }[];
}

/**
 * Minutes for printing: signed ones from the snapshot, whatever the records say today, all others from the records.
 * @param signatureId one of several signatures; without it the one in force
 * @throws `notFound`, `snapshotUnreadable`, `snapshotForged` where the snapshot does not have the hash that was signed
 */
export function printedMinutes(workspace: Reading, meetingId: string, signatureId?: string | null): PrintedMinutes {
  const signatures = signaturesOf(workspace, meetingId);
  const [ruling] = signatures;
  const signed = signatureId ? signatures.find(({ id }) => id === signatureId) : ruling;
  if (signatureId && !signed) throw new AppError('notFound', { what: 'signature' });
  if (!signed || !ruling) {
    const row = workspace.db.select({ status: meeting.status }).from(meeting).where(eq(meeting.id, meetingId)).get();
    const model = readMinutesModel(workspace, meetingId);
    const draft = isProvisional(row?.status ?? 'planned');
    return { model, draft, superseded: null, signature: null, corrections: [] };
  }
  if (snapshotHash(signed.snapshot) !== signed.hash) throw new AppError('snapshotForged');
  const model = modelOf(signed);
  if (!model) throw new AppError('snapshotUnreadable');
  const isInForce = signed.id === ruling.id;
  const corrections = workspace.db
    .select({ number: correction.number, correctedOn: correction.correctedOn })
    .from(correction)
    .where(and(eq(correction.meetingId, meetingId), eq(correction.removed, false)))
    .orderBy(asc(correction.correctedOn), asc(correction.id))
    .all();
  const { number, signedOn, chairName, secretaryName, hash } = signed;
  return {
    model,
    draft: false,
    superseded: isInForce
      ? null
      : { number: ruling.number, signedOn: ruling.signedOn, agency: signingAgencies(workspace)(ruling.device) },
    signature: { number, signedOn, chairName, secretaryName, hash },
    // They correct what is in force.
    corrections: isInForce ? corrections : [],
  };
}
