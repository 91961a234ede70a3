import { eq } from 'drizzle-orm';
import { addDays } from '../../../shared/dates.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { asList, groupBy, readAll, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { holdsOn, requireInOrder, requireStillInOrder, type Period } from './periods.ts';
import { office } from './tables.ts';

export interface OfficeFields extends Period {
  organisationId: string | null;
  position: string;
}

/** An office as it lies in its table, with the names of the organisation; removed organisations keep theirs. */
export interface StoredOffice extends OfficeFields {
  id: string;
  personId: string;
  organisation: string;
  shortName: string;
}

const select = `
  SELECT o.id, o.personId, o.position, o.organisationId, o.startsOn, o.endsOn, coalesce(g.name, '') AS organisation,
    coalesce(nullif(g.shortName, ''), g.name, '') AS shortName`;
const ofOrganisation = 'LEFT JOIN organisation g ON g.id = o.organisationId';
// The latest first; what has no beginning began before everything else.
const latestFirst = `ORDER BY coalesce(o.startsOn, '') DESC, o.id DESC`;

/** Offices of these people, or of everybody where `null`, by person, the latest first. */
export function readOffices(reader: Reader, people: Iterable<string> | null): Map<string, StoredOffice[]> {
  const rows =
    people === null
      ? readAll<StoredOffice>(reader, `${select} FROM office o ${ofOrganisation} WHERE o.removed = 0 ${latestFirst}`)
      : readAll<StoredOffice>(
          reader,
          `${select} FROM json_each(?) j CROSS JOIN office o ON o.personId = j.value AND o.removed = 0 ${ofOrganisation} ${latestFirst}`,
          asList(people),
        );
  return groupBy(rows, ({ personId }) => personId);
}

/**
 * The office to show for a day: of those held on it the one for the organisation asked for, else the one taken up last.
 * Where none was held and none had been before, the next to come: somebody entered with today's date was somebody
 * yesterday too. Who has left an office has none.
 * @param offices one person's, the latest first
 */
export function officeOn<Office extends OfficeFields>(
  offices: readonly Office[],
  on: string,
  organisationId: string | null = null,
): Office | undefined {
  const held = offices.filter((one) => holdsOn(one, on));
  if (held.length > 0) return held.find((one) => one.organisationId === organisationId) ?? held[0];
  return offices.every((one) => one.startsOn !== null && one.startsOn > on) ? offices.at(-1) : undefined;
}

const officeById = (workspace: OpenWorkspace, id: string) =>
  workspace.db.select().from(office).where(eq(office.id, id)).get();

/**
 * A further office of a person; one that it follows (`after`) ends on the day before, in the same act. Throws `notFound`,
 * `endBeforeStart`.
 */
export function addOffice(
  workspace: OpenWorkspace,
  author: Author,
  personId: string,
  fields: Sparse<OfficeFields>,
  after: string | null = null,
): string {
  requireInOrder(fields.startsOn, fields.endsOn);
  const endsOn = fields.startsOn ? addDays(fields.startsOn, -1) : null;
  if (after !== null && endsOn !== null) requireInOrder(officeById(workspace, after)?.startsOn, endsOn);
  return workspace.ledger.write(author, { label: 'directory.addOffice' }, (w) => {
    if (after !== null && endsOn !== null) w.update(office, after, { endsOn });
    return w.insert(office, { ...fields, personId });
  });
}

/** Throws `notFound`, `endBeforeStart`. */
export function updateOffice(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<OfficeFields>,
  base?: Record<string, Base>,
) {
  requireStillInOrder(officeById(workspace, id), patch);
  workspace.ledger.write(author, { label: 'directory.updateOffice' }, (w) => w.update(office, id, patch, base));
}

export function removeOffice(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'directory.removeOffice' }, (w) => w.remove(office, id));
}
