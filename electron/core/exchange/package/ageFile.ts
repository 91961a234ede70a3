import { hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../../../shared/errors.ts';
import { readAgeHeader } from './ageHeader.ts';
import { hasNativeCipher, openPayload, sealPayload } from './agePayload.ts';
import type { ByteReader } from './byteReader.ts';
import { fromWebStream, toWebStream } from './webStreams.ts';

const nonceSize = 16;
const everything = Number.MAX_SAFE_INTEGER;

const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

/** A recipient of an age file: X25519 and nothing else. */
const isRecipient = (recipient: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(recipient);

/**
 * An age file of this content for these recipients (`age1…`), piece by piece, as fast as it is taken.
 * @param native the runtime's cipher for the payload instead of the library's; both give the same
 * @throws AppError `recipientWrong`
 */
export async function* encryptForAge(
  recipients: readonly string[],
  source: AsyncIterable<Uint8Array>,
  native = hasNativeCipher,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  try {
    if (recipients.length === 0 || !recipients.every(isRecipient)) throw new Error('no recipient');
    for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  } catch {
    throw new AppError('recipientWrong');
  }
  if (!native) {
    yield* fromWebStream(await encrypter.encrypt(toWebStream(source)));
    return;
  }
  let fileKey: Uint8Array = new Uint8Array();
  // The library makes the header around the key of the file; a recipient of no stanza gets to know it.
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = key.slice();
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array());
  yield empty.subarray(0, empty.length - nonceSize - 16);
  const nonce = randomBytes(nonceSize);
  yield nonce;
  yield* sealPayload(payloadKey(fileKey, nonce), source);
}

async function* joined(header: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield header;
  yield* rest;
}

/** Whether the library said that none of the identities was meant, in its words. */
const isStranger = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('no identity matched');

/**
 * The content of an age file, piece by piece; each piece has been authenticated when it is given. The end of what is given
 * is the end of the file only where nothing is thrown after it.
 * @param identities `AGE-SECRET-KEY-1…`, the present one and those before it
 * @throws AppError `notAPackage`, `packageForeignEncryption`, `packageNotForUs`, `packageDamaged`, `packageCutShort`
 */
export async function* decryptFromAge(
  identities: readonly string[],
  source: ByteReader,
  native = hasNativeCipher,
): AsyncGenerator<Uint8Array> {
  const header = await readAgeHeader(source);
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const fileKey = await decrypter.decryptHeader(header).catch((error: unknown) => {
    throw new AppError(isStranger(error) ? 'packageNotForUs' : 'packageDamaged');
  });
  let isOver = false;
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield* source.pieces(everything);
    isOver = true;
  }
  try {
    if (native) {
      const nonce = await source.read(nonceSize);
      if (nonce.length < nonceSize) throw new AppError('packageCutShort');
      yield* openPayload(payloadKey(fileKey, nonce), rest());
    } else yield* fromWebStream(await decrypter.decrypt(toWebStream(joined(header, rest()))));
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Of a file cut anywhere the last piece fails, and it fails at the end.
    throw new AppError(isOver ? 'packageCutShort' : 'packageDamaged');
  }
}
