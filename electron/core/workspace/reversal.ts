import type { Author } from '../ledger/ledger.ts';
import type { Undone } from '../ledger/undo.ts';
import type { Writable } from './open.ts';

/** An undo or redo of a large change set, for example of an import. */
export interface ReversalWrite {
  input: { author: Author; kind: 'undo' | 'redo' };
  result: Undone;
}

/** Throws `nothingToUndo`, `nothingToRedo` and what the records' own rules refuse. */
export const reverse = ({ ledger }: Writable, { author, kind }: ReversalWrite['input']): Undone => ledger[kind](author);
