import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { IncomingFile } from '../../files/tickets.ts';
import { checkReceipt, decryptReceipt, type Receipt } from '../package/receipt.ts';
import { readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { isBelieved, signerOf } from '../trust/cards.ts';
import { readKeys } from '../trust/keys.ts';
import { verifierWith } from '../trust/signing.ts';
import { acknowledge, noteNotTaken } from './log.ts';
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
 * Heeds a decrypted receipt (rule 16): what the partner has replaces what we thought, and our packages that it covers are
 * acknowledged. Rule 16 binds it to a package of ours: one for a package that we never made is refused. Whatever it says, it
 * only decides what goes to the very agency that has signed it.
 * Throws `receiptUnknownPackage`, `receiptSignerNotTrusted`, `noExchangeKeys`, and what `checkReceipt` throws.
 */
export function heedReceipt(reader: Reader, bytes: Uint8Array, now: number): ReadReceipt {
  const keys = readKeys(reader);
  const receipt = checkReceipt(bytes, {
    receiver: { agencyId: keys.agencyId, fingerprints: [keys.fingerprint, ...Object.keys(keys.earlier)] },
    verify: (read, signed, signature) => verifySigner(reader, read, signed, signature),
  });
  const { agencyId } = receipt.from;
  const sent = readOne<{ id: string }>(
    reader,
    "SELECT id FROM exchange_log WHERE manifestSha256 = ? AND agencyId = ? AND direction = 'sent'",
    receipt.manifest,
    agencyId,
  );
  if (!sent) throw new AppError('receiptUnknownPackage');
  reader.sqlite
    .transaction(() => {
      const { incarnation, have, wants } = receipt;
      const at = new Date(now).toISOString();
      hear(reader, { agencyId, incarnation, heardAt: receipt.at, have, wants }, [], at);
      acknowledge(reader, { agencyId, incarnation, have, wants }, at);
      noteNotTaken(reader, sent.id, receipt.refused);
    })
    .immediate();
  const name = signerOf(reader, receipt.from.fingerprint)?.name ?? '';
  const refused = receipt.refused.reduce((sum, { count }) => sum + count, 0);
  return { agencyId, agency: name, at: receipt.at, have: receipt.have, refused };
}

/** Takes a partner's receipt in. Throws what `decryptReceipt` and `heedReceipt` throw. */
export async function takeReceipt(
  workspace: OpenWorkspace,
  file: Pick<IncomingFile, 'open'>,
  now: number,
): Promise<ReadReceipt> {
  const bytes = await decryptReceipt(() => file.open(), readKeys(workspace).identities);
  workspace.writes.pass();
  return heedReceipt(workspace, bytes, now);
}
