import { describe, expect, it } from 'vitest';
import { languages } from '../../../shared/languages.ts';
import { countries, countryName, isCountry, languageName, languagesByName } from '../../../shared/rules/regionNames.ts';

describe('Names of countries and languages', () => {
  it('are told in every language of the interface', () => {
    expect(languages.map((language) => countryName('LT', language))).toEqual([
      'Литва',
      'Lithuania',
      'Lietuva',
      'Lietuva',
    ]);
    for (const language of languages) {
      expect(countries(language)).toHaveLength(249);
      expect(countries(language).every(({ code, name }) => name !== code)).toBe(true);
      expect(
        languagesByName(language).filter(({ code }) => ['uk', 'en', 'lt', 'lv', 'ru', 'pl'].includes(code)),
      ).toHaveLength(6);
    }
    expect(languageName('uk', 'uk')).toBe('українська');
  });

  it('stand in the order of the language', () => {
    const names = countries('uk').map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('uk').compare));
  });

  it('leave a code that nobody has as it is', () => {
    expect([isCountry('ZZ'), isCountry('ua'), isCountry('UA')]).toEqual([false, false, true]);
    expect(countryName('ZZ', 'en')).toBe('ZZ');
    expect(countryName('', 'en')).toBe('');
    expect(languageName('not a code', 'en')).toBe('not a code');
  });
});
