import type { Ledger } from '../../ledger/ledger.ts';
import { readAll, type Reader } from '../../statements.ts';
import { hasKeys, readKeys } from '../trust/keys.ts';

type Workspace = Reader & { ledger: Pick<Ledger, 'device' | 'ahead' | 'issueAgain'> };

/** Rule 4 after sealing: what our agency sealed under a clock of the future is issued again. */
export interface IssueAgainWrite {
  input: Record<string, never>;
  result: { changes: number };
}

/** Installations of our agency: this one, and those whose streams it has signed. */
function ownDevices(workspace: Workspace): string[] {
  const { device } = workspace.ledger;
  if (!hasKeys(workspace)) return [device];
  const streams = readAll<{ device: string }>(
    workspace,
    'SELECT DISTINCT device FROM stream WHERE origin = ?',
    readKeys(workspace).agencyId,
  );
  return [...new Set([device, ...streams.map((each) => each.device)])];
}

/** How much of ours partners set aside because it comes from the future, and until when; null where nothing. */
export const readAhead = (workspace: Workspace): { changes: number; latest: string } | null =>
  workspace.ledger.ahead(ownDevices(workspace));

/**
 * What partners sealed under a clock of the future and stands here, since ours was ahead too when it came: agency → how many
 * changes, and until when. Only they can issue it again.
 */
export function readAheadOfPartners(
  workspace: Reader & { ledger: Pick<Ledger, 'aheadByDevice'> },
): Map<string, { changes: number; latest: string }> {
  const partners = new Map<string, { changes: number; latest: string }>();
  const devices = workspace.ledger.aheadByDevice();
  if (devices.length === 0) return partners;
  const origins = new Map(
    readAll<{ device: string; origin: string }>(workspace, 'SELECT DISTINCT device, origin FROM stream').map(
      ({ device, origin }) => [device, origin],
    ),
  );
  for (const { device, changes, latest } of devices) {
    const origin = origins.get(device);
    if (origin === undefined) continue;
    const known = partners.get(origin);
    partners.set(origin, {
      changes: changes + (known?.changes ?? 0),
      latest: known && known.latest > latest ? known.latest : latest,
    });
  }
  return partners;
}

/** Issues it again under present clocks; what is in force stays as it is. */
export const runIssueAgain = (workspace: Workspace): IssueAgainWrite['result'] => ({
  changes: workspace.ledger.issueAgain(ownDevices(workspace)),
});
