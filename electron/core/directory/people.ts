import { eq } from 'drizzle-orm';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { fullName } from '../../../shared/rules/names/written.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Gender } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { namesLanguage } from './namesLanguage.ts';
import { requireInOrder } from './periods.ts';
import type { Reading } from './reading.ts';
import { office, person } from './tables.ts';
import type { OpenWorkspace } from '../workspace/open.ts';

/** A person with the office of one day. */
export interface PersonOn {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string;
  gender: Gender;
  /** JSON of the user's corrections of declined forms, or null. */
  nameCases: string | null;
  /** Full name as lists write it in the workspace's language. */
  name: string;
  position: string;
  organisationId: string | null;
  organisation: string;
  shortName: string;
}

type StoredPerson = Omit<PersonOn, 'name'> & { email: string; phone: string; note: string };

/**
 * The office in force on a day: the latest that began by then and had not ended; where none fits, the one nearest
 * after, so that a person entered without dates still has a position.
 */
const officeOn = `
  SELECT o.id FROM office o WHERE o.personId = p.id AND o.removed = 0
  ORDER BY (o.startsOn IS NULL OR o.startsOn <= @on) AND (o.endsOn IS NULL OR o.endsOn >= @on) DESC,
    CASE WHEN o.startsOn IS NULL OR o.startsOn <= @on THEN 0 ELSE 1 END, o.startsOn DESC, o.id DESC LIMIT 1`;

const select = `
  SELECT p.id, p.surname, p.givenName, p.patronymic, p.gender, p.nameCases, p.email, p.phone, p.note,
    coalesce(o.position, '') AS position, g.id AS organisationId, coalesce(g.name, '') AS organisation,
    coalesce(nullif(g.shortName, ''), g.name, '') AS shortName
  FROM person p LEFT JOIN office o ON o.id = (${officeOn}) LEFT JOIN organisation g ON g.id = o.organisationId`;

const named = (row: StoredPerson, language: Language) => ({ ...row, name: fullName(row, language) });

/** A person as of a day (ISO); null where there is no such record. Removed people are found: old minutes name them. */
export function personOn(workspace: Reading, id: string, on: string): PersonOn | null {
  const row = workspace.sqlite
    .prepare<[{ id: string; on: string }], StoredPerson>(`${select} WHERE p.id = @id`)
    .get({ id, on });
  return row ? named(row, namesLanguage(workspace)) : null;
}

/** All people of the directory as of a day, unordered: the page sorts by its language. */
export function listPeople(workspace: OpenWorkspace, on: string) {
  const language = namesLanguage(workspace);
  return workspace.sqlite
    .prepare<[{ on: string }], StoredPerson>(`${select} WHERE p.removed = 0`)
    .all({ on })
    .map((row) => withoutStored(named(row, language), workspace));
}

function withoutStored(row: StoredPerson & { name: string }, workspace: OpenWorkspace) {
  const { shortName: _, nameCases, ...rest } = row;
  return {
    ...rest,
    nameCases: nameCases === null ? null : (JSON.parse(nameCases) as Record<string, Record<string, string>>),
    clocks: workspace.ledger.clocks('person', row.id),
  };
}

/** One person with every office and the groups they sit in. Throws `notFound`. */
export function readPerson(workspace: OpenWorkspace, id: string, on: string) {
  const row = workspace.sqlite
    .prepare<[{ id: string; on: string }], StoredPerson>(`${select} WHERE p.id = @id AND p.removed = 0`)
    .get({ id, on });
  if (!row) throw new AppError('notFound', { what: 'person' });
  const offices = workspace.sqlite
    .prepare<
      [string],
      {
        id: string;
        organisationId: string | null;
        organisation: string;
        position: string;
        startsOn: string | null;
        endsOn: string | null;
      }
    >(
      `SELECT o.id, o.organisationId, coalesce(g.name, '') AS organisation, o.position, o.startsOn, o.endsOn
       FROM office o LEFT JOIN organisation g ON g.id = o.organisationId
       WHERE o.personId = ? AND o.removed = 0 ORDER BY coalesce(o.startsOn, '') DESC, o.id DESC`,
    )
    .all(id)
    .map((each) => ({ ...each, clocks: workspace.ledger.clocks('office', each.id) }));
  const groups = workspace.sqlite
    .prepare<[string], { id: string; name: string; role: 'chair' | 'deputy' | 'secretary' | 'member' | 'adviser' }>(
      `SELECT g.id, g.name, m.role FROM membership m JOIN working_group g ON g.id = m.groupId
       WHERE m.personId = ? AND m.removed = 0 AND g.removed = 0 ORDER BY g.name`,
    )
    .all(id);
  return { ...withoutStored(named(row, namesLanguage(workspace)), workspace), offices, groups };
}

export interface OfficeFields {
  organisationId: string | null;
  position: string;
  startsOn: string | null;
  endsOn: string | null;
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

/** A new person, with an office where one is given. */
export function addPerson(
  workspace: OpenWorkspace,
  author: Author,
  fields: Sparse<PersonFields>,
  first?: Sparse<OfficeFields>,
): string {
  if (first) requireInOrder(first.startsOn, first.endsOn);
  return workspace.ledger.write(author, { label: 'directory.addPerson' }, (w) => {
    const personId = w.insert(person, stored(fields));
    if (first && (first.position || first.organisationId)) w.insert(office, { ...first, personId });
    return personId;
  });
}

export function updatePerson(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<PersonFields>,
  base?: Record<string, Base>,
) {
  workspace.ledger.write(author, { label: 'directory.updatePerson' }, (w) => w.update(person, id, stored(patch), base));
}

export function removePerson(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'directory.removePerson' }, (w) => w.remove(person, id));
}

export function addOffice(workspace: OpenWorkspace, author: Author, personId: string, fields: Sparse<OfficeFields>) {
  requireInOrder(fields.startsOn, fields.endsOn);
  return workspace.ledger.write(author, { label: 'directory.addOffice' }, (w) =>
    w.insert(office, { ...fields, personId }),
  );
}

export function updateOffice(workspace: OpenWorkspace, author: Author, id: string, patch: Sparse<OfficeFields>) {
  const before = workspace.db.select().from(office).where(eq(office.id, id)).get();
  requireInOrder(
    patch.startsOn === undefined ? before?.startsOn : patch.startsOn,
    patch.endsOn === undefined ? before?.endsOn : patch.endsOn,
  );
  workspace.ledger.write(author, { label: 'directory.updateOffice' }, (w) => w.update(office, id, patch));
}

export function removeOffice(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'directory.removeOffice' }, (w) => w.remove(office, id));
}
