import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../../../shared/languages.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { stemsOf } from '../../../shared/rules/stems/stems.ts';

const pairs = (language: Language) =>
  readFileSync(join(import.meta.dirname, '../search/pairs', `${language}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [query = '', document = '', found = ''] = line.split('\t');
      return { query, document, expected: found === 'yes' };
    });

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every word of the query is, in some form, a word of the document. */
function isFound(query: string, document: string, language?: Language): boolean {
  const there = wordsOf(document).map((word) => ({ word, stems: new Set(stemsOf(word, language)) }));
  return wordsOf(query).every((word) => {
    const stems = stemsOf(word, language);
    return there.some((each) => each.word === word || stems.some((stem) => each.stems.has(stem)));
  });
}

function score(language: Language, known: boolean) {
  const all = pairs(language).map((pair) => ({
    ...pair,
    found: isFound(pair.query, pair.document, known ? language : undefined),
  }));
  const right = all.filter(({ expected, found }) => expected && found).length;
  return {
    pairs: all.length,
    negative: all.filter(({ expected }) => !expected).length,
    recall: right / all.filter(({ expected }) => expected).length,
    precision: right / all.filter(({ found }) => found).length,
  };
}

describe.each(languages)('forms of one word in %s', (language) => {
  test('are found and look-alikes are not, whatever the language of the text', () => {
    const { pairs: count, negative, recall, precision } = score(language, false);
    expect(count).toBeGreaterThanOrEqual(60);
    expect(negative / count).toBe(0.5);
    expect(recall).toBe(1);
    expect(precision).toBeGreaterThan(0.95);
  });

  test('are told from look-alikes better still where the language is known', () => {
    const { recall, precision } = score(language, true);
    expect(recall).toBe(1);
    expect(precision).toBeGreaterThanOrEqual(score(language, false).precision);
  });
});

test('any text at all has stems or none, always the same, and a handful at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const word of wordsOf(text)) {
        const stems = stemsOf(word);
        expect(stemsOf(word)).toEqual(stems);
        expect(stems.length).toBeLessThan(40);
        for (const stem of stems) expect(stem.length).toBeLessThanOrEqual(word.length + 12);
      }
    }),
  );
});

test('a number and a short word stay as they are', () => {
  expect(stemsOf('2024')).toEqual([]);
  expect(stemsOf('м1а')).toEqual([]);
  expect(stemsOf('до')).toEqual([]);
});
