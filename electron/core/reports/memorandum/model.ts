import { eq } from 'drizzle-orm';
import type { IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import type { Reading } from '../../directory/reading.ts';
import { organisation } from '../../directory/tables.ts';
import { dayOfMemorandum, readParties } from '../../memoranda/content.ts';
import { isSigned, requireMemorandum, type MemorandumRecord } from '../../memoranda/records.ts';
import { readMemorandumText, signedVersion } from '../../memoranda/versions.ts';
import { readAll } from '../../statements.ts';
import { officeInNominative } from '../paper/position.ts';
import { peopleOn, textName } from '../people.ts';
import type { PaperClause } from './articles.ts';
import type { SigningParty } from './parties.ts';

export interface MemorandumPaper {
  language: Language;
  title: string;
  number: string;
  place: string;
  signedOn: IsoDay | null;
  draft: boolean;
  clauses: PaperClause[];
  parties: SigningParty[];
  /** Amendments in force, in their order. */
  amendments: { number: string; signedOn: IsoDay | null }[];
}

/** Noon of a day, for what asks for an instant. */
export const noonOf = (day: IsoDay): Date => new Date(`${day}T12:00:00`);

/** The parties with what stands beside their signatures, as of the day of signing. */
export function readSigningParties(workspace: Reading, record: MemorandumRecord, day: IsoDay): SigningParty[] {
  const now = noonOf(day);
  const people = peopleOn(workspace, dayOfMemorandum(record, now));
  return readParties(workspace, record, now).map((party) => {
    const body =
      party.organisationId === null
        ? undefined
        : workspace.db
            .select({ address: organisation.address })
            .from(organisation)
            .where(eq(organisation.id, party.organisationId))
            .get();
    return {
      name: party.name,
      shortName: party.short,
      address: body?.address ?? '',
      position: record.language === 'uk' ? officeInNominative(party.position) : party.position,
      signatory:
        party.signatoryId === null
          ? party.signatory === ''
            ? null
            : textName(party.signatory)
          : people.name(party.signatoryId),
    };
  });
}

const amendmentsInForce = (workspace: Reading, memorandumId: string, day: IsoDay) =>
  readAll<{ number: string; signedOn: IsoDay | null }>(
    workspace,
    `SELECT number, signedOn FROM amendment
     WHERE memorandumId = ? AND removed = 0 AND status = 'signed' AND coalesce(startsOn, signedOn) <= ?
     ORDER BY coalesce(startsOn, signedOn), signedOn, id`,
    memorandumId,
    day,
  );

/**
 * A memorandum for printing: a version as it was kept, else the text as it stands with the amendments in force on the day.
 * @throws notFound, versionDamaged
 */
export function readMemorandumPaper(
  workspace: Reading,
  resources: string,
  request: { memorandumId: string; versionId: string | null },
  day: IsoDay,
): MemorandumPaper {
  const { memorandumId, versionId } = request;
  const record = requireMemorandum(workspace, memorandumId);
  const text = readMemorandumText(workspace, resources, versionId ?? memorandumId, noonOf(day));
  const live = readSigningParties(workspace, record, day);
  const wasSigned = versionId === null ? isSigned(record) : signedVersion(workspace, memorandumId)?.id === versionId;
  return {
    language: text.language,
    title: text.title,
    number: record.number,
    place: record.place,
    signedOn: wasSigned ? record.signedOn : null,
    draft: !wasSigned,
    clauses: text.clauses,
    // The names are those of the text; what only the directory knows comes from there as long as they agree.
    parties: text.parties.map((party, index) => {
      const now = live[index];
      const same = now?.name === party.name ? now : undefined;
      return {
        name: party.name,
        shortName: party.shortName,
        address: same?.address ?? '',
        // Where only the preamble has the office, it has it in the genitive.
        position: text.language === 'uk' ? officeInNominative(party.position) : party.position,
        signatory: same?.signatory ?? (party.signatory === '' ? null : textName(party.signatory)),
      };
    }),
    amendments: versionId === null ? amendmentsInForce(workspace, memorandumId, day) : [],
  };
}
