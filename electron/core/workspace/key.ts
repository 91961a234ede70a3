import { createHash, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/errors.ts';

/** 64 hex digits of key and 32 of salt: what SQLCipher takes as `x'…'`. */
export type RawKey = string;

const derive = promisify(pbkdf2);
const iterations = 256_000;
const saltBytes = 16;
const keyBytes = 32;

/** The passphrase as bytes: composed and without stray blanks, so that every keyboard gives the same key. */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFC').trim();

export const leastPassphrase = 10;

/** Throws `passphraseTooShort`. */
export function requirePassphrase(passphrase: string): string {
  const normal = normalPassphrase(passphrase);
  if ([...normal].length < leastPassphrase)
    throw new AppError('passphraseTooShort', { min: leastPassphrase }, 'passphrase');
  return normal;
}

export const newSalt = (): Buffer => randomBytes(saltBytes);

/** SQLCipher 4's own derivation (PBKDF2-HMAC-SHA512, 256,000 rounds), off the main thread. */
export async function deriveKey(passphrase: string, salt: Buffer): Promise<RawKey> {
  const key = await derive(normalPassphrase(passphrase), salt, iterations, keyBytes, 'sha512');
  return key.toString('hex') + salt.toString('hex');
}

/** A key that no passphrase leads to: kept by the key store and the recovery sheet only. */
export const randomKey = (): RawKey => randomBytes(keyBytes).toString('hex') + newSalt().toString('hex');

/** A line's check mark: the first four hex digits of the SHA-256 of its number and digits. */
const lineCheck = (line: number, digits: string): string =>
  createHash('sha256').update(`${line}:${digits}`).digest('hex').slice(0, 4);

const digitsInLine = 16;

/** The recovery sheet's lines: four groups of four digits and a checksum each, so that a typing slip names its line. */
export function recoveryLines(key: RawKey): string[] {
  const lines: string[] = [];
  for (let at = 0; at < key.length; at += digitsInLine) {
    const digits = key.slice(at, at + digitsInLine);
    lines.push(`${digits.match(/.{4}/g)?.join(' ') ?? digits} ${lineCheck(lines.length + 1, digits)}`);
  }
  return lines;
}

/** Cyrillic letters that look like hex digits, for keys typed from paper on a Ukrainian layout. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  о: '0',
  o: '0',
  l: '1',
  і: '1',
  i: '1',
  з: '3',
};

/**
 * The raw key from what was typed or scanned from the sheet, with or without check marks, or as `x'…'`.
 * Throws `recoveryKeyWrong` (with the line that does not check) or `recoveryKeyLength`.
 */
export function parseRecoveryKey(typed: string): RawKey {
  const digits = [...typed.toLowerCase().replace(/^\s*x?'|'\s*$/g, '')]
    .map((letter) => lookAlikes[letter] ?? letter)
    .filter((letter) => /[0-9a-f]/.test(letter))
    .join('');
  const whole = (keyBytes + saltBytes) * 2;
  if (digits.length === whole) return digits;
  const withChecks = (whole / digitsInLine) * (digitsInLine + 4);
  if (digits.length !== withChecks)
    throw new AppError('recoveryKeyLength', { found: digits.length, expected: withChecks });
  let key = '';
  for (let line = 1; line <= whole / digitsInLine; line += 1) {
    const part = digits.slice((line - 1) * (digitsInLine + 4), line * (digitsInLine + 4));
    const body = part.slice(0, digitsInLine);
    if (part.slice(digitsInLine) !== lineCheck(line, body)) throw new AppError('recoveryKeyWrong', { line });
    key += body;
  }
  return key;
}
