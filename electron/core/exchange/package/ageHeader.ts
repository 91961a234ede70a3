import { AppError } from '../../../../shared/errors.ts';
import { limits } from '../limits.ts';
import type { ByteReader } from './byteReader.ts';

const firstLine = 'age-encryption.org/v1';
const firstBytes = Buffer.from(`${firstLine}\n`);
const newline = 0x0a;

/** Whether bytes begin as every age file does; what follows may still be anything. */
export const isAgeFile = (bytes: Buffer): boolean => bytes.subarray(0, firstBytes.length).equals(firstBytes);
/** So many bytes tell. */
export const ageStartSize = firstBytes.length;

const notAge = () => new AppError('notAPackage');

/**
 * Takes the header off an age file (age-encryption.org/v1): at most `limits.ageHeader` bytes, and no recipients but
 * X25519 ones, so that nobody is asked for a passphrase or made to compute one, and no other kind of key opens a package.
 * What stands in the stanzas is left to the library.
 * @returns the header's bytes, up to and with the newline after its check sum
 * @throws AppError `notAPackage`, `packageForeignEncryption`, `packageCutShort`
 */
export async function readAgeHeader(source: ByteReader): Promise<Buffer> {
  const lines: Buffer[] = [];
  let size = 0;
  let stanzas = 0;
  for (;;) {
    const line = await source.line(lines.length === 0 ? firstLine.length + 1 : limits.ageHeader - size);
    if (line.at(-1) !== newline) {
      if (lines.length === 0 || size + line.length === limits.ageHeader) throw notAge();
      throw new AppError('packageCutShort');
    }
    const text = line.toString('latin1', 0, line.length - 1);
    if (lines.length === 0 && text !== firstLine) throw notAge();
    lines.push(line);
    size += line.length;
    if (text.startsWith('->')) {
      stanzas += 1;
      if (!text.startsWith('-> X25519 ') || stanzas > limits.ageRecipients)
        throw new AppError('packageForeignEncryption');
    }
    if (text.startsWith('---')) return Buffer.concat(lines);
  }
}
