import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declineName } from '../../../shared/rules/names/decline.ts';
import { grammaticalCases, type NameParts, type PersonName } from '../../../shared/rules/names/name.ts';
import { addressee, fullName, salutation, signatureName } from '../../../shared/rules/names/written.ts';

const letters = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
const ukrainian = fc
  .string({ unit: fc.constantFrom(...Array.from(letters + letters), '’', '-'), minLength: 1, maxLength: 14 })
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
const anything = fc.oneof(ukrainian, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const gender = fc.constantFrom('male' as const, 'female' as const, 'unknown' as const);
const grammaticalCase = fc.constantFrom(...grammaticalCases);
const name = (part: fc.Arbitrary<string>): fc.Arbitrary<PersonName> =>
  fc.record({ surname: part, givenName: part, patronymic: fc.option(part, { nil: undefined }), gender });

describe('declineName', () => {
  it('never throws and always gives three strings', () => {
    fc.assert(
      fc.property(name(anything), grammaticalCase, (someone, wanted) => {
        const parts = declineName(someone, wanted);
        expect(Object.values(parts).map((part) => typeof part)).toEqual(['string', 'string', 'string']);
        const written = [
          addressee(someone, wanted),
          salutation(someone),
          fullName(parts, 'uk'),
          signatureName(parts, 'uk'),
        ];
        expect(written.every((text) => typeof text === 'string')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the nominative as it is', () => {
    fc.assert(
      fc.property(name(anything), (someone) => {
        expect(declineName(someone, 'nominative')).toEqual({
          surname: someone.surname,
          givenName: someone.givenName,
          patronymic: someone.patronymic ?? '',
        });
      }),
    );
  });

  it('gives the same form whatever apostrophe was typed, and the apostrophe typed', () => {
    const withApostrophe = fc
      .tuple(
        fc.constantFrom('Лук', 'Дем', 'Солов', 'Прокоп', 'В'),
        fc.constantFrom('яненко', 'янчук', 'їв', 'єва', 'яна'),
      )
      .map(([start, end]) => `${start}’${end}`);
    const sign = fc.constantFrom("'", 'ʼ', '`', '´', '‘', '′');
    fc.assert(
      fc.property(name(withApostrophe), grammaticalCase, sign, (someone, wanted, typed) => {
        const retype = (text: string): string => text.replaceAll('’', typed);
        const retyped = {
          ...someone,
          surname: retype(someone.surname),
          givenName: retype(someone.givenName),
          patronymic: retype(someone.patronymic ?? ''),
        };
        const forms = declineName(someone, wanted);
        expect(declineName(retyped, wanted)).toEqual({
          surname: retype(forms.surname),
          givenName: retype(forms.givenName),
          patronymic: retype(forms.patronymic),
        });
      }),
    );
  });

  it('lets every correction win and no other part change', () => {
    const parts: (keyof NameParts)[] = ['surname', 'givenName', 'patronymic'];
    const correction = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        name(anything),
        grammaticalCase,
        fc.constantFrom(...parts),
        correction,
        (someone, wanted, part, text) => {
          const ruled = declineName(someone, wanted);
          expect(declineName(someone, wanted, { [wanted]: { [part]: text } })).toEqual({ ...ruled, [part]: text });
        },
      ),
    );
  });

  it('changes only the end of a name: the first letter and the number of parts stay', () => {
    const plain = ukrainian.filter((word) => /^[А-ЯҐЄІЇ][а-яґєії]{3,}$/.test(word));
    fc.assert(
      fc.property(plain, plain, gender, grammaticalCase, (one, other, ofGender, wanted) => {
        const form = declineName({ surname: `${one}-${other}`, givenName: one, gender: ofGender }, wanted).surname;
        expect(form.split('-')).toHaveLength(2);
        expect(form.charAt(0)).toBe(one.charAt(0));
      }),
    );
  });

  it('does not change the surname of a woman in a consonant or -о', () => {
    const masculine = ukrainian.filter((word) => /[бвгґджзйклмнпрстфхцчшщьо]$/.test(word));
    fc.assert(
      fc.property(masculine, grammaticalCase, (surname, wanted) => {
        const last = surname.split('-').at(-1);
        const form = declineName({ surname, givenName: '', gender: 'female' }, wanted).surname;
        expect(form.split('-').at(-1)).toBe(last);
      }),
    );
  });
});
