import { describe, expect, test } from 'vitest';
import { wordMatcher } from '../../renderer/ui/matchesWords.ts';

describe('finding by words', () => {
  test('every word must occur, in any order, without regard to case, accents and apostrophes', () => {
    const matches = wordMatcher('рада куп’янськ');
    expect(matches('Купянська районна рада')).toBe(true);
    expect(matches('Сумська районна рада')).toBe(false);
    expect(wordMatcher('siauliu')('Šiaulių apskritis')).toBe(true);
    expect(wordMatcher('  ')('будь-що')).toBe(true);
  });
});
