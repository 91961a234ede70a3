import { eq } from 'drizzle-orm';
import { addDays } from '../../../shared/dates.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import type { OfficeFields } from './officesOn.ts';
import { requireInOrder, requireStillInOrder } from './periods.ts';
import { office } from './tables.ts';

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
