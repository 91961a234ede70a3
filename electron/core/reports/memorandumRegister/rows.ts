import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { stateOn, termOn, type MemorandumFacts, type Term } from '../../../../shared/rules/memorandumLifecycle.ts';
import type { MemorandumState, ValidityKind } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
import { factColumns, factsFrom, readSuccessors, type FactsRow } from '../../memoranda/facts.ts';
import { asList, groupBy, readAll } from '../../statements.ts';
import { mostRows } from '../decisionState/rows.ts';
import type { PeopleOn } from '../people.ts';

/** Which memoranda a paper is about; null asks nothing. */
export interface MemorandumFilter {
  memorandumId: string | null;
  groupId: string | null;
  /** Is one of the parties. */
  organisationId: string | null;
}

export interface MemorandumLine {
  id: string;
  number: string;
  title: string;
  subject: string;
  language: Language;
  signedOn: IsoDay | null;
  facts: MemorandumFacts;
  state: MemorandumState;
  validity: ValidityKind;
  term: Term;
  terminatedOn: IsoDay | null;
  parties: { id: string; organisationId: string | null; name: string; shortName: string }[];
}

interface Found extends FactsRow {
  number: string;
  title: string;
  subject: string;
  language: Language;
}

interface PartyRow {
  id: string;
  memorandumId: string;
  organisationId: string | null;
  nameText: string;
  shortName: string;
}

/**
 * Memoranda as they stand on a day: the signed ones by the day of signing, then drafts.
 * @throws tooManyRowsOnPaper
 */
export function readMemoranda(
  workspace: Reading,
  people: PeopleOn,
  { memorandumId, groupId, organisationId }: MemorandumFilter,
  day: IsoDay,
): MemorandumLine[] {
  const found = readAll<Found>(
    workspace,
    `SELECT ${factColumns}, m.number, m.title, m.subject, m.language FROM memorandum m
     WHERE m.removed = 0 AND (? IS NULL OR m.id = ?) AND (? IS NULL OR m.groupId = ?)
       AND (? IS NULL OR m.id IN (
         SELECT p.memorandumId FROM memorandum_party p WHERE p.removed = 0 AND p.organisationId = ?))
     ORDER BY m.signedOn IS NULL, m.signedOn, m.number, m.id`,
    memorandumId,
    memorandumId,
    groupId,
    groupId,
    organisationId,
    organisationId,
  );
  if (found.length > mostRows) throw new AppError('tooManyRowsOnPaper', { rows: found.length, most: mostRows });
  const parties = groupBy(
    readAll<PartyRow>(
      workspace,
      `SELECT id, memorandumId, organisationId, nameText, shortName FROM memorandum_party
       WHERE removed = 0 AND memorandumId IN (SELECT value FROM json_each(?)) ORDER BY sortKey, id`,
      asList(found.map(({ id }) => id)),
    ),
    (row) => row.memorandumId,
  );
  const successors = readSuccessors(workspace);
  return found.map((row): MemorandumLine => {
    const facts = factsFrom(row, successors.get(row.id));
    return {
      ...row,
      facts,
      state: stateOn(facts, day),
      term: termOn(facts, day),
      parties: (parties.get(row.id) ?? []).map((party) => {
        const body = people.organisation(party.organisationId);
        return {
          id: party.id,
          organisationId: party.organisationId,
          name: body?.name || party.nameText,
          shortName: body?.shortName || party.shortName || body?.name || party.nameText,
        };
      }),
    };
  });
}
