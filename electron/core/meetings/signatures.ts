import { createHash } from 'node:crypto';
import type { SignedMinutes } from '../../../shared/contract/meetingViews.ts';
import { minutesModel, type MinutesModel } from '../../../shared/contract/minutesModel.ts';
import { AppError } from '../../../shared/errors.ts';
import { agencyNames } from '../exchange/agencyNames.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import { authorNames } from '../workspace/history.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { readSettings } from '../workspace/settings.ts';
import { requireMeeting } from './records.ts';
import { undecidedSql } from './signedApart.ts';
import { meeting } from './tables.ts';

export interface StoredSignature {
  id: string;
  number: string;
  signedOn: string;
  chairName: string;
  secretaryName: string;
  snapshot: string;
  hash: string;
  /** Who signed, where, and when: of the change that brought it into the ledger. */
  author: string;
  device: string;
  at: string;
}

/**
 * The signatures of a meeting, the one in force first: the one that a person has decided for, else the one with the
 * smallest clock (rule 8; `ledger/signatures.ts` reckons the same for what it covers).
 */
export const signaturesOf = (reader: Reader, meetingId: string): StoredSignature[] =>
  readAll(
    reader,
    `SELECT s.id, s.number, s.signedOn, s.chairName, s.secretaryName, s.snapshot, s.hash, t.author, t.device,
       t.startedAt AS at
     FROM signature s JOIN meeting m ON m.id = s.meetingId
       CROSS JOIN change c ON c.entity = 'signature' AND c.row = s.id AND c.field = 'covers' AND c.current = 1
       JOIN change_set t ON t.n = c.changeSet
     WHERE s.meetingId = ? AND s.removed = 0 ORDER BY s.id IS m.rulingId DESC, c.hlc, s.id`,
    meetingId,
  );

/** SHA-256 of a snapshot's UTF-8 bytes, hex. */
export const snapshotHash = (snapshot: string): string => createHash('sha256').update(snapshot, 'utf8').digest('hex');

/** The model in a signature's snapshot; null where it is damaged, or written by a newer version. */
export function modelOf({ snapshot }: Pick<StoredSignature, 'snapshot'>): MinutesModel | null {
  try {
    return minutesModel.parse(JSON.parse(snapshot));
  } catch {
    return null;
  }
}

interface Decision {
  rulingId: string | null;
  hlc: string;
  author: string;
  device: string;
  at: string;
}

const lastDecision = (reader: Reader, meetingId: string): Decision | undefined =>
  readOne(
    reader,
    `SELECT c.value ->> '$.rulingId' AS rulingId, c.hlc, t.author, t.device, t.startedAt AS at FROM change c
       JOIN change_set t ON t.n = c.changeSet
     WHERE c.entity = 'meeting' AND c.row = ? AND c.field = 'ruling' AND c.current = 1`,
    meetingId,
  );

/** The name of the agency, our own too, by the device that a signature or a decision comes from. */
export function signingAgencies(reader: Reader): (device: string) => string {
  const own = readSettings(reader).homeAgency ?? '';
  const agencies = agencyNames(reader, own);
  return (device) => agencies.ofDevice(device) || agencies.named(own);
}

/** Everything that was signed as the minutes of a meeting, and what was decided between it. Throws `meetingNotSigned`. */
export function readSignedMinutes(workspace: OpenWorkspace, id: string): SignedMinutes {
  requireMeeting(workspace, id);
  const signatures = signaturesOf(workspace, id);
  if (signatures.length === 0) throw new AppError('meetingNotSigned');
  const nameOf = authorNames(workspace);
  const agencyOf = signingAgencies(workspace);
  const decision = lastDecision(workspace, id);
  return {
    meetingId: id,
    undecided: readOne(workspace, `SELECT 1 FROM meeting m WHERE m.id = ? AND ${undecidedSql}`, id) !== undefined,
    decided:
      decision?.rulingId === null || decision === undefined
        ? null
        : { by: nameOf(decision.author), agency: agencyOf(decision.device), at: decision.at },
    clock: decision?.hlc ?? null,
    signatures: signatures.map((signature, index) => {
      const { snapshot, author, device, at, ...shown } = signature;
      const intact = snapshotHash(snapshot) === signature.hash;
      return {
        ...shown,
        inForce: index === 0,
        by: nameOf(author),
        agency: agencyOf(device),
        at,
        intact,
        model: intact ? modelOf(signature) : null,
      };
    }),
  };
}

/**
 * A person decides which of several signed minutes are in force (rule 8): what this signature covers holds from then on,
 * everywhere the decision comes to. Undo takes it back, another decision replaces it.
 * @param input.clock that of the decision which the page had read
 * @throws `notFound`, `signedOnce`
 */
export function decideSignature(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; signatureId: string; clock: string | null },
) {
  const { id, signatureId, clock } = input;
  requireMeeting(workspace, id);
  const ids = signaturesOf(workspace, id).map((signature) => signature.id);
  if (!ids.includes(signatureId)) throw new AppError('notFound', { what: 'signature' });
  if (ids.length < 2) throw new AppError('signedOnce');
  const ruledOver = ids.toSorted().join(' ');
  workspace.ledger.write(author, { label: 'meetings.decideSignature' }, (w) =>
    w.update(meeting, id, { rulingId: signatureId, ruledOver }, { ruling: { clock } }),
  );
}
