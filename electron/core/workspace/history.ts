import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { registry } from '../entities.ts';
import { readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from './open.ts';
import { referredNames } from './recordNames.ts';

/** Whoever wrote while the workspace was made, before there was anybody in it. */
const nobodyYet = 'unknown';

/** Author ids of the ledger → names; '' where there was nobody yet; another id that is nobody of the directory stays as it is. */
export function authorNames(reader: Reader): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const row = readOne<{ givenName: string; surname: string }>(
      reader,
      'SELECT givenName, surname FROM person WHERE id = ?',
      id,
    );
    const name = row ? [row.givenName, row.surname].filter(Boolean).join(' ') : id === nobodyYet ? '' : id;
    known.set(id, name);
    return name;
  };
}

/**
 * Who changed which field of a record, when, from what to what, and what the records are called that the values refer to;
 * newest first, in the language of the screen. Throws `notFound` for an entity that the ledger does not keep.
 */
export function recordHistory(workspace: OpenWorkspace, entity: string, row: string, language: Language) {
  const known = registry.entities.get(entity);
  if (!known) throw new AppError('notFound', { what: entity });
  const nameOf = authorNames(workspace);
  const namesIn = referredNames(workspace, language);
  return workspace.ledger.history(entity, row).map(({ hlc: _, ...entry }) => ({
    ...entry,
    author: nameOf(entry.author),
    names: namesIn(known, entry.field, [entry.from, entry.to]),
  }));
}
