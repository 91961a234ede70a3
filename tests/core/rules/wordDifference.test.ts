import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likeness, wordDifference } from '../../../shared/rules/wordDifference.ts';

const side = (parts: ReturnType<typeof wordDifference>, kind: 'added' | 'removed'): string =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

it('marks the words that one text has and the other has not', () => {
  expect(wordDifference('Рада розглядає порядок до червня', 'Рада розглядає новий порядок до липня')).toEqual([
    { kind: 'same', text: 'Рада розглядає ' },
    { kind: 'added', text: 'новий ' },
    { kind: 'same', text: 'порядок до ' },
    { kind: 'removed', text: 'червня' },
    { kind: 'added', text: 'липня' },
  ]);
  expect(wordDifference('', '')).toEqual([]);
});

it('puts both texts together again, whatever they are', () => {
  const text = fc.array(fc.constantFrom('а', 'б', 'в', ' ', '\n', 'слово')).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const parts = wordDifference(left, right);
      expect([side(parts, 'removed'), side(parts, 'added')]).toEqual([left, right]);
      expect(parts.every(({ kind }, index) => kind !== parts[index - 1]?.kind)).toBe(true);
    }),
  );
});

it('finds its end with very long texts', () => {
  const words = (seed: number): string => Array.from({ length: 40_000 }, (_, n) => `w${(n * seed) % 977}`).join(' ');
  const begun = performance.now();
  const parts = wordDifference(words(3), words(5));
  expect([side(parts, 'removed'), side(parts, 'added')]).toEqual([words(3), words(5)]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

it('knows how much two texts are alike', () => {
  expect(likeness('Рада і Ліга', 'ліга і рада')).toBe(1);
  expect(likeness('', '')).toBe(1);
  expect(likeness('один два', 'три чотири')).toBe(0);
});
