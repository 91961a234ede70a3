import type { ImportRemark } from '../../../../shared/contract/directory.ts';
import { foldName, foldPersonName } from '../../../../shared/rules/fold.ts';
import { guessGender } from '../../../../shared/rules/names/gender.ts';
import type { NameParts } from '../../../../shared/rules/names/name.ts';
import { splitFullName } from '../../../../shared/rules/names/split.ts';
import type { Gender } from '../../../../shared/vocabulary.ts';
import { valuesOf, type Change, type PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import type { PersonFields } from '../people.ts';
import { genderReader } from './gender.ts';
import type { Known, KnownPerson } from './known.ts';
import { commonProblems } from './plan.ts';

/** An organisation of the directory, or the name of one that comes with the import. */
export type WantedOrganisation = { id: string } | { name: string };

/** What becomes of the office of somebody: a first one, a change in the one that is, or another after it. */
export type OfficePlan =
  | { act: 'add'; position: string; organisation: WantedOrganisation | null }
  | { act: 'fill'; id: string; position: string | null; organisation: WantedOrganisation | null }
  | { act: 'follow'; after: string; position: string; organisation: WantedOrganisation | null };

export type PersonPlan = PlannedRow<{
  person: Partial<Omit<PersonFields, 'nameCases'>>;
  office: OfficePlan | null;
}>;

function readName(values: Record<string, string>): NameParts {
  const { surname = '', givenName = '', patronymic = '', fullName } = values;
  return fullName === undefined ? { surname, givenName, patronymic } : splitFullName(fullName);
}

/** Renews contacts and adds what is missing; an import never renames and never takes anything away. */
function changesOf(values: Record<string, string>, given: Gender | null, existing: KnownPerson): Change[] {
  const changes: Change[] = [];
  for (const field of ['email', 'phone'] as const) {
    const to = values[field];
    if (to !== undefined && to !== existing[field]) changes.push({ field, from: existing[field], to });
  }
  if (values['note'] !== undefined && existing.note === '')
    changes.push({ field: 'note', from: '', to: values['note'] });
  if (given !== null && existing.gender === 'unknown')
    changes.push({ field: 'gender', from: existing.gender, to: given });
  return changes;
}

type Offered = { position: string | undefined; organisation: WantedOrganisation | null; organisationName: string };

/** What the office of somebody known would become, and how that reads. */
function renewOffice(existing: KnownPerson, offered: Offered, today: string) {
  const { office } = existing;
  const position = offered.position ?? '';
  const changes: Change[] = [];
  if (position !== '' && position !== existing.position)
    changes.push({ field: 'position', from: existing.position, to: position });
  if (offered.organisation !== null && existing.organisation === '')
    changes.push({ field: 'organisation', from: '', to: offered.organisationName });
  if (changes.length === 0) return { changes, office: null, notes: [] };
  const organisation = existing.organisation === '' ? offered.organisation : null;
  if (!office) return { changes, office: { act: 'add', position, organisation } satisfies OfficePlan, notes: [] };
  const began = office.startsOn !== null && office.startsOn >= today;
  if (office.position === '' || position === '' || position === office.position || began) {
    const fill: OfficePlan = { act: 'fill', id: office.id, position: position === '' ? null : position, organisation };
    return { changes, office: fill, notes: [] };
  }
  // The old minutes go on printing the office of their day.
  const follow: OfficePlan = {
    act: 'follow',
    after: office.id,
    position,
    organisation: organisation ?? (office.organisationId === null ? null : { id: office.organisationId }),
  };
  const note: ImportRemark = { code: 'importOfficeFollows', params: { from: office.position }, column: 'position' };
  return { changes, office: follow, notes: [note] };
}

/** What importing these rows as people would do; equal by normalised name and organisation is the same person. */
export function planPeople(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  known: Known,
  today: string,
): PersonPlan[] {
  const seen = new Map<string, number>();
  const newOrganisations = new Set<string>();
  const all = rows.map((row) => valuesOf(row, mapping));
  const readGender = genderReader(all.flatMap((values) => values['gender'] ?? []));
  return rows.map((row, at) => {
    const values = all[at] ?? {};
    const problems = commonProblems(values);
    const name = readName(values);
    if (foldPersonName(name.surname) === '')
      problems.push({ code: 'cellEmpty', params: {}, column: mapping.includes('fullName') ? 'fullName' : 'surname' });
    const given = values['gender'] === undefined ? null : readGender(values['gender']);
    if (values['gender'] !== undefined && given === null)
      problems.push({ code: 'genderUnknown', params: { text: values['gender'] }, column: 'gender' });

    const { position, organisation: organisationName = '' } = values;
    const found = organisationName === '' ? undefined : known.organisation(organisationName);
    const organisation: WantedOrganisation | null =
      organisationName === '' ? null : found ? { id: found.id } : { name: organisationName };

    const person: PersonPlan['fields']['person'] = { ...name, gender: given ?? guessGender(name) };
    for (const field of ['email', 'phone', 'note'] as const)
      if (values[field] !== undefined) person[field] = values[field];
    const office: OfficePlan | null =
      position === undefined && organisation === null ? null : { act: 'add', position: position ?? '', organisation };
    const plan = {
      line: row.line,
      values,
      problems,
      notes: [] as ImportRemark[],
      changes: [] as Change[],
      existing: null,
      fields: { person, office },
    };
    if (problems.length > 0) return { ...plan, outcome: 'error' };

    const where = foldName(found?.name ?? organisationName);
    const key = `${foldPersonName(name.surname, name.givenName, name.patronymic)} @ ${where}`;
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push({ code: 'sameAsLine', params: { line: before }, column: null });
      return { ...plan, outcome: 'duplicate' };
    }
    seen.set(key, row.line);
    if (organisation !== null && 'name' in organisation && !newOrganisations.has(where)) {
      newOrganisations.add(where);
      plan.notes.push({ code: 'importNewOrganisation', params: { name: organisation.name }, column: 'organisation' });
    }
    const existing = known.person(name, where);
    if (!existing) {
      const similar = known.similarPerson(name, where);
      if (similar) plan.notes.push({ code: 'importSimilar', params: { name: similar.name }, column: null });
      return { ...plan, outcome: 'new' };
    }
    const own = changesOf(values, given, existing);
    const renewed = renewOffice(existing, { position, organisation, organisationName }, today);
    const changes = [...own, ...renewed.changes];
    return {
      ...plan,
      notes: [...plan.notes, ...renewed.notes],
      changes,
      fields: { person: Object.fromEntries(own.map(({ field, to }) => [field, to])), office: renewed.office },
      outcome: changes.length > 0 ? 'update' : 'same',
      existing: { id: existing.id, name: existing.name },
    };
  });
}
