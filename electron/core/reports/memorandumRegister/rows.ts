import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { stateOn, termOn, type MemorandumFacts, type Term } from '../../../../shared/rules/memorandumLifecycle.ts';
import type { MemorandumState, MemorandumStatus, ValidityKind } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
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
  state: MemorandumState;
  validity: ValidityKind;
  term: Term;
  terminatedOn: IsoDay | null;
  parties: { id: string; organisationId: string | null; name: string; shortName: string }[];
}

interface Found {
  id: string;
  number: string;
  title: string;
  subject: string;
  language: Language;
  status: MemorandumStatus;
  signedOn: IsoDay | null;
  startsOn: IsoDay | null;
  validity: ValidityKind;
  endsOn: IsoDay | null;
  renewMonths: number | null;
  noticeMonths: number | null;
  terminatedOn: IsoDay | null;
  supersededFrom: IsoDay | null;
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
    `SELECT m.id, m.number, m.title, m.subject, m.language, m.status, m.signedOn, m.startsOn, m.validity, m.endsOn,
       m.renewMonths, m.noticeMonths, m.terminatedOn,
       (SELECT min(coalesce(n.startsOn, n.signedOn)) FROM memorandum n
        WHERE n.supersedesId = m.id AND n.removed = 0 AND n.status IN ('signed', 'terminated')) AS supersededFrom
     FROM memorandum m
     WHERE m.removed = 0 AND (? IS NULL OR m.id = ?) AND (? IS NULL OR m.groupId = ?)
       AND (? IS NULL OR EXISTS (
         SELECT 1 FROM memorandum_party p WHERE p.memorandumId = m.id AND p.removed = 0 AND p.organisationId = ?))
     ORDER BY m.signedOn IS NULL, m.signedOn, m.number, m.id`,
    ...[memorandumId, memorandumId, groupId, groupId, organisationId, organisationId],
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
  return found.map((row): MemorandumLine => {
    const facts: MemorandumFacts = row;
    return {
      ...row,
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
