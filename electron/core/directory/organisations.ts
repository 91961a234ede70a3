import { AppError } from '../../../shared/errors.ts';
import { fullName } from '../../../shared/rules/names/written.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { OrganisationKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { readSettings } from '../workspace/settings.ts';
import { namesLanguage } from './namesLanguage.ts';
import type { Period } from './periods.ts';
import type { Reading } from './reading.ts';
import { organisation } from './tables.ts';

export interface OrganisationFields {
  name: string;
  shortName: string;
  kind: OrganisationKind;
  territory: string | null;
  address: string;
  email: string;
  phone: string;
  website: string;
  note: string;
}

type StoredOrganisation = OrganisationFields & { id: string };

const columns = 'id, name, shortName, kind, territory, address, email, phone, website, note';

// Offices held on the day, of people who are still in the directory.
const held = `
  FROM office o JOIN person p ON p.id = o.personId AND p.removed = 0, (SELECT ? AS day) d
  WHERE o.removed = 0 AND (o.startsOn IS NULL OR o.startsOn <= d.day) AND (o.endsOn IS NULL OR o.endsOn >= d.day)`;

/** All organisations with how many people hold an office there on a day (ISO), unordered: the page sorts. */
export function listOrganisations(workspace: Reading, on: string) {
  const { homeAgency } = readSettings(workspace);
  const counts = new Map(
    readAll<{ organisationId: string; people: number }>(
      workspace,
      `SELECT o.organisationId, count(DISTINCT o.personId) AS people ${held} AND o.organisationId IS NOT NULL GROUP BY o.organisationId`,
      on,
    ).map(({ organisationId, people }) => [organisationId, people]),
  );
  return readAll<StoredOrganisation>(workspace, `SELECT ${columns} FROM organisation WHERE removed = 0`).map((row) => ({
    ...row,
    isHome: row.id === homeAgency,
    people: counts.get(row.id) ?? 0,
  }));
}

export type ListedOrganisation = ReturnType<typeof listOrganisations>[number];

type Holder = Period & { id: string; position: string; surname: string; givenName: string; patronymic: string };

/** One organisation with everybody who holds or held an office there and the groups it has a seat in. Throws `notFound`. */
export function readOrganisation(workspace: OpenWorkspace, id: string, on: string) {
  const row = readOne<StoredOrganisation>(
    workspace,
    `SELECT ${columns} FROM organisation WHERE id = ? AND removed = 0`,
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'organisation' });
  const language = namesLanguage(workspace);
  const holders = readAll<Holder>(
    workspace,
    `SELECT p.id, p.surname, p.givenName, p.patronymic, o.position, o.startsOn, o.endsOn
     FROM office o JOIN person p ON p.id = o.personId AND p.removed = 0
     WHERE o.organisationId = ? AND o.removed = 0 ORDER BY o.endsOn IS NOT NULL, p.surname, p.givenName, o.id`,
    id,
  );
  const today = holders.filter((one) => (one.startsOn ?? '') <= on && (one.endsOn === null || one.endsOn >= on));
  const groupRows = readAll<Period & { id: string; name: string; votes: number }>(
    workspace,
    `SELECT g.id, g.name, s.votes, s.startsOn, s.endsOn FROM seat s JOIN working_group g ON g.id = s.groupId
     WHERE s.organisationId = ? AND s.removed = 0 AND g.removed = 0 ORDER BY s.endsOn IS NOT NULL, g.name, s.id`,
    id,
  );
  return {
    ...row,
    isHome: readSettings(workspace).homeAgency === id,
    people: new Set(today.map((one) => one.id)).size,
    clocks: workspace.ledger.clocks('organisation', id),
    peopleRows: holders.map(({ surname, givenName, patronymic, ...holder }) => ({
      ...holder,
      name: fullName({ surname, givenName, patronymic }, language),
    })),
    groupRows: groupRows.map((group) => ({ ...group, votes: group.votes === 1 })),
  };
}

function requireName(name: string | undefined) {
  if (name !== undefined && name.trim() === '') throw new AppError('required', {}, 'name');
}

/** Throws `required`. */
export function addOrganisation(
  workspace: OpenWorkspace,
  author: Author,
  fields: Sparse<OrganisationFields> & { name: string },
): string {
  requireName(fields.name);
  return workspace.ledger.write(author, { label: 'directory.addOrganisation' }, (w) => w.insert(organisation, fields));
}

/** Throws `notFound`, `required`. */
export function updateOrganisation(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<OrganisationFields>,
  base?: Record<string, Base>,
) {
  requireName(patch.name);
  workspace.ledger.write(author, { label: 'directory.updateOrganisation' }, (w) =>
    w.update(organisation, id, patch, base),
  );
}

/** Throws `homeAgencyStays`; `inUse` where it has a seat in a group on that day. */
export function removeOrganisation(workspace: OpenWorkspace, author: Author, id: string, on: string) {
  if (readSettings(workspace).homeAgency === id) throw new AppError('homeAgencyStays');
  const groups = readAll<{ name: string }>(
    workspace,
    `SELECT DISTINCT g.name FROM seat s JOIN working_group g ON g.id = s.groupId
     WHERE s.organisationId = ? AND s.removed = 0 AND g.removed = 0 AND (s.endsOn IS NULL OR s.endsOn >= ?)`,
    id,
    on,
  );
  if (groups.length > 0) throw new AppError('inUse', { list: groups.map(({ name }) => name).join(', ') });
  workspace.ledger.write(author, { label: 'directory.removeOrganisation' }, (w) => w.remove(organisation, id));
}
