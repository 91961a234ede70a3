import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';

/**
 * The payload of an age file, C2SP age.md "Payload": pieces of 64 KiB, each sealed with ChaCha20-Poly1305 under a counter
 * whose last byte marks the last piece. The library does the same in JavaScript at a tenth of the speed; this is used
 * where the runtime's own cipher can be had (Node; not Electron), and tested against the same vectors.
 */
const cipher = 'chacha20-poly1305';
const tagSize = 16;
export const pieceSize = 64 * 1024;
const sealedSize = pieceSize + tagSize;

/** Whether this runtime has the cipher. */
export const hasNativeCipher = getCiphers().includes(cipher);

const nonceOf = (counter: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

function seal(key: Uint8Array, piece: Uint8Array, counter: number, isLast: boolean): Buffer {
  const sealing = createCipheriv(cipher, key, nonceOf(counter, isLast), { authTagLength: tagSize });
  const sealed = sealing.update(piece);
  return Buffer.concat([sealed, sealing.final(), sealing.getAuthTag()]);
}

/** Throws where the piece is not what was sealed. */
function unseal(key: Uint8Array, sealed: Uint8Array, counter: number, isLast: boolean): Buffer {
  if (sealed.length < tagSize) throw new Error('no room for the tag');
  const opening = createDecipheriv(cipher, key, nonceOf(counter, isLast), { authTagLength: tagSize });
  opening.setAuthTag(sealed.subarray(-tagSize));
  const piece = opening.update(sealed.subarray(0, -tagSize));
  opening.final();
  if (isLast && counter > 0 && piece.length === 0) throw new Error('an empty last piece');
  return piece;
}

/** Pieces of any size as pieces of `size`; the last is the rest, empty only where there is nothing at all. */
async function* cut(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held = Buffer.allocUnsafe(size);
  let used = 0;
  for await (const bytes of source) {
    for (let from = 0; from < bytes.length;) {
      // Only when more has come is it known that the full one is not the last.
      if (used === size) {
        yield { piece: held, isLast: false };
        held = Buffer.allocUnsafe(size);
        used = 0;
      }
      const taken = bytes.subarray(from, from + size - used);
      held.set(taken, used);
      used += taken.length;
      from += taken.length;
    }
  }
  yield { piece: held.subarray(0, used), isLast: true };
}

/** The sealed payload of a content. */
export async function* sealPayload(key: Uint8Array, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let counter = 0;
  for await (const { piece, isLast } of cut(source, pieceSize)) yield seal(key, piece, counter++, isLast);
}

/** The content of a sealed payload; throws where it is not, to the last byte, what was sealed. */
export async function* openPayload(key: Uint8Array, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let counter = 0;
  for await (const { piece, isLast } of cut(source, sealedSize)) yield unseal(key, piece, counter++, isLast);
}
