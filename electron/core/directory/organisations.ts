import { AppError } from '../../../shared/errors.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { OrganisationKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { readSettings } from '../workspace/settings.ts';
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

/** All organisations, unordered: the page sorts by its language. */
export function listOrganisations(workspace: OpenWorkspace) {
  const { homeAgency } = readSettings(workspace);
  return workspace.sqlite
    .prepare<[], OrganisationFields & { id: string; people: number }>(
      `SELECT g.id, g.name, g.shortName, g.kind, g.territory, g.address, g.email, g.phone, g.website, g.note,
         (SELECT count(DISTINCT o.personId) FROM office o JOIN person p ON p.id = o.personId
          WHERE o.organisationId = g.id AND o.removed = 0 AND p.removed = 0) AS people
       FROM organisation g WHERE g.removed = 0`,
    )
    .all()
    .map((row) => ({ ...row, isHome: row.id === homeAgency, clocks: workspace.ledger.clocks('organisation', row.id) }));
}

const trimmedName = (name: string | undefined) => {
  if (name !== undefined && name.trim() === '') throw new AppError('required', {}, 'name');
};

/** Throws `required`. */
export function addOrganisation(
  workspace: OpenWorkspace,
  author: Author,
  fields: Sparse<OrganisationFields> & { name: string },
): string {
  trimmedName(fields.name);
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
  trimmedName(patch.name);
  workspace.ledger.write(author, { label: 'directory.updateOrganisation' }, (w) =>
    w.update(organisation, id, patch, base),
  );
}

/** Throws `homeAgencyStays`; `inUse` where it still has a seat in a group. */
export function removeOrganisation(workspace: OpenWorkspace, author: Author, id: string) {
  if (readSettings(workspace).homeAgency === id) throw new AppError('homeAgencyStays');
  const groups = workspace.sqlite
    .prepare<[string], string>(
      `SELECT DISTINCT g.name FROM seat s JOIN working_group g ON g.id = s.groupId
       WHERE s.organisationId = ? AND s.removed = 0 AND g.removed = 0`,
    )
    .pluck()
    .all(id);
  if (groups.length > 0) throw new AppError('inUse', { list: groups.join(', ') });
  workspace.ledger.write(author, { label: 'directory.removeOrganisation' }, (w) => w.remove(organisation, id));
}
