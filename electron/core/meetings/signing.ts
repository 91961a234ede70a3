import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { canonicalJson, differences } from '../canonicalJson.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Author } from '../ledger/ledger.ts';
import { readMinutesModel } from '../reports/minutes/model.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireDay } from './checks.ts';
import { numberForSigning } from './numbers.ts';
import { readReadiness } from './readiness.ts';
import { requireAction, requireMeeting } from './records.ts';
import { signaturesOf, snapshotHash } from './signatures.ts';
import { meeting, signature } from './tables.ts';

/**
 * Signs the minutes (rule 8): in one write the number is fixed, everything they print is taken down as canonical JSON
 * with its SHA-256, and the clocks of what was signed are kept. From then on the ledger refuses every change of it.
 * Throws `signedLocked`, `meetingNotDraft`, the first thing that stands in the way (see `readReadiness`),
 * `dayMalformed`, `signedBeforeMeeting`, `numberTaken`.
 */
export function signMinutes(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; on: IsoDay; number: string | null },
  now: Date,
): { number: string; hash: string } {
  const { id, on } = input;
  const row = requireMeeting(workspace, id);
  const status = requireAction(row, 'sign');
  requireDay(on, 'on');
  const obstacle = readReadiness(workspace, id, now).find(({ blocking }) => blocking);
  if (obstacle) throw new AppError(obstacle.code, obstacle.params);
  const { heldOn } = row;
  if (heldOn === null) throw new AppError('dayMissing');
  if (on < heldOn) throw new AppError('signedBeforeMeeting', {}, 'on');
  const people = peopleOn(workspace, [row.chairId, row.secretaryId], heldOn);
  return workspace.ledger.write(author, { label: 'meetings.sign' }, (w) => {
    const { given, yielding } = numberForSigning(workspace, { ...row, heldOn }, input.number);
    for (const { id: other, ...number } of yielding) w.update(meeting, other, number);
    w.update(meeting, id, { status, ...given });
    const snapshot = canonicalJson(readMinutesModel(workspace, id));
    const hash = snapshotHash(snapshot);
    w.insert(signature, {
      meetingId: id,
      number: given.number,
      signedOn: on,
      chairName: people.name(row.chairId),
      secretaryName: people.name(row.secretaryId),
      snapshot,
      hash,
      // Taken last: it must hold the clocks of the updates above.
      covers: JSON.stringify(w.cover(id)),
    });
    return { number: given.number, hash };
  });
}

/** Differences beyond this many are no use to anybody who reads them. */
const mostDifferences = 100;

/**
 * What minutes print but rule 8 leaves free: how earlier decisions are carried out, and files added later. Also whose paper
 * it is: where the group names no body, that is the agency which looks, not the one that signed.
 */
const isFree = (path: string): boolean => /^items\[\d+\]\.(?:carried|materials)|^group\.organisation$/.test(path);

/**
 * Whether every signature's snapshot still has its hash, and where the records by now say something else than the
 * signature that rules: a person's new name, an edit that came by exchange. Throws `meetingNotSigned`.
 */
export function verifySignatures(workspace: OpenWorkspace, id: string): { intact: boolean; differs: string[] } {
  requireMeeting(workspace, id);
  const signatures = signaturesOf(workspace, id);
  const ruling = signatures[0];
  if (!ruling) throw new AppError('meetingNotSigned');
  const intact = signatures.every(({ snapshot, hash }) => snapshotHash(snapshot) === hash);
  const differs = differences(parse(ruling.snapshot), readMinutesModel(workspace, id));
  return { intact, differs: differs.filter((path) => !isFree(path)).slice(0, mostDifferences) };
}

function parse(snapshot: string): unknown {
  try {
    return JSON.parse(snapshot);
  } catch {
    // A forged snapshot may be no JSON at all; its hash has already said so.
    return null;
  }
}
