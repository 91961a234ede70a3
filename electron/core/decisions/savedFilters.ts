import { registerQuery, type SavedFilter } from '../../../shared/contract/decisionRegister.ts';
import { AppError } from '../../../shared/errors.ts';
import { keyAtEnd, type Placed } from '../../../shared/rules/order.ts';
import type { Author } from '../ledger/ledger.ts';
import { requireText } from '../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireFilter } from './register/conditions.ts';
import { savedFilter } from './tables.ts';

const query = registerQuery.omit({ offset: true, limit: true });

/** What a stored text says; null where this version of the program cannot read it. */
function parsed(value: string): SavedFilter['query'] | null {
  try {
    return query.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/** The filters of the register of decisions, in their order; one that cannot be read is left out and stays where it is. */
export const listSavedFilters = (reader: Reader): SavedFilter[] =>
  readAll<{ id: string; name: string; value: string }>(
    reader,
    "SELECT id, name, value FROM saved_filter WHERE register = 'decisions' AND removed = 0 ORDER BY sortKey, id",
  ).flatMap(({ id, name, value }) => {
    const found = parsed(value);
    return found ? { id, name, query: found } : [];
  });

/** Throws `notFound`: there is no such filter of this register. */
function requireSaved(reader: Reader, id: string) {
  const there = readOne(
    reader,
    "SELECT 1 FROM saved_filter WHERE id = ? AND register = 'decisions' AND removed = 0",
    id,
  );
  if (!there) throw new AppError('notFound', { what: 'savedFilter' });
}

/** A new filter, or another name and conditions of one. Throws `required`, `notFound`, `dayMalformed`, `endBeforeStart`. */
export function saveFilter(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string | null; name: string; query: SavedFilter['query'] },
): string {
  requireText(input.name, 'name');
  requireFilter(input.query.filter);
  const fields = { name: input.name.trim(), value: JSON.stringify(input.query) };
  const { id } = input;
  if (id !== null) requireSaved(workspace, id);
  return workspace.ledger.write(author, { label: 'decisions.saveFilter' }, (w) => {
    if (id !== null) {
      w.update(savedFilter, id, fields);
      return id;
    }
    const { key, rekeyed } = keyAtEnd(
      readAll<Placed>(
        workspace,
        "SELECT id, sortKey AS key FROM saved_filter WHERE register = 'decisions' AND removed = 0",
      ),
    );
    for (const twin of rekeyed) w.update(savedFilter, twin.id, { sortKey: twin.key });
    return w.insert(savedFilter, { ...fields, register: 'decisions', sortKey: key });
  });
}

/** Throws `notFound`. */
export function removeFilter(workspace: OpenWorkspace, author: Author, id: string) {
  requireSaved(workspace, id);
  workspace.ledger.write(author, { label: 'decisions.removeFilter' }, (w) => w.remove(savedFilter, id));
}
