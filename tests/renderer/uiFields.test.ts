import { describe, expect, test } from 'vitest';
import { wordsOfValue } from '../../renderer/ui/history/historyValues.ts';
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

describe('a value of the history in words', () => {
  const words = { yes: 'так', no: 'ні', empty: 'порожньо' };
  const nobody = () => undefined;

  test('says what JSON says', () => {
    expect(wordsOfValue('"Зала 3"', words, nobody)).toBe('Зала 3');
    expect(wordsOfValue('true', words, nobody)).toBe('так');
    expect(wordsOfValue('null', words, nobody)).toBe('порожньо');
    expect(wordsOfValue(null, words, nobody)).toBe('порожньо');
    expect(wordsOfValue('""', words, nobody)).toBe('порожньо');
    expect(wordsOfValue('12', words, nobody)).toBe('12');
    expect(wordsOfValue('not json', words, nobody)).toBe('not json');
  });

  test('the area knows better', () => {
    expect(wordsOfValue('"planned"', words, (value) => (value === 'planned' ? 'заплановано' : undefined))).toBe(
      'заплановано',
    );
  });
});
