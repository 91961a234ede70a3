import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { fillClauseText } from '../../../../shared/rules/clauseText.ts';
import type { ClauseChange } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
import { numbersOf, readClauses, readParties } from '../../memoranda/content.ts';
import { fieldValues } from '../../memoranda/fields.ts';
import { readObligations } from '../../memoranda/obligationRows.ts';
import { requireAmendment, requireMemorandum } from '../../memoranda/records.ts';
import { readAll } from '../../statements.ts';
import { noonOf, readSigningParties } from '../memorandum/model.ts';
import type { SigningParty } from '../memorandum/parties.ts';

export interface AmendmentPaper {
  language: Language;
  number: string;
  title: string;
  place: string;
  signedOn: IsoDay | null;
  /** Null: from the day of signing. */
  startsOn: IsoDay | null;
  draft: boolean;
  memorandum: { title: string; number: string; signedOn: IsoDay | null };
  /** The parties as the preamble names them; empty where there are none. */
  preamble: string;
  changes: {
    change: ClauseChange;
    /** Of the article that is replaced, repealed, or after which a new one stands; null: unnumbered, or at the end. */
    number: number | null;
    /** What that article was called. */
    of: string;
    /** The number that a new article at the end gets. */
    newNumber: number | null;
    heading: string;
    text: string;
  }[];
  parties: SigningParty[];
}

interface StoredChange {
  change: ClauseChange;
  clauseId: string | null;
  heading: string;
  text: string;
}

/** What an amendment says. Throws `notFound`, also where it is of another memorandum. */
export function readAmendmentPaper(
  workspace: Reading,
  resources: string,
  request: { memorandumId: string; amendmentId: string },
  day: IsoDay,
): AmendmentPaper {
  const record = requireMemorandum(workspace, request.memorandumId);
  const amendment = requireAmendment(workspace, request.amendmentId);
  if (amendment.memorandumId !== record.id) throw new AppError('notFound', { what: 'amendment' });
  const parties = readParties(workspace, record, noonOf(day));
  const values = fieldValues(resources, record, parties, readObligations(workspace, [record.id]));
  const clauses = readClauses(workspace, record.id);
  const numbers = numbersOf(clauses);
  let next = Math.max(0, ...numbers.map((number) => number ?? 0)) + 1;
  const stored = readAll<StoredChange>(
    workspace,
    `SELECT change, clauseId, heading, text FROM amended_clause WHERE amendmentId = ? AND removed = 0
     ORDER BY sortKey, id`,
    amendment.id,
  );
  return {
    language: record.language,
    number: amendment.number,
    title: amendment.title,
    place: record.place,
    signedOn: amendment.signedOn,
    startsOn: amendment.startsOn,
    draft: amendment.status !== 'signed',
    memorandum: { title: record.title, number: record.number, signedOn: record.signedOn },
    preamble: values['parties'] ?? '',
    changes: stored.map(({ change, clauseId, heading, text }) => {
      const at = clauses.findIndex(({ id }) => id === clauseId);
      const atEnd = change === 'adds' && at === -1;
      return {
        change,
        number: numbers[at] ?? null,
        of: clauses[at]?.heading ?? '',
        newNumber: atEnd ? next++ : null,
        heading,
        text: fillClauseText(text, values),
      };
    }),
    parties: readSigningParties(workspace, record, day),
  };
}
