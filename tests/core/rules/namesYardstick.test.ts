import * as shevchenko from 'shevchenko';
import { describe, expect, it } from 'vitest';
import type { GrammaticalCase, NameParts } from '../../../shared/rules/names/name.ts';
import { readNameForms, type NameForm } from '../../fixtures/namesFile.ts';

/*
 * Why the product has rules of its own: the library shevchenko, given every form the orthography allows, measured on the
 * same set. The rules make no error on it (names.test.ts).
 */

const inCase: Record<Exclude<GrammaticalCase, 'nominative'>, typeof shevchenko.inGenitive> = {
  genitive: shevchenko.inGenitive,
  dative: shevchenko.inDative,
  accusative: shevchenko.inAccusative,
  instrumental: shevchenko.inAblative,
  locative: shevchenko.inLocative,
  vocative: shevchenko.inVocative,
};
const fieldOf = { surname: 'familyName', givenName: 'givenName', patronymic: 'patronymicName' } as const;

/** The parallel endings of men's datives and locatives (§§ 84, 86), which the set does not list. */
const parallel = (form: string, grammaticalCase: GrammaticalCase): string[] => {
  if (grammaticalCase === 'dative') {
    return [
      form,
      form.replace(/у$/, 'ові'),
      form.replace(/у$/, 'еві'),
      form.replace(/ю$/, 'еві'),
      form.replace(/ю$/, 'єві'),
    ];
  }
  if (grammaticalCase !== 'locative') return [form];
  return [form, ...['у', 'ю', 'і', 'ї'].map((ending) => form.replace(/[оеє]ві$/, ending))];
};

/** Every way the parts of a double name may be put together. */
const allowedForms = ({ gender, allowed, grammaticalCase }: NameForm): string[] =>
  allowed.flatMap((form) =>
    form
      .split('-')
      .map((piece) => (gender === 'male' ? parallel(piece, grammaticalCase) : [piece]))
      .reduce((starts, pieces) => starts.flatMap((start) => pieces.map((piece) => `${start}-${piece}`))),
  );

const plain = (text: string): string => text.replaceAll('’', "'");

const isRight = async (form: NameForm, spell: (text: string) => string): Promise<boolean> => {
  if (form.grammaticalCase === 'nominative') return true;
  const field = fieldOf[form.part];
  const output = await inCase[form.grammaticalCase]({
    gender: form.gender === 'male' ? shevchenko.GrammaticalGender.MASCULINE : shevchenko.GrammaticalGender.FEMININE,
    [field]: spell(form.nominative),
  });
  return allowedForms(form)
    .map(plain)
    .includes(plain(String(output[field])));
};

const errorsOf = async (part: keyof NameParts | 'all', spell: (text: string) => string): Promise<number> => {
  const forms = readNameForms().filter((form) => part === 'all' || form.part === part);
  const right = await Promise.all(forms.map((form) => isRight(form, spell)));
  return right.filter((one) => !one).length / forms.length;
};

describe('shevchenko alone on the set', () => {
  it('errs on some of the forms as typed, a little less with plain apostrophes', async () => {
    const typed = await errorsOf('all', (text) => text);
    const folded = await errorsOf('all', plain);
    expect(typed).toBeGreaterThan(0.03);
    expect(typed).toBeLessThan(0.1);
    expect(folded).toBeLessThan(typed);
  });

  it('knows the patronymics', async () => {
    expect(await errorsOf('patronymic', plain)).toBe(0);
  });
});
