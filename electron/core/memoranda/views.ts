import type * as z from 'zod';
import { today } from '../../../shared/dates.ts';
import type { amendmentView, MemorandumDetail, PartyView } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { safeDay } from '../decisions/register/stored.ts';
import type { Reading } from '../directory/reading.ts';
import { readMaterials } from '../files/attachments.ts';
import { readClocks } from '../ledger/clocks.ts';
import { asList, groupBy, readAll, readOne, type Reader } from '../statements.ts';
import { clausesOn } from './amendedText.ts';
import { clauseViews, countWords } from './clauseViews.ts';
import { readClauses, readParties, type Party } from './content.ts';
import { readSuccessors } from './facts.ts';
import { fieldValues } from './fields.ts';
import { readRow } from './list.ts';
import { readObligationRows } from './obligationRows.ts';
import { requireMemorandum, type AmendmentRecord } from './records.ts';

/** What a memorandum is called where there is one line: its number and its title. */
export const calledShort = ({ number, title }: { number: string; title: string }): string =>
  [number, title].filter(Boolean).join(' · ');

function partyViews(reader: Reader, parties: readonly Party[]): PartyView[] {
  const clocks = readClocks(
    reader,
    'memorandumParty',
    parties.map(({ id }) => id),
  );
  return parties.map((party) => ({
    id: party.id,
    organisationId: party.organisationId,
    nameText: party.nameText,
    shortName: party.shortName,
    signatoryId: party.signatoryId,
    signatoryText: party.signatoryText,
    signatoryPosition: party.signatoryPosition,
    ground: party.ground,
    approvalNeeded: party.approvalNeeded === 1,
    approvalNumber: party.approvalNumber,
    approvalOn: party.approvalOn,
    agreedOn: party.agreedOn,
    name: party.name,
    signatory: party.signatory,
    sortKey: party.sortKey,
    clocks: clocks.get(party.id) ?? {},
  }));
}

type AmendmentView = z.infer<typeof amendmentView>;

/** The amendments of a memorandum, the oldest first, drafts last. */
export function readAmendments(reader: Reader, memorandumId: string): AmendmentView[] {
  const rows = readAll<AmendmentRecord>(
    reader,
    `SELECT * FROM amendment WHERE memorandumId = ? AND removed = 0
     ORDER BY coalesce(startsOn, signedOn) NULLS LAST, signedOn, id`,
    memorandumId,
  );
  const ids = rows.map(({ id }) => id);
  const stored = readAll<Omit<AmendmentView['clauses'][number], 'clocks'> & { amendmentId: string }>(
    reader,
    `SELECT c.id, c.amendmentId, c.change, c.clauseId, c.heading, c.text
     FROM json_each(?) j CROSS JOIN amended_clause c ON c.amendmentId = j.value
     WHERE c.removed = 0 ORDER BY c.sortKey, c.id`,
    asList(ids),
  );
  const clauseClocks = readClocks(
    reader,
    'amendedClause',
    stored.map(({ id }) => id),
  );
  const clauses = groupBy(stored, ({ amendmentId }) => amendmentId);
  const scans = groupBy(readMaterials(reader, ids), ({ ownerId }) => ownerId);
  const clocks = readClocks(reader, 'amendment', ids);
  return rows.map(({ id, number, title, status, signedOn, startsOn, note }) => ({
    id,
    number,
    title,
    status,
    signedOn: safeDay(signedOn),
    startsOn: safeDay(startsOn),
    note,
    clauses: (clauses.get(id) ?? []).map(({ amendmentId: _owner, ...clause }) => ({
      ...clause,
      clocks: clauseClocks.get(clause.id) ?? {},
    })),
    scans: scans.get(id) ?? [],
    clocks: clocks.get(id) ?? {},
  }));
}

/** Everything about one memorandum, as the page shows it. Throws `notFound`. */
export function readMemorandum(workspace: Reading, resources: string, id: string, now: Date): MemorandumDetail {
  const day = today(now);
  const record = requireMemorandum(workspace, id);
  const row = readRow(workspace, id, day);
  if (!row) throw new AppError('notFound', { what: 'memorandum' });
  const parties = readParties(workspace, record, now);
  const obligationRows = readObligationRows(workspace, record, parties, now);
  const values = fieldValues(resources, record, parties, obligationRows);
  const clauses = readClauses(workspace, id);
  const current = clausesOn(workspace, id, day);
  const successor = readSuccessors(workspace).get(id);
  const replaced =
    record.supersedesId === null
      ? undefined
      : readOne<{ number: string; title: string }>(
          workspace,
          'SELECT number, title FROM memorandum WHERE id = ? AND removed = 0',
          record.supersedesId,
        );
  return {
    ...row,
    language: record.language,
    legalBasis: record.legalBasis,
    place: record.place,
    agreedOn: record.agreedOn,
    terminatedOn: record.terminatedOn,
    terminationReason: record.terminationReason,
    renewMonths: record.renewMonths,
    noticeMonths: record.noticeMonths,
    ownStartsOn: record.startsOn,
    ownEndsOn: record.endsOn,
    supersedesId: replaced === undefined ? null : record.supersedesId,
    supersedes: replaced === undefined ? '' : calledShort(replaced),
    supersededById: successor?.id ?? null,
    supersededBy: successor === undefined ? '' : calledShort(successor),
    note: record.note,
    editable: record.status === 'draft',
    partyRows: partyViews(workspace, parties),
    clauses: clauseViews(workspace, clauses, current, values),
    fieldValues: values,
    obligationRows,
    amendments: readAmendments(workspace, id),
    scans: readMaterials(workspace, [id]),
    words: countWords(
      current.flatMap(({ heading, text }) => [heading, text]),
      values,
    ),
    clocks: readClocks(workspace, 'memorandum', [id]).get(id) ?? {},
  };
}
