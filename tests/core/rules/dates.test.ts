import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDays,
  dayOf,
  dayParts,
  daysBetween,
  endOfMonth,
  endOfPeriod,
  formatDay,
  formatDuration,
  formatTime,
  isIsoDay,
  isIsoTime,
  isWeekend,
  minutesBetween,
  startOfWeek,
  timeOfDay,
  today,
  weekday,
} from '../../../shared/dates.ts';
import { languages } from '../../../shared/languages.ts';

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const farFromTheEnds = anyDay.filter((day) => day > '0050' && day < '9950');

describe('days', () => {
  it.each(['2026-11-21', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isIsoDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    null,
    20260101,
  ])('%s is not a day', (value) => {
    expect(isIsoDay(value)).toBe(false);
  });

  it('agrees with the platform calendar on adding, subtracting and weekdays', () => {
    fc.assert(
      fc.property(farFromTheEnds, fc.integer({ min: -15_000, max: 15_000 }), (day, count) => {
        const later = new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(day, count)).toBe(later);
        expect(daysBetween(day, later)).toBe(count);
        expect(compareDays(day, later)).toBe(Math.sign(-count) + 0);
        expect(weekday(day)).toBe(new Date(day).getUTCDay() || 7);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a day apart and puts it together', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = dayParts(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  it('refuses what is not a day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('dayMalformed');
    expect(() => addDays('9999-12-31', 1)).toThrow('dayMalformed');
    expect(() => formatDay('', 'uk')).toThrow('dayMalformed');
    expect(dayOf(2026, 1.5, 1)).toBeNull();
  });

  it('adds months to the shorter month’s end', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-11-21', 2)).toBe('2027-01-21');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('never leaves the month aimed at', () => {
    fc.assert(
      fc.property(farFromTheEnds, fc.integer({ min: -400, max: 400 }), (day, count) => {
        const from = dayParts(day);
        const to = dayParts(addMonths(day, count));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count);
        expect(to.day).toBeLessThanOrEqual(from.day);
      }),
    );
  });

  it('knows working days', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-18', 5)).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-18', 0)).toBe('2026-11-18');
    expect(isWeekend('2026-11-21')).toBe(true);
    expect(isWeekend('2026-11-20')).toBe(false);
  });

  it('finds the ends of periods', () => {
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16');
    expect(startOfWeek('2026-11-16')).toBe('2026-11-16');
    expect(endOfMonth('2028-02-01')).toBe('2028-02-29');
    expect(endOfPeriod('2026-11-21', 1)).toBe('2026-11-30');
    expect(endOfPeriod('2026-08-21', 3)).toBe('2026-09-30');
    expect(endOfPeriod('2026-06-30', 6)).toBe('2026-06-30');
    expect(endOfPeriod('2026-01-01', 12)).toBe('2026-12-31');
  });

  it('takes today from the wall clock of the place', () => {
    const instant = new Date('2026-11-20T22:30:00Z');
    expect(today(instant, 'Europe/Kyiv')).toBe('2026-11-21');
    expect(timeOfDay(instant, 'Europe/Kyiv')).toBe('00:30');
    expect(today(instant, 'UTC')).toBe('2026-11-20');
    expect(timeOfDay(instant, 'UTC')).toBe('22:30');
    const local = new Date(2026, 10, 21, 23, 59);
    expect(today(local)).toBe('2026-11-21');
    expect(timeOfDay(local)).toBe('23:59');
  });
});

describe('a day as written', () => {
  const day = '2025-05-05';

  it.each([
    ['uk', '05.05.2025', '05.05', '5 травня 2025 р.', '05 травня 2025 року', 'травень 2025 р.'],
    ['en', '05/05/2025', '05/05', '5 May 2025', '5 May 2025', 'May 2025'],
    ['lt', '2025-05-05', '05-05', '2025 m. gegužės 5 d.', '2025 m. gegužės 5 d.', '2025 m. gegužė'],
    ['lv', '05.05.2025.', '05.05.', '2025. gada 5. maijs', '2025. gada 5. maijā', '2025. gada maijs'],
  ] as const)('in %s', (language, numeric, short, long, document, month) => {
    expect(formatDay(day, language)).toBe(numeric);
    expect(formatDay(day, language, 'short')).toBe(short);
    expect(formatDay(day, language, 'long')).toBe(long);
    expect(formatDay(day, language, 'document')).toBe(document);
    expect(formatDay(day, language, 'month')).toBe(month);
  });

  it('declines Latvian months after prepositions', () => {
    expect(`līdz ${formatDay(day, 'lv', 'document', 'dative')}`).toBe('līdz 2025. gada 5. maijam');
    expect(`no ${formatDay(day, 'lv', 'document', 'genitive')}`).toBe('no 2025. gada 5. maija');
    expect(formatDay('2026-04-01', 'lv', 'document', 'genitive')).toBe('2026. gada 1. aprīļa');
    expect(formatDay('2026-12-15', 'lv', 'document', 'nominative')).toBe('2026. gada 15. decembris');
  });

  it('names weekdays', () => {
    expect(formatDay('2026-11-20', 'uk', 'weekday')).toBe('п’ятниця');
    expect(formatDay('2026-11-18', 'uk', 'weekdayShort')).toBe('ср');
    expect(formatDay('2026-11-16', 'uk', 'weekdayLong')).toBe('понеділок, 16 листопада 2026 р.');
    expect(formatDay('2026-11-22', 'lv', 'weekday')).toBe('svētdiena');
    expect(formatDay('2026-11-21', 'lt', 'weekdayShort')).toBe('št');
  });

  it('writes different days differently in every style that names the day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...languages), (a, b, language) => {
        for (const style of ['numeric', 'long', 'document'] as const) {
          expect(formatDay(a, language, style) === formatDay(b, language, style)).toBe(a === b);
        }
      }),
    );
  });
});

describe('times', () => {
  it('are written as spoken', () => {
    expect(formatTime('10:00', 'uk')).toBe('10:00');
    expect(formatTime('10:00', 'uk', 'at')).toBe('о 10:00');
    expect(formatTime('11:05', 'uk', 'at')).toBe('об 11:05');
    expect(formatTime('10:00', 'en', 'at')).toBe('at 10:00');
    expect(formatTime('10:00', 'lt', 'at')).toBe('10:00 val.');
    expect(formatTime('10:00', 'lv', 'at')).toBe('plkst. 10:00');
    expect(() => formatTime('24:00', 'uk')).toThrow('timeMalformed');
  });

  it.each(['24:00', '9:00', '10:60', '10:00:00', '', undefined])('%s is not a time', (value) => {
    expect(isIsoTime(value)).toBe(false);
  });

  it('measures lengths, past midnight too', () => {
    expect(minutesBetween('10:00', '11:12')).toBe(72);
    expect(minutesBetween('23:50', '00:10')).toBe(20);
    expect(formatDuration(72)).toBe('01:12');
    expect(formatDuration(0)).toBe('00:00');
    expect(formatDuration(-3)).toBe('00:00');
    expect(formatDuration(1500.9)).toBe('25:00');
  });
});
