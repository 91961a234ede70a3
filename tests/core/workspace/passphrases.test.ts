// The words that passphrases are proposed from, and how much chance a proposal holds.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passphraseWords, proposePassphrase } from '../../../electron/core/workspace/passphrases.ts';
import { languages } from '../../../shared/languages.ts';
import { requirePassphrase } from '../../../electron/core/workspace/key.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');

/** Letters a native keyboard has at hand; no apostrophes and no hyphens. */
const letters = {
  uk: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]{4,9}$/u,
  en: /^[a-z]{4,9}$/u,
  lt: /^[aąbcčdeęėfghiįyjklmnoprsštuųūvzž]{4,9}$/u,
  lv: /^[aābcčdeēfgģhiījkķlļmnņoprsštuūvzž]{4,9}$/u,
};

/** As somebody reads it out over the telephone: without the marks on letters of the Latin alphabet. */
const plain = (word: string) =>
  /^\p{Script=Latin}+$/u.test(word) ? word.normalize('NFD').replaceAll(/\p{M}/gu, '') : word;

describe.each(languages)('the words for passphrases in %s', (language) => {
  const words = passphraseWords(resources, language);

  it('are 512 or more, all different, also without their marks', () => {
    expect(words.length).toBeGreaterThanOrEqual(512);
    expect(new Set(words.map(plain)).size).toBe(words.length);
  });

  it('are of four to nine letters of its alphabet, in lower case and composed', () => {
    expect(words.filter((word) => !letters[language].test(word))).toEqual([]);
    expect(words.filter((word) => word !== word.normalize('NFC'))).toEqual([]);
  });

  it('make proposals of at least 50 bits that the program accepts', () => {
    const proposals = Array.from({ length: 200 }, () => proposePassphrase(resources, language));
    expect(new Set(proposals).size).toBe(proposals.length);
    for (const proposal of proposals) {
      const parts = proposal.split(' ');
      expect(parts.length * Math.log2(words.length)).toBeGreaterThanOrEqual(50);
      expect(parts.filter((part) => !words.includes(part))).toEqual([]);
      expect(requirePassphrase(proposal)).toBe(proposal);
    }
  });

  it('are all drawn, the first and the last too', () => {
    const seen = new Set(Array.from({ length: 4_000 }, () => proposePassphrase(resources, language).split(' ')).flat());
    // 4,000 proposals draw more than 24,000 words of some 700: that one never comes is less likely than 10⁻¹⁰.
    expect(words.filter((word) => !seen.has(word))).toEqual([]);
  });
});
