import type { Readable } from 'node:stream';
import * as z from 'zod';
import { id, instant } from '../../../../shared/contract/base.ts';
import { AppError } from '../../../../shared/errors.ts';
import { canonicalJson } from '../../canonicalJson.ts';
import { limits } from '../limits.ts';
import { decryptFromAge, encryptForAge } from './ageFile.ts';
import { createByteReader } from './byteReader.ts';
import { haveShape, readFormat } from './manifest.ts';
import { countedSource } from './source.ts';

const party = z.strictObject({ agencyId: id, fingerprint: z.string().regex(/^\d{5}( \d{5}){5}$/) });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const receiptShape = z.strictObject({
  viche: z.literal('receipt/1'),
  /** Who received, with the card whose key signs. */
  from: party,
  /** Who had sent. */
  to: party,
  /** Hash of the raw `manifest.json` of the package that is acknowledged. */
  manifest: sha256,
  /** Of the one who received (rule 17). */
  incarnation: z.string().min(1).max(64),
  /** What is durably there, waiting or finally refused (rule 16). */
  have: haveShape,
  /** Attachments that are still missing there. */
  wants: z.array(sha256).max(100_000),
  refused: z.array(z.strictObject({ code: z.string().max(64), count: z.number().int().min(0) })).max(1_000),
  at: instant,
  /** Ed25519 over the canonical JSON of all the rest, base64. */
  signature: z.base64().length(88),
});
export type Receipt = z.infer<typeof receiptShape>;
export type ReceiptParts = Omit<Receipt, 'viche' | 'signature'>;

/** What is signed of a receipt. */
const signedBytes = (receipt: Omit<Receipt, 'signature'>): Buffer => Buffer.from(canonicalJson(receipt));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** All of a stream whose size is bounded. */
async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A receipt as it is before encryption. `sign`: Ed25519 over these bytes, 64 bytes. */
export function signReceipt(parts: ReceiptParts, sign: (bytes: Uint8Array) => Uint8Array): Buffer {
  const receipt: Omit<Receipt, 'signature'> = { viche: 'receipt/1', ...parts };
  const signature = Buffer.from(sign(signedBytes(receipt))).toString('base64');
  return Buffer.from(canonicalJson({ ...receipt, signature }));
}

/**
 * A `.viche-receipt`: signed and bound to one package, for whom it is made out (rule 16).
 * @param options.recipients the sender's key (`age1…`)
 * @param options.sign Ed25519 over these bytes, 64 bytes
 * @throws AppError `recipientWrong`
 */
export const sealReceipt = (options: {
  receipt: ReceiptParts;
  recipients: readonly string[];
  sign(bytes: Uint8Array): Uint8Array;
}): Promise<Buffer> =>
  gather(encryptForAge(options.recipients, once(signReceipt(options.receipt, (bytes) => options.sign(bytes)))));

/** The refusals that a package and a receipt share, as said of a receipt. */
const said: Record<string, string> = {
  notAPackage: 'notAReceipt',
  packageForeignEncryption: 'notAReceipt',
  packageNotForUs: 'receiptNotForUs',
  packageDamaged: 'receiptDamaged',
  packageCutShort: 'receiptDamaged',
};

/** Who opens a receipt, and how its signature is checked. */
export interface ReceiptChecks {
  receiver: { agencyId: string; fingerprints: readonly string[] };
  /** Whether the signature over these bytes is by the card that the receipt names; refuses an unknown or revoked card. */
  verify: (receipt: Receipt, bytes: Buffer, signature: Buffer) => boolean;
}

/**
 * Checks a receipt's shape, whom it is for and who signed it.
 * @throws AppError `receiptNewer`, `receiptWrong`, `receiptNotForUs`, `receiptSignatureWrong`, and what `verify` throws
 */
export function checkReceipt(bytes: Uint8Array, { receiver, verify }: ReceiptChecks): Receipt {
  const receipt = readFormat(receiptShape, bytes, 'receipt', { newer: 'receiptNewer', wrong: 'receiptWrong' });
  const { to } = receipt;
  if (to.agencyId !== receiver.agencyId || !receiver.fingerprints.includes(to.fingerprint))
    throw new AppError('receiptNotForUs');
  const { signature, ...rest } = receipt;
  if (!verify(receipt, signedBytes(rest), Buffer.from(signature, 'base64')))
    throw new AppError('receiptSignatureWrong');
  return receipt;
}

/**
 * Decrypts a receipt; `checkReceipt` says whether it counts.
 * @throws AppError `receiptTooLarge`, `notAReceipt`, `receiptNotForUs`, `receiptDamaged`, `packageNotReadable`
 */
export async function decryptReceipt(open: () => Readable, identities: readonly string[]): Promise<Buffer> {
  const file = countedSource({ open, size: null, most: limits.receipt, tooLarge: 'receiptTooLarge' });
  try {
    return await gather(decryptFromAge(identities, createByteReader(file.pieces)));
  } catch (error) {
    const code = error instanceof AppError ? said[error.code] : undefined;
    throw code === undefined ? error : new AppError(code);
  } finally {
    await file.pieces.return(undefined);
  }
}
