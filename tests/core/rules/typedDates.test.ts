import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, formatDay, isIsoDay } from '../../../shared/dates.ts';
import { languages } from '../../../shared/languages.ts';
import { findTypedDates, parseTypedDate } from '../../../shared/rules/typedDates.ts';

const today = '2026-11-21';

const anyDay = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => dayOf(year, month, day) ?? today);

const language = fc.constantFrom(...languages);

describe('typed dates', () => {
  it('reads back every date as it is written on screen and on paper, whatever the language of the interface', () => {
    const style = fc.constantFrom('numeric', 'long', 'document');
    fc.assert(
      fc.property(anyDay, language, style, (day, written, how) => {
        const options = { today, language: written };
        expect(parseTypedDate(formatDay(day, written, how), options)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it('reads words and full dates of every language in every language', () => {
    const style = fc.constantFrom('long', 'document');
    fc.assert(
      fc.property(anyDay, language, language, style, (day, written, understood, how) => {
        const text = `a ${formatDay(day, written, how)}, b`;
        expect(findTypedDates(text, { today, language: understood })[0]?.day).toBe(day);
      }),
    );
  });

  it('lets the language decide what is open, and the deadline’s own word before it', () => {
    expect(parseTypedDate('05/12', { today, language: 'en' })).toBe('2026-12-05');
    expect(parseTypedDate('05/12', { today, language: 'lt' })).toBe('2027-05-12');
    expect(parseTypedDate('05/12', { today })).toBe('2026-12-05');
    expect(findTypedDates('iki 05.12', { today, language: 'uk' })[0]?.day).toBe('2027-05-12');
    expect(findTypedDates('до 05.12', { today, language: 'lt' })[0]?.day).toBe('2026-12-05');
  });

  it('takes a date without a year for the one at most 60 days back, or the next', () => {
    const without = fc.integer({ min: -59, max: 300 });
    fc.assert(
      fc.property(without, (days) => {
        const day = addDays(today, days);
        const typed = `${Number(day.slice(8))}.${day.slice(5, 7)}`;
        expect(parseTypedDate(typed, { today, language: 'uk' })).toBe(day);
      }),
    );
    expect(parseTypedDate('22.09', { today })).toBe('2026-09-22');
    expect(parseTypedDate('21.09', { today })).toBe('2027-09-21');
  });

  it('says how exact the words are', () => {
    const precision = (text: string) => findTypedDates(text, { today })[0]?.precision;
    expect(precision('до 15.12')).toBe('day');
    expect(precision('протягом 10 днів')).toBe('day');
    expect(precision('за два тижні')).toBe('week');
    expect(precision('until the end of the month')).toBe('month');
    expect(precision('iki ketvirčio pabaigos')).toBe('quarter');
    expect(precision('до кінця півріччя')).toBe('halfYear');
    expect(precision('līdz gada beigām')).toBe('year');
  });

  it('means Friday by the end of the week, Sunday only to who writes on a weekend', () => {
    const end = (day: string) => parseTypedDate('до кінця тижня', { today: day });
    expect(end('2026-11-16')).toBe('2026-11-20');
    expect(end('2026-11-20')).toBe('2026-11-20');
    expect(end('2026-11-21')).toBe('2026-11-22');
  });

  it('takes a bare weekday for the next one after today, and this and next for the week', () => {
    const on = (text: string, day: string) => parseTypedDate(text, { today: day });
    expect(on('до п’ятниці', '2026-11-20')).toBe('2026-11-27');
    expect(on('до п’ятниці', '2026-11-19')).toBe('2026-11-20');
    expect(on('цієї п’ятниці', '2026-11-20')).toBe('2026-11-20');
    expect(on('next Friday', '2026-11-16')).toBe('2026-11-27');
  });

  it('finds several, in order and apart', () => {
    const text = 'Подати до 10 грудня 2026 року звіт, до 20.01 план; зустріч завтра.';
    expect(findTypedDates(text, { today }).map(({ from, to }) => text.slice(from, to))).toEqual([
      'до 10 грудня 2026 року',
      'до 20.01',
      'завтра',
    ]);
  });

  it('marks the place in the original, apostrophes and composed letters and all', () => {
    const text = 'п’ять осіб – звіт до п’ятниці, п’ять';
    const [date] = findTypedDates(text, { today });
    expect(text.slice(date?.from, date?.to)).toBe('до п’ятниці');
    const composed = 'šį pirmadienį'.normalize('NFD');
    const [other] = findTypedDates(composed, { today });
    expect(composed.slice(other?.from, other?.to)).toBe(composed);
  });

  it('gives existing days and places in order for any text at all', () => {
    const words =
      'до by iki līdz кінця 31 02 . - / 2026 грудня Dec gruodžio decembrim п’ятниці № через in po pēc тиждень';
    const piece = fc.constantFrom(
      ' ',
      ' ',
      'end of',
      'weeks',
      'savaitės',
      'року',
      'm.',
      'd.',
      '15',
      '7',
      ...words.split(' '),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, language, (typed, of) => {
        let last = 0;
        for (const { from, to, day } of findTypedDates(typed, { today, language: of })) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(typed.length);
          expect(isIsoDay(day)).toBe(true);
          last = to;
        }
        const whole = parseTypedDate(typed, { today, language: of });
        expect(whole === null || isIsoDay(whole)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
