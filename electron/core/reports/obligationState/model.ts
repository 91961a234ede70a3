import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import type { Reading } from '../../directory/reading.ts';
import { countStates, type Counts } from '../decisionState/model.ts';
import { readMemoranda, type MemorandumLine } from '../memorandumRegister/rows.ts';
import { peopleOn } from '../people.ts';
import { readFrame, type RegisterFrame } from '../registerFrame.ts';
import { readObligationRows, type ObligationRow } from './rows.ts';

export interface ObligationStateModel {
  frame: RegisterFrame;
  language: Language | null;
  /** The one memorandum that it is about; null: all in force. */
  memorandum: MemorandumLine | null;
  sections: { memorandum: MemorandumLine; party: MemorandumLine['parties'][number] | null; rows: ObligationRow[] }[];
  counts: Counts;
}

/**
 * How the obligations of one memorandum, or of all in force, are carried out on a day: by memorandum and party.
 * @throws notFound, tooManyRowsOnPaper
 */
export function readObligationState(
  workspace: Reading,
  memorandumId: string | null,
  day: IsoDay,
): ObligationStateModel {
  const people = peopleOn(workspace, day);
  const found = readMemoranda(workspace, people, { memorandumId, groupId: null, organisationId: null }, day);
  const memoranda = memorandumId === null ? found.filter(({ state }) => state === 'inForce') : found;
  const [only] = memoranda;
  if (memorandumId !== null && only === undefined) throw new AppError('notFound', { what: 'memorandum' });
  const rows = readObligationRows(workspace, memoranda, day);
  return {
    frame: readFrame(workspace, null, day, []),
    language: only?.language ?? null,
    memorandum: memorandumId === null ? null : (only ?? null),
    sections: memoranda.flatMap((memorandum) => {
      const own = rows.filter((row) => row.memorandumId === memorandum.id);
      const named = new Set(memorandum.parties.map(({ id }) => id));
      const of = [...memorandum.parties, null].map((party) => ({
        memorandum,
        party,
        rows: own.filter(({ partyId }) => (party === null ? !named.has(partyId) : partyId === party.id)),
      }));
      return of.filter((section) => section.rows.length > 0);
    }),
    counts: countStates(rows),
  };
}
