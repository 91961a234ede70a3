import { describe, expect, it } from 'vitest';
import type { PersonName } from '../../../shared/rules/names/name.ts';
import {
  addressee,
  fullName,
  initialsAndSurname,
  salutation,
  signatureName,
} from '../../../shared/rules/names/written.ts';

const shevchenko: PersonName = {
  surname: 'Шевченко',
  givenName: 'Олексій',
  patronymic: 'Петрович',
  gender: 'male',
};
const kovalenko = { surname: 'Лук’яненко', givenName: 'Олена', patronymic: '' };

describe('initialsAndSurname', () => {
  it('keeps surname and initials on one line', () => {
    expect(initialsAndSurname(shevchenko)).toBe('Шевченко\u00A0О.\u00A0П.');
  });

  it('writes what there is', () => {
    expect(initialsAndSurname({ surname: 'Гюго', givenName: 'Віктор' })).toBe('Гюго\u00A0В.');
    expect(initialsAndSurname({ surname: 'Член групи', givenName: '' })).toBe('Член групи');
    expect(initialsAndSurname({ surname: 'Бойко', givenName: 'О.', patronymic: 'П.' })).toBe('Бойко\u00A0О.\u00A0П.');
  });

  it('knows double names and the digraph of foreign ones', () => {
    expect(initialsAndSurname({ surname: 'Бойко', givenName: 'Анна-Марія' })).toBe('Бойко\u00A0А.-М.');
    expect(initialsAndSurname({ surname: 'Байден', givenName: 'Джо' })).toBe('Байден\u00A0Дж.');
  });
});

describe('signatureName', () => {
  it('has the surname in capitals in Ukrainian only', () => {
    expect(signatureName(kovalenko, 'uk')).toBe('Олена\u00A0ЛУК’ЯНЕНКО');
    expect(signatureName({ surname: 'Bērziņa', givenName: 'Ilze' }, 'lv')).toBe('Ilze\u00A0Bērziņa');
  });
});

describe('fullName', () => {
  it('starts with the surname in Ukrainian and with the given name elsewhere', () => {
    expect(fullName(shevchenko, 'uk')).toBe('Шевченко Олексій Петрович');
    expect(fullName(kovalenko, 'uk')).toBe('Лук’яненко Олена');
    for (const language of ['en', 'lt', 'lv'] as const) {
      expect(fullName({ surname: 'Petraitis', givenName: 'Jonas', patronymic: '' }, language)).toBe('Jonas Petraitis');
    }
  });
});

describe('addressee', () => {
  it('is what a decision says', () => {
    expect(`Доручити ${addressee(shevchenko, 'dative')}`).toBe('Доручити Шевченку\u00A0О.\u00A0П.');
    expect(`Заслухати ${addressee(shevchenko, 'accusative')}`).toBe('Заслухати Шевченка\u00A0О.\u00A0П.');
  });

  it("writes the user's correction", () => {
    expect(addressee(shevchenko, 'dative', { dative: { surname: 'Шевченкові' } })).toBe('Шевченкові\u00A0О.\u00A0П.');
  });
});

describe('salutation', () => {
  it('is the given name and the patronymic in the vocative', () => {
    expect(salutation(shevchenko)).toBe('Олексію Петровичу');
    expect(salutation({ ...kovalenko, gender: 'female' })).toBe('Олено');
  });
});
