import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../shared/languages.ts';

const leastBits = 50;

/** Some ordinary words of the language, as many as 50 bits of chance need. */
export function proposePassphrase(resources: string, language: Language): string {
  const words = readFileSync(join(resources, 'passphrases', `${language}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const count = Math.ceil(leastBits / Math.log2(words.length));
  return Array.from({ length: count }, () => words[randomInt(words.length)]).join(' ');
}
