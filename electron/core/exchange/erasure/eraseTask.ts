import type { Author } from '../../ledger/ledger.ts';
import type { Writable } from '../../workspace/open.ts';
import { eraseContact } from './erase.ts';

/** Rule 22 for one person, beside the core's thread: every kept batch may have to be written anew. */
export interface ContactErasure {
  input: { author: Author; personId: string; withName: boolean; now: number };
  result: Record<string, never>;
}

/** Throws `notFound`. */
export function runErasure(
  workspace: Writable,
  { author, now, ...input }: ContactErasure['input'],
): ContactErasure['result'] {
  eraseContact(workspace, author, input, now);
  return {};
}
