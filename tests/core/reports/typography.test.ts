import { describe, expect, it } from 'vitest';
import { safeName, wordFileName } from '../../../electron/core/reports/paper/fileName.ts';
import {
  clipped,
  ended,
  oneLine,
  paragraphsOf,
  printable,
  tied,
  unbroken,
} from '../../../electron/core/reports/paper/typography.ts';

/** No-break spaces as `~`. */
const shown = (text: string): string => tied(text).replaceAll('\u00A0', '~');

describe('blanks that must not end a line', () => {
  it.each([
    ['протокол № 7 від', 'протокол №~7 від'],
    ['протокол Nr. 7', 'протокол Nr.~7'],
    ['ст. 5, п. 2', 'ст.~5, п.~2'],
    ['О. П. Шевченко', 'О.~П.~Шевченко'],
    ['доповів Шевченко О. П., начальник', 'доповів Шевченко~О.~П., начальник'],
    ['J. Bērziņš', 'J.~Bērziņš'],
    ['Київ – столиця', 'Київ~– столиця'],
    ['10 000 грн, 5 %, 7 осіб', '10~000~грн, 5~%, 7~осіб'],
    ['2025 m. gegužės 5 d.', '2025~m. gegužės 5~d.'],
    ['1 2 3', '1 2 3'],
    ['Так. Потім інше', 'Так. Потім інше'],
    ['слово', 'слово'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  it('are exchanged, never a letter', () => {
    for (const text of ['№ 7 О. П. Шевченко – 10 000 грн', 'a', '', ' – ', '5 %']) {
      expect(tied(text).replaceAll('\u00A0', ' ')).toBe(text);
      expect(tied(text).length).toBe(text.length);
    }
  });
});

describe('a text on paper', () => {
  it('holds nothing that XML or the eye could trip over', () => {
    expect(oneLine(' a\u0000b\u0007\tc\r\nd\u202Ee ')).toBe('ab c de');
    expect(oneLine('\uD83D \uD83D\uDE00 \uFFFE')).toBe('😀');
    expect(printable('a\u001bb c ')).toBe('ab c ');
  });

  it('has a paragraph for each line that says something', () => {
    expect(paragraphsOf('один\r\nдва\n\n  \nтри\u2028чотири\vп’ять')).toEqual([
      'один',
      'два',
      'три',
      'чотири',
      'п’ять',
    ]);
    expect(paragraphsOf(' \n\u0000\n')).toEqual([]);
  });

  it('is ended once', () => {
    expect(ended('Шевченко О. П.')).toBe('Шевченко О. П.');
    expect(ended('Учасник')).toBe('Учасник.');
    expect(ended('Чому?')).toBe('Чому?');
  });

  it('is clipped by letters, not by halves of them', () => {
    expect(clipped('😀😀😀', 3)).toBe('😀😀😀');
    expect(clipped('😀😀😀😀', 3)).toBe('😀😀…');
    expect(unbroken('5 травня')).toBe('5\u00A0травня');
  });
});

describe('file names', () => {
  const name = (number: string, more = '') =>
    wordFileName({ kind: 'Протокол', numberSign: '№', number, more, day: '2026-11-12' });

  it('say kind, number and day', () => {
    expect(name('7')).toBe('Протокол № 7 2026-11-12.docx');
    expect(name('')).toBe('Протокол 2026-11-12.docx');
    expect(wordFileName({ kind: 'Minutes', numberSign: 'No.', number: '7', day: null })).toBe('Minutes No. 7.docx');
  });

  it('are taken by every system', () => {
    expect(name('7/2026')).toBe('Протокол № 7-2026 2026-11-12.docx');
    expect(name('..\\..\\x:y*?"<>|')).toBe('Протокол № ..-..-x-y- 2026-11-12.docx');
    expect(name('7', 'О.\u00A0П.\u202E Шевченко\n')).toBe('Протокол № 7 О. П. Шевченко 2026-11-12.docx');
    expect(safeName('...')).toBe('Viche');
    expect(safeName(' .назва. ')).toBe('назва');
    expect([...safeName('х'.repeat(500))].length).toBe(120);
  });
});
