import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../shared/languages.ts';

const leastBits = 50;

/** The ordinary, easily typed nouns that proposals are made of. */
export const passphraseWords = (resources: string, language: Language): string[] =>
  readFileSync(join(resources, 'passphrases', `${language}.txt`), 'utf8')
    .split(/\s+/u)
    .filter(Boolean);

/** Some ordinary words of the language, as many as 50 bits of chance need, with single blanks between them. */
export function proposePassphrase(resources: string, language: Language): string {
  const words = passphraseWords(resources, language);
  const count = Math.ceil(leastBits / Math.log2(words.length));
  return Array.from({ length: count }, () => words[randomInt(words.length)]).join(' ');
}
