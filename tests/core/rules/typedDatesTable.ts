import { describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/languages.ts';
import { findTypedDates, parseTypedDate } from '../../../shared/rules/typedDates.ts';

/** Saturday. */
export const today = '2026-11-21';

export type DateCases = {
  /** text; the part that is the date, marked by brackets in the text; day; kind when it is a deadline */
  found: [marked: string, day: string, kind: 'due' | 'on'][];
  /** texts without a date */
  none: string[];
  /** what a date field understands */
  field: [typed: string, day: string][];
  /** what a date field refuses */
  refused: string[];
};

/** Runs one language's table. */
export function checkDates(language: Language, { found, none, field, refused }: DateCases): void {
  describe(`dates typed in ${language}`, () => {
    it.each(found)('%s is %s (%s)', (marked, day, kind) => {
      const text = marked.replaceAll(/[[\]]/g, '');
      const from = marked.indexOf('[');
      const to = marked.indexOf(']') - 1;
      const [date, ...more] = findTypedDates(text, { today, language });
      expect(more).toEqual([]);
      expect(date).toMatchObject({ day, kind });
      expect(text.slice(date?.from, date?.to)).toBe(text.slice(from, to));
    });

    it.each(none)('no date in: %s', (text) => {
      expect(findTypedDates(text, { today, language })).toEqual([]);
    });

    it.each(field)('field: %s is %s', (typed, day) => {
      expect(parseTypedDate(typed, { today, language })).toBe(day);
    });

    it.each(refused)('field: %j is no date', (typed) => {
      expect(parseTypedDate(typed, { today, language })).toBeNull();
    });

    it('has at least 60 cases, half of them traps', () => {
      expect(found.length + field.length + none.length + refused.length).toBeGreaterThanOrEqual(60);
      expect(none.length + refused.length).toBeGreaterThanOrEqual(30);
    });
  });
}
