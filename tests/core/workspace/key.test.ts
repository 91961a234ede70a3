import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRecoveryKey, randomKey, recoveryLines } from '../../../electron/core/workspace/key.ts';
import { createOne, passphrase, startManager, temporaryHome } from '../../fixtures/manager.ts';

const { home, remove } = temporaryHome();
let path = '';

beforeAll(async () => {
  const { manager } = startManager(home);
  await createOne(manager);
  path = manager.current().path;
  await manager.shutDown();
});
afterAll(remove);

/**
 * Decrypts one page as SQLCipher 4 documents it, with nothing but the passphrase and this test's own code: PBKDF2-HMAC-
 * SHA512 over 256,000 rounds; the HMAC key from the key with the salt XOR 0x3a over 2 rounds; each 4,096-byte page ends
 * in 16 bytes IV, 64 bytes HMAC-SHA512 over what is encrypted, the IV and the page number (little endian).
 */
function decryptPage(file: Buffer, page: number, key: Buffer): Buffer {
  const pageSize = 4096;
  const reserve = 80;
  const salt = file.subarray(0, 16);
  const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a));
  const macKey = pbkdf2Sync(key, macSalt, 2, 32, 'sha512');
  const bytes = file.subarray((page - 1) * pageSize, page * pageSize);
  const start = page === 1 ? 16 : 0;
  const encrypted = bytes.subarray(start, pageSize - reserve);
  const iv = bytes.subarray(pageSize - reserve, pageSize - reserve + 16);
  const number = Buffer.alloc(4);
  number.writeUInt32LE(page);
  const mac = createHmac('sha512', macKey).update(encrypted).update(iv).update(number).digest();
  if (!mac.equals(bytes.subarray(pageSize - reserve + 16, pageSize))) throw new Error('the page’s HMAC does not fit');
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}

const stretch = (words: string, file: Buffer) =>
  pbkdf2Sync(words.normalize('NFC'), file.subarray(0, 16), 256_000, 32, 'sha512');

describe('the file', () => {
  test('is SQLCipher 4: any such tool opens it with the passphrase', () => {
    const file = readFileSync(path);
    const key = stretch(passphrase, file);
    const first = decryptPage(file, 1, key);
    // After the 16 bytes of salt come bytes 16… of a SQLite header: page size 4,096, 80 bytes reserved on each page.
    expect(first.readUInt16BE(0)).toBe(4096);
    expect(first[4]).toBe(80);
    expect(first.readUInt32BE(52)).toBe(0x56696368);
    for (let page = 2; page <= file.length / 4096; page += 1) decryptPage(file, page, key);
    expect(() => decryptPage(file, 1, stretch('інші слова', file))).toThrow('HMAC');
  });

  test('shows nothing of its content', () => {
    const file = readFileSync(path);
    expect(file.includes(Buffer.from('SQLite format 3'))).toBe(false);
    expect(file.includes(Buffer.from('Служба'))).toBe(false);
    expect(file.includes(Buffer.from('CREATE TABLE'))).toBe(false);
  });
});

describe('the recovery sheet', () => {
  test('gives the key back however it is typed', () => {
    fc.assert(
      fc.property(fc.constant(0).map(randomKey), fc.boolean(), fc.boolean(), (key, upper, spaced) => {
        const lines = recoveryLines(key);
        expect(lines).toHaveLength(6);
        const typed = lines.join(spaced ? '\n' : '').replaceAll(' ', spaced ? '  ' : '');
        expect(parseRecoveryKey(upper ? typed.toUpperCase() : typed)).toBe(key);
        expect(parseRecoveryKey(`x'${key}'`)).toBe(key);
        // Typed on a Ukrainian keyboard: letters that only look like hex digits.
        expect(parseRecoveryKey(typed.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('c', 'с'))).toBe(key);
      }),
    );
  });

  test('names the line with a slip', () => {
    const lines = recoveryLines(randomKey());
    const wrong = lines.with(
      3,
      (lines[3] ?? '').replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(() => parseRecoveryKey(wrong.join('\n'))).toThrow(
      expect.objectContaining({ code: 'recoveryKeyWrong', params: { line: 4 } }),
    );
    expect(() => parseRecoveryKey('1234')).toThrow('recoveryKeyLength');
  });
});
