import { AppError } from '../../../shared/errors.ts';
import { fullName } from '../../../shared/rules/names/written.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Gender, MemberRole } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { readSettings } from '../workspace/settings.ts';
import { namesLanguage } from './namesLanguage.ts';
import { officeOn, readOffices, type OfficeFields, type StoredOffice } from './officesOn.ts';
import { requireInOrder, type Period } from './periods.ts';
import type { Reading } from './reading.ts';
import { office, person } from './tables.ts';

interface StoredPerson {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string;
  gender: Gender;
  email: string;
  phone: string;
  note: string;
}

const columns = 'id, surname, givenName, patronymic, gender, email, phone, note';

/** What a list says of the office shown. */
const shownOffice = (shown: StoredOffice | undefined) => ({
  position: shown?.position ?? '',
  organisationId: shown?.organisationId ?? null,
  organisation: shown?.organisation ?? '',
});

/** All people of the directory with their offices of a day (ISO), unordered: the page sorts by its language. */
export function listPeople(workspace: Reading, on: string) {
  const language = namesLanguage(workspace);
  const offices = readOffices(workspace, null);
  return readAll<StoredPerson>(workspace, `SELECT ${columns} FROM person WHERE removed = 0`).map((row) => ({
    ...row,
    name: fullName(row, language),
    ...shownOffice(officeOn(offices.get(row.id) ?? [], on)),
  }));
}

export type ListedPerson = ReturnType<typeof listPeople>[number];

type GroupOfPerson = Period & { id: string; name: string; role: MemberRole };

/** One person with every office and the groups they sit or sat in. Throws `notFound`. */
export function readPerson(workspace: OpenWorkspace, id: string, on: string) {
  const row = readOne<StoredPerson & { nameCases: string | null }>(
    workspace,
    `SELECT ${columns}, nameCases FROM person WHERE id = ? AND removed = 0`,
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'person' });
  const offices = readOffices(workspace, [id]).get(id) ?? [];
  const groups = readAll<GroupOfPerson>(
    workspace,
    `SELECT g.id, g.name, m.role, m.startsOn, m.endsOn FROM membership m JOIN working_group g ON g.id = m.groupId
     WHERE m.personId = ? AND m.removed = 0 AND g.removed = 0 ORDER BY m.endsOn IS NOT NULL, g.name, m.startsOn`,
    id,
  );
  const { nameCases, ...fields } = row;
  return {
    ...fields,
    name: fullName(row, namesLanguage(workspace)),
    ...shownOffice(officeOn(offices, on)),
    nameCases: nameCases === null ? null : (JSON.parse(nameCases) as Record<string, Record<string, string>>),
    clocks: workspace.ledger.clocks('person', id),
    offices: offices.map(({ id: officeId, organisationId, organisation, position, startsOn, endsOn }) => ({
      id: officeId,
      organisationId,
      organisation,
      position,
      startsOn,
      endsOn,
      clocks: workspace.ledger.clocks('office', officeId),
    })),
    groups,
  };
}

export interface PersonFields {
  surname: string;
  givenName: string;
  patronymic: string;
  gender: Gender;
  email: string;
  phone: string;
  note: string;
  nameCases: object | null;
}

const stored = ({ nameCases, ...fields }: Sparse<PersonFields>) => ({
  ...fields,
  ...(nameCases === undefined ? {} : { nameCases: nameCases === null ? null : JSON.stringify(nameCases) }),
});

function requireSurname(surname: string | undefined) {
  if (surname !== undefined && surname.trim() === '') throw new AppError('required', {}, 'surname');
}

/** A new person, with an office where one is given. Throws `required`, `endBeforeStart`. */
export function addPerson(
  workspace: OpenWorkspace,
  author: Author,
  fields: Sparse<PersonFields>,
  first?: Sparse<OfficeFields>,
): string {
  requireSurname(fields.surname ?? '');
  if (first) requireInOrder(first.startsOn, first.endsOn);
  return workspace.ledger.write(author, { label: 'directory.addPerson' }, (w) => {
    const personId = w.insert(person, stored(fields));
    if (first && (first.position || first.organisationId)) w.insert(office, { ...first, personId });
    return personId;
  });
}

/** Throws `notFound`, `required`. */
export function updatePerson(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<PersonFields>,
  base?: Record<string, Base>,
) {
  requireSurname(patch.surname);
  workspace.ledger.write(author, { label: 'directory.updatePerson' }, (w) => w.update(person, id, stored(patch), base));
}

/** Throws `ownPersonStays` for who works with the workspace; `inUse` where somebody is a member of a group on that day. */
export function removePerson(workspace: OpenWorkspace, author: Author, id: string, on: string) {
  if (readSettings(workspace).me === id) throw new AppError('ownPersonStays');
  const groups = readAll<{ name: string }>(
    workspace,
    `SELECT DISTINCT g.name FROM membership m JOIN working_group g ON g.id = m.groupId
     WHERE m.personId = ? AND m.removed = 0 AND g.removed = 0 AND (m.endsOn IS NULL OR m.endsOn >= ?)`,
    id,
    on,
  );
  if (groups.length > 0) throw new AppError('inUse', { list: groups.map(({ name }) => name).join(', ') });
  workspace.ledger.write(author, { label: 'directory.removePerson' }, (w) => w.remove(person, id));
}
