import type * as z from 'zod';
import type { clauseFields } from '../../../shared/contract/memorandumViews.ts';
import { keyBetween, keysInRow, moveTo } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import { readClocks } from '../ledger/clocks.ts';
import type { Author } from '../ledger/ledger.ts';
import { mergeTexts, type Base, type Writer } from '../ledger/write.ts';
import { readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { libraryClauseOf } from './library.ts';
import { memorandumOf, placed, requireDraft, requireMemorandum } from './records.ts';
import { memorandumClause } from './tables.ts';

export type ClauseFields = z.infer<typeof clauseFields>;

/** Inserts clauses into an empty memorandum, in their order. */
export function insertClauses(
  w: Writer,
  memorandumId: string,
  clauses: readonly (ClauseFields & { libraryKey: string })[],
): string[] {
  const keys = keysInRow(clauses.length);
  return clauses.map(({ heading, text, numbered, libraryKey }, index) =>
    w.insert(memorandumClause, { memorandumId, heading, text, numbered, libraryKey, sortKey: keys[index] ?? 'a0' }),
  );
}

/**
 * A new clause so that `at` clauses stand before it (null: at the end), with the words of the library's where a key is
 * given. Throws `notFound`, `memorandumLocked`, `memorandumAgreed`, `textTooLong`.
 */
export function addClause(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: Sparse<ClauseFields> & { memorandumId: string; at: number | null; libraryKey?: string | undefined },
): string {
  const { memorandumId, at, libraryKey, heading, text, numbered } = input;
  const memorandum = requireMemorandum(workspace, memorandumId);
  requireDraft(memorandum);
  const ready =
    libraryKey === undefined ? undefined : libraryClauseOf(workspace, resources, memorandum.language, libraryKey);
  return workspace.ledger.write(author, { label: 'memoranda.addClause' }, (w) => {
    const list = placed(workspace, 'memorandum_clause', memorandumId);
    const { key, rekeyed } = keyBetween(list, at ?? list.length);
    for (const twin of rekeyed) w.update(memorandumClause, twin.id, { sortKey: twin.key });
    return w.insert(memorandumClause, {
      memorandumId,
      heading: heading ?? ready?.heading ?? '',
      text: text ?? ready?.text ?? '',
      numbered: numbered ?? ready?.numbered ?? true,
      libraryKey: libraryKey ?? '',
      sortKey: key,
    });
  });
}

interface StoredText {
  text: string;
  removed: number;
}

/**
 * Saves what the editor changed in a clause, as typing. A text that another page changed meanwhile is merged, or, where
 * both changed the same words, left as the other has it and listed as a conflict with ours kept (rule 2). A clause that
 * another page took away comes back with the words that were typed on (rule 5).
 * Throws `notFound`, `memorandumLocked`, `memorandumAgreed`, `textTooLong`.
 */
export function updateClause(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: Sparse<ClauseFields>; base?: Record<string, Base> | undefined },
): { clock: string | null; text: string; merged: boolean; conflict: boolean } {
  const { id, patch, base } = input;
  requireDraft(memorandumOf(workspace, 'memorandumClause', id));
  const read = () =>
    readOne<StoredText>(workspace, 'SELECT text, removed FROM memorandum_clause WHERE id = ?', id) ?? {
      text: '',
      removed: 0,
    };
  const before = read();
  workspace.ledger.write(author, { label: 'memoranda.updateClause', typing: true }, (w) => {
    if (before.removed === 1) w.restore(memorandumClause, id);
    w.update(memorandumClause, id, patch, base);
  });
  const { text } = read();
  const clock = readClocks(workspace, 'memorandumClause', [id]).get(id)?.['text'] ?? null;
  if (patch.text === undefined || patch.text === text) return { clock, text, merged: false, conflict: false };
  const merged = mergeTexts(patch.text, base?.['text']?.text ?? '', before.text) !== null;
  return { clock, text, merged, conflict: !merged };
}

/** Puts a clause to a place, counted from 0. */
export function moveClause(workspace: OpenWorkspace, author: Author, input: { id: string; to: number }) {
  const memorandum = memorandumOf(workspace, 'memorandumClause', input.id);
  requireDraft(memorandum);
  workspace.ledger.write(author, { label: 'memoranda.moveClause' }, (w) => {
    for (const moved of moveTo(placed(workspace, 'memorandum_clause', memorandum.id), input.id, input.to))
      w.update(memorandumClause, moved.id, { sortKey: moved.key });
  });
}

/** Takes a clause away; obligations that it states stay, without their place in the text. Undo brings it back. */
export function removeClause(workspace: OpenWorkspace, author: Author, id: string) {
  requireDraft(memorandumOf(workspace, 'memorandumClause', id));
  workspace.ledger.write(author, { label: 'memoranda.removeClause' }, (w) => w.remove(memorandumClause, id));
}
