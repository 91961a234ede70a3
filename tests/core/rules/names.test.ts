import { describe, expect, it } from 'vitest';
import { declineName } from '../../../shared/rules/names/decline.ts';
import { guessGender } from '../../../shared/rules/names/gender.ts';
import type { GrammaticalCase, PersonName } from '../../../shared/rules/names/name.ts';
import { readNameForms } from '../../fixtures/namesFile.ts';

const forms = readNameForms();
const person = (fields: Partial<PersonName>): PersonName => ({
  surname: '',
  givenName: '',
  gender: 'unknown',
  ...fields,
});
const surnameIn = (grammaticalCase: GrammaticalCase, surname: string, gender: 'male' | 'female'): string =>
  declineName(person({ surname, gender }), grammaticalCase).surname;

describe('the set of declined names', () => {
  it('is large and covers every part, gender and case', () => {
    expect(forms.length).toBeGreaterThan(1700);
    const kinds = new Set(forms.map((form) => `${form.part} ${form.gender} ${form.grammaticalCase}`));
    expect(kinds.size).toBe(3 * 2 * 6);
  });

  it('comes out of the rules without one error', () => {
    const wrong = forms.flatMap(({ part, gender, nominative, grammaticalCase, allowed }) => {
      const form = declineName(person({ [part]: nominative, gender }), grammaticalCase)[part];
      return form === allowed[0] ? [] : [`${nominative} (${gender}, ${grammaticalCase}): ${form}, not ${allowed[0]}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a whole name', () => {
  const olena = person({ surname: 'Коваленко', givenName: 'Олена', patronymic: 'Іванівна', gender: 'female' });

  it('is declined part by part', () => {
    expect(declineName(olena, 'dative')).toEqual({ surname: 'Коваленко', givenName: 'Олені', patronymic: 'Іванівні' });
  });

  it('has an empty patronymic when the person has none', () => {
    expect(declineName(person({ surname: 'Гюго', givenName: 'Віктор', gender: 'male' }), 'genitive')).toEqual({
      surname: 'Гюго',
      givenName: 'Віктора',
      patronymic: '',
    });
  });

  it('of unknown gender is declined when the name tells it, and left alone when nothing does', () => {
    expect(declineName({ ...olena, gender: 'unknown' }, 'dative').givenName).toBe('Олені');
    expect(declineName(person({ surname: 'Бойко', givenName: 'Саша' }), 'dative')).toEqual({
      surname: 'Бойко',
      givenName: 'Саша',
      patronymic: '',
    });
  });

  it('keeps initials, numbers, small words and what is not Ukrainian', () => {
    const member = person({ surname: 'Учасниця 7 групи', givenName: 'О.', patronymic: 'П.', gender: 'female' });
    expect(declineName(member, 'dative')).toEqual({ surname: 'Учасниці 7 групи', givenName: 'О.', patronymic: 'П.' });
    expect(surnameIn('dative', 'Smith', 'male')).toBe('Smith');
  });
});

describe('spelling', () => {
  it('returns apostrophes as they were typed, and ’ where the declension brings one', () => {
    for (const sign of ['’', "'", 'ʼ', '`', '‘']) {
      expect(surnameIn('genitive', `Лук${sign}яненко`, 'male')).toBe(`Лук${sign}яненка`);
    }
    expect(surnameIn('genitive', 'Соловей', 'male')).toBe('Солов’я');
  });

  it('keeps capitals, small letters and decomposed letters readable', () => {
    expect(surnameIn('dative', 'ШЕВЧЕНКО', 'male')).toBe('ШЕВЧЕНКУ');
    expect(surnameIn('dative', 'заєць', 'male')).toBe('зайцю');
    expect(surnameIn('dative', 'Палій'.normalize('NFD'), 'male')).toBe('Палію');
  });

  it('reads a Latin letter among Cyrillic ones as the letter it looks like', () => {
    expect(surnameIn('dative', 'Шевченк\u006f', 'male')).toBe('Шевченку');
  });

  it('leaves particles and short first parts alone', () => {
    expect(surnameIn('genitive', 'фон Шмідт', 'male')).toBe('фон Шмідта');
    expect(surnameIn('genitive', 'Бонч-Бруєвич', 'male')).toBe('Бонч-Бруєвича');
    expect(surnameIn('genitive', 'Гулак-Артемовський', 'male')).toBe('Гулака-Артемовського');
    expect(surnameIn('genitive', 'Квітка ', 'male')).toBe('Квітки ');
  });
});

describe("the user's corrections", () => {
  const kysil = person({ surname: 'Кисіль', givenName: 'Адам', patronymic: 'Григорович', gender: 'male' });

  it('win over the rules, part by part and case by case', () => {
    const corrections = { genitive: { surname: 'Кисіля' }, vocative: { givenName: 'Адасю' } };
    expect(declineName(kysil, 'genitive', corrections)).toEqual({
      surname: 'Кисіля',
      givenName: 'Адама',
      patronymic: 'Григоровича',
    });
    expect(declineName(kysil, 'vocative', corrections).givenName).toBe('Адасю');
    expect(declineName(kysil, 'dative', corrections).surname).toBe('Киселю');
  });

  it('that are empty count as none', () => {
    expect(declineName(kysil, 'genitive', { genitive: { surname: ' ' } }).surname).toBe('Киселя');
    expect(declineName(kysil, 'genitive', null).surname).toBe('Киселя');
  });
});

describe('guessGender', () => {
  const guess = (surname: string, givenName: string, patronymic = ''): string =>
    guessGender({ surname, givenName, patronymic });

  it('goes by the patronymic first', () => {
    expect(guess('Бойко', 'Саша', 'Петрович')).toBe('male');
    expect(guess('Бойко', 'Саша', 'Петрівна')).toBe('female');
    expect(guess('Алієв', 'Рашид', 'Гасан огли')).toBe('male');
    expect(guess('Бойко', 'Ілля', 'Ілліч')).toBe('male');
  });

  it('then by the given name', () => {
    for (const name of ['Микола', 'Ілля', 'Лука', 'Петро', 'Сергій', 'Ігор', 'Василь', 'Іван-Павло']) {
      expect([name, guess('Бойко', name)]).toEqual([name, 'male']);
    }
    for (const name of ['Олена', 'Любов', 'Нінель', 'Зоя', 'Дар’я', 'Кармен', 'Анна-Марія', 'ОЛЕНА']) {
      expect([name, guess('Бойко', name)]).toEqual([name, 'female']);
    }
  });

  it('then by a surname that has two forms', () => {
    expect(guess('Коцюбинська', 'М.')).toBe('female');
    expect(guess('Коцюбинський', 'М.')).toBe('male');
    expect(guess('Іванова', '')).toBe('female');
    expect(guess('Бойко', 'Женя')).toBe('unknown');
    expect(guess('Smith', 'John')).toBe('unknown');
  });

  it('knows every given name and patronymic of the set', () => {
    const wrong = forms.filter(
      ({ part, gender, nominative }) =>
        part !== 'surname' &&
        guessGender({ surname: '', givenName: '', [part]: nominative }) !== gender &&
        !['Алі', 'Мері'].includes(nominative),
    );
    expect(wrong.map((form) => form.nominative)).toEqual([]);
  });
});
