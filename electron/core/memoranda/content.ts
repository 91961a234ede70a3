import { today, type IsoDay } from '../../../shared/dates.ts';
import { declineName } from '../../../shared/rules/names/decline.ts';
import type { NameCorrections } from '../../../shared/rules/names/name.ts';
import { fullName } from '../../../shared/rules/names/written.ts';
import type { Gender } from '../../../shared/vocabulary.ts';
import { safeDay } from '../decisions/register/stored.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import { isSigned, type MemorandumRecord } from './records.ts';

export interface StoredParty {
  id: string;
  organisationId: string | null;
  nameText: string;
  shortName: string;
  signatoryId: string | null;
  signatoryText: string;
  signatoryPosition: string;
  ground: string;
  approvalNeeded: number;
  approvalNumber: string;
  approvalOn: IsoDay | null;
  agreedOn: IsoDay | null;
  sortKey: string;
  organisation: string;
  organisationShort: string;
}

/** A party with the words that the text, lists and papers have for it. */
export interface Party extends StoredParty {
  /** Of the organisation, or as written. */
  name: string;
  /** As the text calls it, else the organisation’s short name. */
  short: string;
  /** In the nominative, as it stands beside the signature. */
  signatory: string;
  /** In the nominative: of the office held, else as the preamble says it. */
  position: string;
  /** As the preamble has it: in Ukrainian in the genitive («в особі …»). */
  signatoryInText: string;
}

export interface StoredClause {
  id: string;
  heading: string;
  text: string;
  numbered: number;
  libraryKey: string;
  sortKey: string;
}

const inGenitive = (reader: Reader, id: string): string => {
  const row = readOne<{
    surname: string;
    givenName: string;
    patronymic: string;
    gender: Gender;
    nameCases: string | null;
  }>(reader, 'SELECT surname, givenName, patronymic, gender, nameCases FROM person WHERE id = ?', id);
  if (!row) return '';
  const corrections = row.nameCases === null ? null : (JSON.parse(row.nameCases) as NameCorrections);
  return fullName(declineName(row, 'genitive', corrections), 'uk');
};

/** The day whose offices and names count: that of the signing, before it today. */
export const dayOfMemorandum = (record: Pick<MemorandumRecord, 'status' | 'signedOn'>, now: Date): IsoDay =>
  (isSigned(record) ? record.signedOn : null) ?? today(now);

/** The parties of a memorandum in their order. */
export function readParties(
  workspace: Reading,
  record: Pick<MemorandumRecord, 'id' | 'status' | 'signedOn' | 'language'>,
  now: Date,
): Party[] {
  const rows = readAll<StoredParty>(
    workspace,
    `SELECT p.id, p.organisationId, p.nameText, p.shortName, p.signatoryId, p.signatoryText, p.signatoryPosition, p.ground,
       p.approvalNeeded, p.approvalNumber, p.approvalOn, p.agreedOn, p.sortKey,
       coalesce(o.name, '') AS organisation, coalesce(o.shortName, '') AS organisationShort
     FROM memorandum_party p LEFT JOIN organisation o ON o.id = p.organisationId
     WHERE p.memorandumId = ? AND p.removed = 0 ORDER BY p.sortKey, p.id`,
    record.id,
  );
  const people = peopleOn(
    workspace,
    rows.map(({ signatoryId }) => signatoryId),
    dayOfMemorandum(record, now),
  );
  return rows.map((row) => {
    const somebody = people.somebody(row.signatoryId, row.organisationId);
    const signatory = somebody.name || row.signatoryText;
    const genitive = record.language === 'uk' && row.signatoryId !== null ? inGenitive(workspace, row.signatoryId) : '';
    return {
      ...row,
      approvalOn: safeDay(row.approvalOn),
      agreedOn: safeDay(row.agreedOn),
      name: row.nameText || row.organisation,
      short: row.shortName || row.organisationShort,
      signatory,
      position: somebody.position || row.signatoryPosition,
      signatoryInText: genitive || signatory,
    };
  });
}

/** The clauses of a memorandum in their order, as they were written before any amendment. */
export const readClauses = (reader: Reader, memorandumId: string): StoredClause[] =>
  readAll(
    reader,
    `SELECT id, heading, text, numbered, libraryKey, sortKey FROM memorandum_clause
     WHERE memorandumId = ? AND removed = 0 ORDER BY sortKey, id`,
    memorandumId,
  );

/** Numbers of numbered clauses, counted from 1; null for the others. */
export function numbersOf(clauses: readonly Pick<StoredClause, 'numbered'>[]): (number | null)[] {
  let n = 0;
  return clauses.map(({ numbered }) => (numbered === 1 ? (n += 1) : null));
}
