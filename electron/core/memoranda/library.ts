import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { LibraryEntry } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { keyAtEnd, type Placed } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import { requireText } from '../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { libraryClause } from './tables.ts';

/** `resources/clauses/<language>.json`: clauses in the order of the country's usual memorandum. */
const bundledClauses = z.array(
  z.strictObject({
    key: z.string().regex(/^[A-Za-z]+$/),
    heading: z.string().min(1),
    text: z.string().min(1),
    numbered: z.boolean(),
    /** Belongs to the usual memorandum; the others are offered beside it. */
    usual: z.boolean(),
  }),
);
export type BundledClause = z.infer<typeof bundledClauses>[number];

const kept = new Map<string, BundledClause[]>();

/** The bundled clauses of a language, the usual ones at their places among the others. */
export function bundledLibrary(resources: string, language: Language): BundledClause[] {
  const file = join(resources, 'clauses', `${language}.json`);
  const known = kept.get(file);
  if (known) return known;
  const clauses = bundledClauses.parse(JSON.parse(readFileSync(file, 'utf8')));
  kept.set(file, clauses);
  return clauses;
}

const ownClauses = (reader: Reader, language: Language) =>
  readAll<{ key: string; heading: string; text: string }>(
    reader,
    `SELECT id AS key, heading, text FROM library_clause WHERE language = ? AND removed = 0 ORDER BY sortKey, id`,
    language,
  );

/** Bundled clauses of a language, then the agency's own. */
export const readLibrary = (reader: Reader, resources: string, language: Language): LibraryEntry[] => [
  ...bundledLibrary(resources, language).map((clause) => ({ ...clause, own: false })),
  ...ownClauses(reader, language).map((clause) => ({ ...clause, own: true, numbered: true, usual: false })),
];

/** A clause of the library by its key, bundled or own. Throws `notFound`. */
export function libraryClauseOf(
  reader: Reader,
  resources: string,
  language: Language,
  key: string,
): { heading: string; text: string; numbered: boolean } {
  const bundled = bundledLibrary(resources, language).find((clause) => clause.key === key);
  if (bundled) return bundled;
  const own = readOne<{ heading: string; text: string }>(
    reader,
    'SELECT heading, text FROM library_clause WHERE id = ? AND removed = 0',
    key,
  );
  if (!own) throw new AppError('notFound', { what: 'libraryClause' }, 'libraryKey');
  return { ...own, numbered: true };
}

interface OwnClause {
  heading: string;
  text: string;
}

const requireSound = ({ heading, text }: Sparse<OwnClause>) => {
  if (heading !== undefined) requireText(heading, 'heading');
  if (text !== undefined) requireText(text, 'text');
};

/** Throws `required`. */
export function addLibraryClause(
  workspace: OpenWorkspace,
  author: Author,
  input: OwnClause & { language: Language },
): string {
  requireSound(input);
  return workspace.ledger.write(author, { label: 'memoranda.addLibraryClause' }, (w) => {
    const list = readAll<Placed>(workspace, 'SELECT id, sortKey AS key FROM library_clause WHERE removed = 0');
    const { key, rekeyed } = keyAtEnd(list);
    for (const twin of rekeyed) w.update(libraryClause, twin.id, { sortKey: twin.key });
    return w.insert(libraryClause, { ...input, heading: input.heading.trim(), sortKey: key });
  });
}

/** Throws `required`, `notFound`. */
export function updateLibraryClause(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: Sparse<OwnClause> },
) {
  requireSound(input.patch);
  workspace.ledger.write(author, { label: 'memoranda.updateLibraryClause' }, (w) =>
    w.update(libraryClause, input.id, input.patch),
  );
}

/** Throws `notFound`. */
export function removeLibraryClause(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'memoranda.removeLibraryClause' }, (w) => w.remove(libraryClause, id));
}
