import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvDelimiters, guessDelimiter, guessMapping, looksLikeHeader } from '../../../shared/rules/csvSniff.ts';

describe('the delimiter', () => {
  it.each([
    ['Прізвище;Ім’я;Посада\nА;Б;В\n', ';'],
    ['name,email\nMember 7,m7@example.invalid\n', ','],
    ['name\temail\nMember 7\tm7@example.invalid\n', '\t'],
    ['Прізвище;Посада\nЧлен 7;"директор, голова, заступник"\nЧлен 8;начальник\n', ';'],
    ['name,note\n"one; two; three","a;b"\nx,y;z\n', ','],
    ['name,note\n"two\nlines, and; more",x\n"q ""quoted"", end",y\n', ','],
    ['Назва\nДепартамент\n', ','],
    ['', ','],
    ['sep=;\nНазва,повна;Адреса\nА,Б;В', ';'],
    ['sep=\t\nНазва', '\t'],
    ['a;b;c\r\n1;2;3\r\n4;5', ';'],
    ['a;b;c\r1;2;3\r', ';'],
    ['сума;дата\n1,5;2026\n2,5;2027\n3,75;2028\n', ';'],
  ])('of %j is %j', (sample, delimiter) => {
    expect(guessDelimiter(sample)).toBe(delimiter);
  });

  it('is found in any table that is quoted as CSV asks for', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'абв ab,;\t"\n'), maxLength: 6 });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(...csvDelimiters), (rows, delimiter) => {
        const text = rows.map((row) => row.map(quote).join(delimiter)).join('\r\n');
        expect(guessDelimiter(`${text}\r\n`)).toBe(delimiter);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the columns of a table of people', () => {
  it.each([
    [
      ['Прізвище', 'Ім’я', 'По батькові', 'Посада', 'Організація', 'Ел. пошта', 'Телефон', 'Стать'],
      ['surname', 'givenName', 'patronymic', 'position', 'organisation', 'email', 'phone', 'gender'],
    ],
    [
      ['№', 'ПІБ', 'Місце роботи', 'Посада', 'E-mail', 'Моб. телефон'],
      [null, 'fullName', 'organisation', 'position', 'email', 'phone'],
    ],
    [
      ["Прізвище, ім'я, по батькові", 'Установа', 'Контактний телефон'],
      ['fullName', 'organisation', 'phone'],
    ],
    [
      ['Surname', 'Name', 'Job title', 'Organisation', 'E-mail address', 'Phone number'],
      ['surname', 'givenName', 'position', 'organisation', 'email', 'phone'],
    ],
    [
      ['First name', 'Last name', 'Company', 'Email'],
      ['givenName', 'surname', 'organisation', 'email'],
    ],
    [
      ['Name', 'Position'],
      ['fullName', 'position'],
    ],
    [
      ['Vardas', 'Pavardė', 'Pareigos', 'Įstaiga', 'El. paštas', 'Telefonas', 'Lytis'],
      ['givenName', 'surname', 'position', 'organisation', 'email', 'phone', 'gender'],
    ],
    [
      ['Vardas, pavardė', 'Pareigos'],
      ['fullName', 'position'],
    ],
    [
      ['Vārds', 'Uzvārds', 'Amats', 'Iestāde', 'E-pasts', 'Tālrunis', 'Dzimums'],
      ['givenName', 'surname', 'position', 'organisation', 'email', 'phone', 'gender'],
    ],
    [
      ['Vārds, uzvārds', 'Ieņemamais amats'],
      ['fullName', 'position'],
    ],
    [
      ['ПРІЗВИЩЕ *', ' телефон: ', 'Примітка', ''],
      ['surname', 'phone', 'note', null],
    ],
  ])('%j', (headers, fields) => {
    expect(guessMapping(headers, 'people')).toEqual(fields);
  });

  it('gives no field to two columns', () => {
    expect(guessMapping(['Телефон', 'Телефон', 'Телефон робочий'], 'people')).toEqual(['phone', null, null]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Прізвище', 'Ім’я', 'ПІБ', 'Name', 'Surname', 'Телефон', 'E-mail', 'x', ''), {
          maxLength: 10,
        }),
        (headers) => {
          const fields = guessMapping(headers, 'people');
          const given = fields.filter((field) => field !== null);
          expect(fields).toHaveLength(headers.length);
          expect(new Set(given).size).toBe(given.length);
        },
      ),
    );
  });
});

describe('the columns of a table of organisations', () => {
  it.each([
    [
      ['Повна назва', 'Скорочена назва', 'Вид', 'Область', 'Адреса', 'Електронна пошта', 'Телефон', 'Вебсайт'],
      ['name', 'shortName', 'kind', 'territory', 'address', 'email', 'phone', 'website'],
    ],
    [
      ['Name', 'Short name', 'Type', 'Region', 'Address', 'Email', 'Phone', 'Website'],
      ['name', 'shortName', 'kind', 'territory', 'address', 'email', 'phone', 'website'],
    ],
    [
      ['Pavadinimas', 'Trumpinys', 'Tipas', 'Savivaldybė', 'Adresas', 'El. paštas', 'Telefonas', 'Svetainė'],
      ['name', 'shortName', 'kind', 'territory', 'address', 'email', 'phone', 'website'],
    ],
    [
      ['Nosaukums', 'Saīsinājums', 'Veids', 'Pašvaldība', 'Adrese', 'E-pasts', 'Tālrunis', 'Tīmekļa vietne'],
      ['name', 'shortName', 'kind', 'territory', 'address', 'email', 'phone', 'website'],
    ],
  ])('%j', (headers, fields) => {
    expect(guessMapping(headers, 'organisations')).toEqual(fields);
  });
});

describe('a heading', () => {
  it('is told from data', () => {
    expect(looksLikeHeader(['Прізвище', 'Телефон'], 'people')).toBe(true);
    expect(looksLikeHeader(['ПІБ', '', ''], 'people')).toBe(true);
    expect(looksLikeHeader(['Член 7', 'Департамент', 'm7@example.invalid'], 'people')).toBe(false);
    expect(looksLikeHeader(['Телефон довіри', 'Установа', '0800500335'], 'organisations')).toBe(false);
    expect(looksLikeHeader(['Назва', 'Адреса'], 'organisations')).toBe(true);
    expect(looksLikeHeader(['', ''], 'people')).toBe(false);
  });
});
