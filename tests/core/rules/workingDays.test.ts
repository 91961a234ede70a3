import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay } from '../../../shared/dates.ts';
import { workingDaysBetween } from '../../../shared/rules/workingDays.ts';

const holidays = new Set(['2026-12-25', '2027-01-01', '2026-11-18']);

describe('working days', () => {
  it('are Monday to Friday without the holidays that are given', () => {
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-12-25')).toBe(true);
    expect(isWorkingDay('2026-12-25', holidays)).toBe(false);
  });

  it('are counted after the first day up to the last', () => {
    expect(workingDaysBetween('2026-11-12', '2026-11-12')).toBe(0);
    expect(workingDaysBetween('2026-11-12', '2026-11-13')).toBe(1);
    expect(workingDaysBetween('2026-11-12', '2026-11-21')).toBe(6);
    expect(workingDaysBetween('2026-11-12', '2026-11-21', holidays)).toBe(5);
    expect(workingDaysBetween('2026-11-21', '2026-11-12')).toBe(0);
  });

  it('are added over weekends and holidays', () => {
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-25');
    expect(addWorkingDays('2026-12-24', 1, holidays)).toBe('2026-12-28');
    expect(addWorkingDays('2026-12-31', 1, holidays)).toBe('2027-01-04');
  });

  it('counting is the counterpart of adding, whatever the holidays', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), fc.array(days, { maxLength: 20 }), (day, count, off) => {
        const given = new Set(off);
        expect(workingDaysBetween(day, addWorkingDays(day, count, given), given)).toBe(count);
      }),
    );
  });
});
