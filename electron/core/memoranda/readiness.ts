import { addMonths, daysBetween, today, type IsoDay } from '../../../shared/dates.ts';
import type { ErrorParams } from '../../../shared/errors.ts';
import { fieldPartsOf, holeKey } from '../../../shared/rules/clauseText.ts';
import { beginningOf } from '../../../shared/rules/memorandumLifecycle.ts';
import type { Reading } from '../directory/reading.ts';
import { readClauses, readParties, type Party, type StoredClause } from './content.ts';
import { fieldValues } from './fields.ts';
import { readObligations, type StoredObligation } from './obligationRows.ts';
import { requireMemorandum, type MemorandumRecord } from './records.ts';

/** Something that is missing or does not fit, at its place; `code` has its words in `errors.json`. */
export interface Finding {
  code: string;
  params: ErrorParams;
  /** Stands in the way of signing. */
  blocking: boolean;
  entity: 'memorandum' | 'memorandumParty' | 'memorandumClause' | 'obligation';
  rowId: string;
  field: string;
}

/** One thing that has to be filled in: null where it is. */
type Check = Finding | null;

type Place = Pick<Finding, 'entity' | 'rowId'>;
const finding = (place: Place, code: string, field: string, blocking: boolean, params: ErrorParams = {}): Finding => ({
  ...place,
  code,
  params,
  blocking,
  field,
});
/** Counts as a field: filled where the condition holds. */
const filled = (isFilled: boolean, missing: Finding): Check => (isFilled ? null : missing);

/** Filled in by the signing itself, so that their emptiness does not stand in its way. */
const bySigning = new Set(['signedOn', 'number', 'startsOn']);

function ofMemorandum(record: MemorandumRecord): Check[] {
  const place: Place = { entity: 'memorandum', rowId: record.id };
  const { validity, endsOn, renewMonths } = record;
  return [
    filled(record.place !== '', finding(place, 'memorandumPlaceMissing', 'place', false)),
    filled(record.subject !== '', finding(place, 'memorandumSubjectMissing', 'subject', false)),
    ...(validity === 'openEnded'
      ? []
      : [filled(endsOn !== null, finding(place, 'memorandumTermMissing', 'endsOn', true))]),
    ...(validity === 'autoRenewing'
      ? [filled(renewMonths !== null, finding(place, 'memorandumRenewalMissing', 'renewMonths', true))]
      : []),
  ];
}

/** What does not fit together; these are no fields to fill in. */
function contradictions(record: MemorandumRecord, parties: number, clauses: number, now: Date): Finding[] {
  const place: Place = { entity: 'memorandum', rowId: record.id };
  const { validity, endsOn, noticeMonths } = record;
  const begins: IsoDay = beginningOf(record) ?? today(now);
  const found: Finding[] = [];
  if (parties < 2) found.push(finding(place, 'memorandumPartiesFew', 'parties', true, { count: parties }));
  if (clauses === 0) found.push(finding(place, 'memorandumTextMissing', 'clauses', true));
  if (validity === 'openEnded' || endsOn === null) return found;
  if (endsOn < begins) found.push(finding(place, 'memorandumEndsBeforeStart', 'endsOn', true));
  else if (noticeMonths !== null && daysBetween(begins, addMonths(endsOn, -Math.min(noticeMonths, 120))) < 0)
    found.push(finding(place, 'memorandumNoticeTooLong', 'noticeMonths', true, { count: noticeMonths }));
  return found;
}

function ofParty(party: Party): Check[] {
  const place: Place = { entity: 'memorandumParty', rowId: party.id };
  const params = { party: party.short || party.name };
  return [
    filled(party.name !== '', finding(place, 'partyNameMissing', 'nameText', true)),
    filled(party.signatory !== '', finding(place, 'partySignatoryMissing', 'signatoryId', true, params)),
    filled(
      party.signatoryPosition !== '' || party.position !== '',
      finding(place, 'partyPositionMissing', 'signatoryPosition', false, params),
    ),
    filled(party.ground !== '', finding(place, 'partyGroundMissing', 'ground', false, params)),
    ...(party.approvalNeeded === 1
      ? [
          filled(party.approvalNumber !== '', finding(place, 'approvalNumberMissing', 'approvalNumber', true, params)),
          filled(party.approvalOn !== null, finding(place, 'approvalDayMissing', 'approvalOn', true, params)),
        ]
      : []),
  ];
}

