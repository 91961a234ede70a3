import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { IncomingFile } from '../../files/tickets.ts';
import { openReceipt, type Receipt } from '../package/receipt.ts';
import { readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { isBelieved, signerOf } from '../trust/cards.ts';
import { readKeys } from '../trust/keys.ts';
import { verifierWith } from '../trust/signing.ts';
import { acknowledge } from './log.ts';
import { hear } from './peers.ts';

/** What a receipt came to. */
export interface ReadReceipt {
  agencyId: string;
  agency: string;
  at: string;
  have: ExchangeHave;
  refused: number;
}

function verifySigner(reader: Reader, receipt: Receipt, bytes: Buffer, signature: Buffer): boolean {
  const signer = signerOf(reader, receipt.from.fingerprint);
  if (!signer || !isBelieved(signer)) throw new AppError('receiptSignerNotTrusted');
  return signer.agencyId === receipt.from.agencyId && verifierWith(signer.verifyKey)(bytes, signature);
}

/**
 * Takes a partner's receipt in (rule 16): what it has replaces what we thought, and our packages that it covers are
 * acknowledged. Rule 16 binds it to a package of ours: one for a package that we never made is refused.
 * Throws `receiptUnknownPackage`, `receiptSignerNotTrusted`, `noExchangeKeys`, and what `openReceipt` throws.
 */
export async function takeReceipt(
  workspace: OpenWorkspace,
  file: Pick<IncomingFile, 'open'>,
  now: number,
): Promise<ReadReceipt> {
  const keys = readKeys(workspace);
  const receipt = await openReceipt({
    open: () => file.open(),
    identities: keys.identities,
    receiver: { agencyId: keys.agencyId, fingerprints: [keys.fingerprint, ...Object.keys(keys.earlier)] },
    verify: (read, bytes, signature) => verifySigner(workspace, read, bytes, signature),
  });
  const { agencyId } = receipt.from;
  const sent = readOne(
    workspace,
    "SELECT 1 FROM exchange_log WHERE manifestSha256 = ? AND agencyId = ? AND direction = 'sent'",
    receipt.manifest,
    agencyId,
  );
  if (!sent) throw new AppError('receiptUnknownPackage');
  workspace.writes.pass();
  workspace.sqlite
    .transaction(() => {
      const { incarnation, have, wants } = receipt;
      const at = new Date(now).toISOString();
      hear(workspace, { agencyId, incarnation, heardAt: receipt.at, have, wants }, [], at);
      acknowledge(workspace, { agencyId, incarnation, have, wants }, at);
    })
    .immediate();
  const name = signerOf(workspace, receipt.from.fingerprint)?.name ?? '';
  const refused = receipt.refused.reduce((sum, { count }) => sum + count, 0);
  return { agencyId, agency: name, at: receipt.at, have: receipt.have, refused };
}
