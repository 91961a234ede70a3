import type { ExchangeEntry } from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { patiently } from '../../workspace/writeGate.ts';
import { noteEntry, readEntry } from '../receiving/log.ts';
import { trustedCard } from '../trust/cards.ts';
import { packageFileName } from './fileNames.ts';
import type { WrittenPackage } from './sendTasks.ts';

/** A package of ours whose file is whole. */
export interface SentPackage extends WrittenPackage {
  agencyId: string;
  carrier: ExchangeEntry['carrier'];
  number: number;
  /** Instant at which it was made. */
  at: string;
  /** Our installation that made it. */
  by: string;
}

/** Notes in the log that a package was made, under the name that it has when it is saved by hand. */
export async function noteSent(workspace: OpenWorkspace, sent: SentPackage): Promise<ExchangeEntry> {
  const { agencyId, carrier, number, at, bytes, changes, manifestSha256, files, reaches, bases, by } = sent;
  const id = await patiently(() => {
    workspace.writes.pass();
    return noteEntry(workspace, {
      direction: 'sent',
      agencyId,
      at,
      carrier,
      fileName: packageFileName(trustedCard(workspace, agencyId)?.name ?? '', number, new Date(at)),
      number,
      bytes,
      changes,
      attachments: files.length,
      refused: 0,
      held: 0,
      conflicts: 0,
      manifestSha256,
      details: { reaches, bases, files, by },
    });
  });
  const entry = readEntry(workspace, id);
  if (!entry) throw new AppError('notFound', { what: 'exchangeEntry' });
  return entry;
}