/** Fields that the parties' and the memorandum's own checks above answer for already. */
const answered = (key: string): boolean => key === 'place' || key === 'subject' || /^party\.\d+\./u.test(key);

type ClauseWords = Pick<StoredClause, 'id' | 'heading' | 'text'>;

function ofClauses(clauses: readonly ClauseWords[], values: Readonly<Record<string, string>>): Check[] {
  const seen = new Set<string>();
  const checks: Check[] = [];
  for (const clause of clauses) {
    const place: Place = { entity: 'memorandumClause', rowId: clause.id };
    const params = { clause: clause.heading };
    for (const { key, label } of fieldPartsOf(clause.text)) {
      if (key === holeKey) checks.push(finding(place, 'clauseHole', 'text', true, { ...params, field: label || '…' }));
      if (key === holeKey || seen.has(key)) continue;
      seen.add(key);
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      // Of a party that is there its own checks speak; one that is not there (the third of two) is the clause's trouble.
      if (answered(key) && value !== undefined && !key.endsWith('.approval') && value === '') continue;
      const missing = finding(place, 'clauseFieldMissing', 'text', !bySigning.has(key), {
        ...params,
        field: label || key,
      });
      checks.push(filled(value !== undefined && value !== '', missing));
    }
    if (clause.text.trim() === '') checks.push(finding(place, 'clauseEmpty', 'text', true, params));
  }
  return checks;
}

/** What stands in the way of signing these words: holes, and fields without a value. */
export const clauseObstacles = (clauses: readonly ClauseWords[], values: Readonly<Record<string, string>>): Finding[] =>
  ofClauses(clauses, values).flatMap((check) => (check?.blocking ? [check] : []));

/** Deadlines that the first day in force has overtaken: it may have been set, or come by signing, after them. */
const dueTooEarly = (obligations: readonly StoredObligation[], begins: IsoDay | null): Finding[] =>
  obligations.flatMap(({ id, repeat, dueOn }) =>
    repeat === 'none' && dueOn !== null && begins !== null && dueOn < begins
      ? [finding({ entity: 'obligation', rowId: id }, 'dueBeforeStart', 'dueOn', true)]
      : [],
  );

const ofObligations = (obligations: readonly StoredObligation[]): Check[] =>
  obligations.map(({ id, repeat, dueOn }, index) =>
    filled(
      repeat !== 'none' || dueOn !== null,
      finding({ entity: 'obligation', rowId: id }, 'obligationDueMissing', 'dueOn', false, { n: index + 1 }),
    ),
  );

/** How much of a memorandum is filled in, and what is missing or does not fit, at its place. Throws `notFound`. */
export function readReadiness(
  workspace: Reading,
  resources: string,
  id: string,
  now: Date,
  change: Partial<MemorandumRecord> = {},
): { filled: number; fields: number; findings: Finding[] } {
  const record = { ...requireMemorandum(workspace, id), ...change };
  const parties = readParties(workspace, record, now);
  const obligations = readObligations(workspace, [id]);
  const clauses = readClauses(workspace, id);
  const values = fieldValues(resources, record, parties, obligations);
  const checks = [
    ...ofMemorandum(record),
    ...parties.flatMap(ofParty),
    ...ofClauses(clauses, values),
    ...ofObligations(obligations),
  ];
  const findings = checks.filter((check) => check !== null);
  return {
    filled: checks.length - findings.length,
    fields: checks.length,
    findings: [
      ...contradictions(record, parties.length, clauses.length, now),
      ...dueTooEarly(obligations, beginningOf(record)),
      ...findings,
    ],
  };
}
