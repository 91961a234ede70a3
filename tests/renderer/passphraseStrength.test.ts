import { describe, expect, test } from 'vitest';
import { passphraseStrength } from '../../renderer/workspace/passphraseStrength.ts';

const level = (passphrase: string): number => passphraseStrength(passphrase).level;

describe('the strength of a passphrase', () => {
  test('nothing is empty, little is very weak', () => {
    expect(level('')).toBe(0);
    expect(level('рада')).toBe(1);
    expect(level('1234567890')).toBe(1);
    expect(level('йцукенгшщз')).toBe(1);
    expect(level('ааааааааааааааа')).toBe(1);
    expect(level('рада рада рада рада')).toBe(1);
  });

  test('more different words are stronger', () => {
    const levels = [
      'барвінковий сад',
      'барвінок вишня комин',
      'вишня комин барвінок ліхтар',
      'вишня комин барвінок ліхтар криниця',
    ].map(level);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levels.at(-2)).toBeGreaterThanOrEqual(4);
    expect(levels.at(-1)).toBe(5);
    expect(levels[0]).toBeLessThan(4);
  });

  test('characters by chance are strong without words', () => {
    expect(level('vX8#qL2!tR9@wZ')).toBeGreaterThanOrEqual(4);
  });

  test('counts words and characters, not UTF-16 units', () => {
    expect(passphraseStrength('  вишня комин 𝒜 ')).toMatchObject({ words: 3, characters: 13 });
  });
});
