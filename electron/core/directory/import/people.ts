import { foldName, foldPersonName } from '../../../../shared/rules/fold.ts';
import { guessGender } from '../../../../shared/rules/names/gender.ts';
import type { Gender } from '../../../../shared/vocabulary.ts';
import type { PersonFields } from '../people.ts';
import type { Known } from './known.ts';
import { commonProblems, valuesOf, type PlannedRow } from './plan.ts';

export type PersonPlan = PlannedRow<{
  person: Partial<Omit<PersonFields, 'nameCases'>>;
  position: string | null;
  /** An organisation of the directory, or the name of one that comes with the import. */
  organisation: { id: string } | { name: string } | null;
}>;

/** `Шевченко Олена Петрівна`; for a name in Latin letters the given name stands first. */
function splitFullName(text: string): { surname: string; givenName: string; patronymic: string } {
  const words = text.split(' ');
  if (/\p{Script=Latin}/u.test(text) && !text.includes(',')) {
    const surname = words.pop() ?? '';
    return { surname, givenName: words.join(' '), patronymic: '' };
  }
  const [surname = '', givenName = '', ...patronymic] = text.replace(',', '').split(' ');
  return { surname, givenName, patronymic: patronymic.join(' ') };
}

const genderWords: Record<string, Gender> = Object.fromEntries([
  ...['ж', 'жін', 'жінка', 'жіноча', 'f', 'female', 'woman', 'm. (moteris)', 'moteris', 'mot', 'sieviete', 's'].map(
    (word) => [word, 'female'],
  ),
  ...['ч', 'чол', 'чоловік', 'чоловіча', 'm', 'male', 'man', 'vyras', 'vyr', 'v', 'vīrietis'].map((word) => [
    word,
    'male',
  ]),
]);

/** What importing these rows as people would do; equal by normalised name and organisation is the same person. */
export function planPeople(
  rows: readonly { line: number; cells: readonly string[] }[],
  mapping: readonly (string | null)[],
  known: Known,
): PersonPlan[] {
  const seen = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const values = valuesOf(cells, mapping);
    const problems = commonProblems(values);
    const name = values['fullName']
      ? splitFullName(values['fullName'])
      : {
          surname: values['surname'] ?? '',
          givenName: values['givenName'] ?? '',
          patronymic: values['patronymic'] ?? '',
        };
    if (name.surname === '')
      problems.push({ code: 'required', params: {}, column: values['fullName'] ? 'fullName' : 'surname' });
    let gender: Gender = guessGender(name);
    if (values['gender'] !== undefined) {
      const word = genderWords[values['gender'].toLocaleLowerCase('uk').replace(/\.$/, '')];
      if (word === undefined)
        problems.push({ code: 'genderUnknown', params: { text: values['gender'] }, column: 'gender' });
      else gender = word;
    }
    const found = values['organisation'] === undefined ? null : known.organisationByName(values['organisation']);
    const organisation =
      values['organisation'] === undefined ? null : found ? { id: found.id } : { name: values['organisation'] };
    const person: PersonPlan['fields']['person'] = { ...name, gender };
    for (const field of ['email', 'phone', 'note'] as const)
      if (values[field] !== undefined) person[field] = values[field];
    const plan = { line, values, problems, fields: { person, position: values['position'] ?? null, organisation } };
    if (problems.length > 0) return { ...plan, outcome: 'error', existing: null };
    const where = foldName(values['organisation'] ?? '');
    const key = `${foldPersonName(name.surname, name.givenName, name.patronymic)} @ ${where}`;
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push({ code: 'sameAsLine', params: { line: before }, column: null });
      return { ...plan, outcome: 'duplicate', existing: null };
    }
    seen.set(key, line);
    const existing = known.person(name, where);
    if (!existing) return { ...plan, outcome: 'new', existing: null };
    const changes: PersonPlan['fields']['person'] = {};
    // An import adds what is missing and renews contacts; it never renames or takes anything away.
    for (const field of ['email', 'phone', 'note'] as const)
      if (person[field] !== undefined && person[field] !== existing[field]) changes[field] = person[field];
    const position =
      plan.fields.position !== null && plan.fields.position !== existing.position ? plan.fields.position : null;
    const isSame = Object.keys(changes).length === 0 && position === null;
    return {
      ...plan,
      fields: { person: changes, position, organisation },
      outcome: isSame ? 'same' : 'update',
      existing: { id: existing.id, name: existing.name },
    };
  });
}
