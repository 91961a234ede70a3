import { describe, expect, it } from 'vitest';
import { entrusted } from '../../../electron/core/reports/minutes/forms/uk.ts';
import type { PaperAssignee, PaperName } from '../../../shared/contract/minutesModel.ts';
import {
  addresseeName,
  calledBy,
  declined,
  isWoman,
  nameAtSignature,
  nameInList,
  nameInText,
} from '../../../electron/core/reports/paper/names.ts';
import { createPaper } from '../../../electron/core/reports/paper/paper.ts';
import { paperWords } from '../../../electron/core/reports/paper/words.ts';
import { join } from 'node:path';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const name = (fields: Partial<PaperName>): PaperName => ({
  surname: '',
  givenName: '',
  patronymic: '',
  gender: 'unknown',
  nameCases: null,
  text: '',
  ...fields,
});
const woman = name({ surname: 'Зразкова', givenName: 'Олена', patronymic: 'Іванівна' });
const man = name({ surname: 'Приклад', givenName: 'Олександр', patronymic: 'Петрович', gender: 'male' });
const latvian = name({ surname: 'Paraugs', givenName: 'Jānis', gender: 'male' });
const role = name({ surname: 'Представниця громади' });
const typed = name({ text: 'Мешканка\u0007 громади' });

/** Names are told apart from their blanks in the tests of typography. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('a name on paper', () => {
  it.each([
    ['uk', 'Зразкова О. І.', 'Зразкова Олена Іванівна', 'Олена ЗРАЗКОВА'],
    ['lt', 'Олена Зразкова', 'Олена Зразкова', 'Олена Зразкова'],
    ['lv', 'О. Зразкова', 'Олена Зразкова', 'О. Зразкова'],
    ['en', 'Олена Зразкова', 'Олена Зразкова', 'Олена Зразкова'],
  ] as const)('in the form of %s', (form, inText, inList, atSignature) => {
    expect(plain(nameInText(woman, form))).toBe(inText);
    expect(plain(nameInList(woman, form))).toBe(inList);
    expect(plain(nameAtSignature(woman, form))).toBe(atSignature);
  });

  it('that is only a role or a text stays what it is', () => {
    for (const form of ['uk', 'lt', 'lv', 'en'] as const) {
      expect(nameAtSignature(role, form)).toBe('Представниця громади');
      expect(nameInText(typed, form)).toBe('Мешканка громади');
    }
    expect(declined(role, 'dative')).toBe('Представниця громади');
    expect(addresseeName(typed)).toBe('Мешканка громади');
    expect(calledBy(role)).toBeNull();
  });

  it('takes Ukrainian cases', () => {
    expect(plain(declined(woman, 'dative'))).toBe('Зразковій О. І.');
    expect(plain(declined(man, 'accusative'))).toBe('Приклада О. П.');
    expect(plain(addresseeName(man))).toBe('Олександру ПРИКЛАДУ');
    expect(calledBy(woman)).toBe('Олено Іванівно');
    expect(plain(declined({ ...man, nameCases: { dative: { surname: 'Прикладові' } } }, 'dative'))).toBe(
      'Прикладові О. П.',
    );
  });

  it('tells the word forms', () => {
    expect([woman, man, latvian, role].map(isWoman)).toEqual([true, false, false, false]);
  });
});

describe('whom a decision charges', () => {
  const t = paperWords(resources, 'uk');
  const paper = createPaper({ form: 'uk', recordLanguage: 'uk', t, typeface: { font: null, size: null } });
  const someone = (who: PaperName): PaperAssignee => ({
    person: { personId: 'p', name: who, position: '', organisation: '', shortName: '' },
    organisation: '',
    shortName: '',
  });
  const body: PaperAssignee = { person: null, organisation: 'Департамент', shortName: 'Д' };
  const lead = (text: string, ...assignees: PaperAssignee[]) => {
    const found = entrusted(paper, { text, assignees });
    return found === null ? null : plain(found);
  };

  it('stands in the dative before what is to be done', () => {
    expect(lead('Підготувати план.', someone(man))).toBe('Доручити Прикладу О. П.');
    expect(lead('звернутися до громад', someone(man), someone(woman))).toBe('Доручити Прикладу О. П., Зразковій О. І.');
  });

  it('stands below it otherwise', () => {
    expect(lead('Підготувати план.')).toBeNull();
    expect(lead('Підготувати план.', someone(man), body)).toBeNull();
    expect(lead('Підготувати план.', someone(role))).toBeNull();
    expect(lead('План підготувати до грудня.', someone(man))).toBeNull();
    for (const text of [
      'Доручити підготувати',
      'Заслухати звіт',
      'Узяти до відома',
      'Затвердити план',
      'Рекомендувати громадам',
    ])
      expect(lead(text, someone(man)), text).toBeNull();
  });
});
