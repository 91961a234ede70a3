import { describe, expect, test } from 'vitest';
import { wordDiff } from '../../renderer/ui/records/wordDiff.ts';

const marked = (first: string, second: string): string[] =>
  wordDiff(first, second).map((runs) => runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''));

describe('the words that differ', () => {
  test('are marked on both sides, the rest is not', () => {
    expect(marked('подати дані щокварталу', 'подати узагальнені дані щомісяця')).toEqual([
      'подати дані [щокварталу]',
      'подати [узагальнені] дані [щомісяця]',
    ]);
    expect(marked('мала зала', 'мала зала, 12.03.2026')).toEqual(['мала зала', 'мала зала[, 12.03.2026]']);
    expect(marked('до 12.03.2026', 'до 13.03.2026')).toEqual(['до [12.03.2026]', 'до [13.03.2026]']);
    expect(marked('велика зала', 'зала')).toEqual(['[велика] зала', 'зала']);
  });

  test('are none in equal texts, and all where one is empty', () => {
    expect(marked('те саме', 'те саме')).toEqual(['те саме', 'те саме']);
    expect(marked('', 'нове слово')).toEqual(['', '[нове слово]']);
  });

  test('lose no space and no line, and give up on texts of hours', () => {
    const texts: [string, string] = ['  один\n\nдва  три ', 'один два\n'];
    expect(wordDiff(...texts).map((runs) => runs.map(({ text }) => text).join(''))).toEqual(texts);
    const long = 'слово '.repeat(5000);
    expect(
      wordDiff(long, `${long}ще`)
        .flat()
        .some(({ differs }) => differs),
    ).toBe(false);
  });
});
