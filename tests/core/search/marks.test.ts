import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksIn } from '../../../electron/core/search/matching.ts';
import { readQuery } from '../../../electron/core/search/tokens.ts';

const marked = (words: string, text: string): string[] =>
  marksIn(text, readQuery(words).wanted).map(({ start, end }) => text.slice(start, end));

describe('marks in a page’s text', () => {
  test('stand over every form of the words, as they are written', () => {
    const text = 'На Круглому столі й круглих столах обов’язки, обовʼязків; круглий рік.';
    expect(marked('круглий стіл ', text)).toEqual(['Круглому', 'столі', 'круглих', 'столах', 'круглий']);
    expect(marked("обов'язок", text)).toEqual(['обов’язки', 'обовʼязків']);
    expect(marked('круг', text)).toEqual(['Круглому', 'круглих', 'круглий']);
    expect(marked('"круглий рік"', text)).toEqual(['круглий', 'рік']);
  });

  test('stand over numbers whole, and over letters with marks of their own', () => {
    expect(marked('5/2.2', 'Рішення 5/2.2 та 5/2.')).toEqual(['5/2.2']);
    expect(marked('pasvaldiba', 'Pas\u030Cvaldi\u0304ba pašvaldībās')).toEqual([
      'Pas\u030Cvaldi\u0304ba',
      'pašvaldībās',
    ]);
  });

  test('are none for nothing', () => {
    expect(marked('', 'текст')).toEqual([]);
    expect(marked('"*(', 'текст')).toEqual([]);
    expect(marked('текст', '')).toEqual([]);
  });

  test('lie in order within any text, and do not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (words, text) => {
        let last = 0;
        for (const { start, end } of marksIn(`${text} ${words}`, readQuery(words).wanted)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length + words.length + 1);
      }),
    );
  });
});
