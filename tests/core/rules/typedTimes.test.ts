import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, isIsoTime } from '../../../shared/dates.ts';
import { languages } from '../../../shared/languages.ts';
import { parseTypedTime } from '../../../shared/rules/typedTimes.ts';

describe('a time as typed', () => {
  it.each([
    ['10:20', '10:20'],
    ['10.20', '10:20'],
    ['10-20', '10:20'],
    ['10 20', '10:20'],
    ['1020', '10:20'],
    ['930', '09:30'],
    ['9:05', '09:05'],
    ['10', '10:00'],
    ['7', '07:00'],
    ['0', '00:00'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    [' 10:20 ', '10:20'],
    ['10:20.', '10:20'],
    ['о 10', '10:00'],
    ['об 11', '11:00'],
    ['о 10:20', '10:20'],
    ['з 10:20', '10:20'],
    ['до 11.05', '11:05'],
    ['о 10 год. 20 хв.', '10:20'],
    ['10 год 20 хв', '10:20'],
    ['10 год.', '10:00'],
    ['10 годин', '10:00'],
    ['at 10', '10:00'],
    ['at 10:20', '10:20'],
    ['10h20', '10:20'],
    ['10 am', '10:00'],
    ['3 pm', '15:00'],
    ['3:15 p.m.', '15:15'],
    ['12 am', '00:00'],
    ['12:30 PM', '12:30'],
    ['10 val.', '10:00'],
    ['10:20 val.', '10:20'],
    ['10 val. 20 min.', '10:20'],
    ['nuo 10.20', '10:20'],
    ['plkst. 10.20', '10:20'],
    ['plkst. 10', '10:00'],
    ['no plkst. 10.20', '10:20'],
    ['līdz plkst. 11.05', '11:05'],
  ])('%j is %s', (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time);
  });

  it.each([
    '',
    ' ',
    'зараз',
    '24:00',
    '24',
    '10:60',
    '1060',
    '25:10',
    '10.5',
    '10:5',
    '15.12.2026',
    '10:20:30',
    '-10',
    '10%',
    '3.1',
    '13 pm',
    '0 am',
    '10 осіб',
    '12345',
    '№ 10',
    'п’ять',
    '10 хв',
  ])('%j is no time', (typed) => {
    expect(parseTypedTime(typed)).toBeNull();
  });

  it('reads back every time as the languages write it', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
    fc.assert(
      fc.property(time, fc.constantFrom(...languages), (value, language) => {
        expect(parseTypedTime(formatTime(value, language))).toBe(value);
        expect(parseTypedTime(formatTime(value, language, 'at'))).toBe(value);
      }),
    );
  });

  it('gives a time or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const time = parseTypedTime(typed);
        expect(time === null || isIsoTime(time)).toBe(true);
      }),
    );
  });
});
