import { addDays, today, type IsoDay } from '../../../shared/dates.ts';
import type { MemorandaFilter, MemorandumRow } from '../../../shared/contract/memorandumViews.ts';
import type { Language } from '../../../shared/languages.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { reminderDays, stateOn, termOn, type MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import { memorandumStates } from '../../../shared/vocabulary.ts';
import type { Reading } from '../directory/reading.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import { comparisonsIn, finder, newerFirst } from '../listing.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import { factColumns, factsFrom, readSuccessors, type FactsRow } from './facts.ts';
import { countObligations } from './obligationRows.ts';

type StoredRow = FactsRow & Pick<MemorandumRow, 'number' | 'title' | 'subject' | 'groupId' | 'group'>;
type ShownRow = Omit<MemorandumRow, 'parties' | 'obligations' | 'obligationsOpen' | 'obligationsOverdue'> & {
  facts: MemorandumFacts;
};
type NamedRow = ShownRow & { parties: string };

/** The parties by their short names, in one line, by memorandum. */
function partiesOf(reader: Reader, ids: readonly string[]): Map<string, string> {
  const rows = readAll<{ memorandumId: string; called: string }>(
    reader,
    `SELECT p.memorandumId, coalesce(nullif(p.nameText, ''), nullif(o.shortName, ''), o.name, '') AS called
     FROM json_each(?) j CROSS JOIN memorandum_party p ON p.memorandumId = j.value
       LEFT JOIN organisation o ON o.id = p.organisationId
     WHERE p.removed = 0 ORDER BY p.sortKey, p.id`,
    asList(ids),
  );
  const lines = new Map<string, string>();
  for (const { memorandumId, called } of rows) {
    const before = lines.get(memorandumId);
    if (called !== '') lines.set(memorandumId, before === undefined ? called : `${before}, ${called}`);
  }
  return lines;
}

/** Rows of the register for these memoranda (all of them: null) as they stand on a day, in no order. */
function shownRows(reader: Reader, ids: readonly string[] | null, day: IsoDay): ShownRow[] {
  const select = `SELECT ${factColumns}, m.number, m.title, m.subject, m.groupId, coalesce(g.name, '') AS "group"`;
  const group = 'LEFT JOIN working_group g ON g.id = m.groupId';
  const rows =
    ids === null
      ? readAll<StoredRow>(reader, `${select} FROM memorandum m ${group} WHERE m.removed = 0`)
      : readAll<StoredRow>(
          reader,
          `${select} FROM json_each(?) j CROSS JOIN memorandum m ON m.id = j.value ${group} WHERE m.removed = 0`,
          asList(ids),
        );
  const replaced = readSuccessors(reader);
  return rows.map((row) => {
    const facts = factsFrom(row, replaced.get(row.id));
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      subject: row.subject,
      groupId: row.groupId,
      group: row.group,
      status: row.status,
      state: stateOn(facts, day),
      signedOn: facts.signedOn,
      ...termOn(facts, day),
      validity: row.validity,
      facts,
    };
  });
}

function withParties(reader: Reader, rows: readonly ShownRow[]): NamedRow[] {
  const parties = partiesOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, parties: parties.get(row.id) ?? '' }));
}

const withCounts = (reader: Reader, rows: readonly NamedRow[], day: IsoDay): MemorandumRow[] => {
  const facts = new Map(rows.map((row) => [row.id, row.facts]));
  const inForce = new Set(rows.filter(({ state }) => state === 'inForce').map(({ id }) => id));
  const counts = countObligations(reader, facts, (id) => inForce.has(id), day);
  return rows.map(({ facts: _facts, ...row }) => ({
    ...row,
    obligations: counts.get(row.id)?.all ?? 0,
    obligationsOpen: counts.get(row.id)?.open ?? 0,
    obligationsOverdue: counts.get(row.id)?.overdue ?? 0,
  }));
};

/** The row of one memorandum. */
export const readRow = (reader: Reader, id: string, day: IsoDay): MemorandumRow | undefined =>
  withCounts(reader, withParties(reader, shownRows(reader, [id], day)), day)[0];

/** Ids of the memoranda that one of these conditions narrows the register to; null: all. */
function wantedIds(reader: Reader, { organisationId }: Pick<MemorandaFilter, 'organisationId'>): string[] | null {
  if (organisationId === null) return null;
  return readAll<{ id: string }>(
    reader,
    'SELECT DISTINCT memorandumId AS id FROM memorandum_party WHERE organisationId = ? AND removed = 0',
    organisationId,
  ).map(({ id }) => id);
}

type Sort = MemorandaFilter['sort'];
const stateOrder = new Map(memorandumStates.map((state, index) => [state, index]));

/** Order of the register; rows without the value come last whichever way it runs. */
function comparison({ by, descending }: Sort, language: Language): (a: NamedRow, b: NamedRow) => number {
  const { turn, words, values } = comparisonsIn(language, descending);
  const compare = (a: NamedRow, b: NamedRow): number => {
    if (by === 'signed') return values(a.signedOn, b.signedOn);
    if (by === 'ends') return values(a.endsOn, b.endsOn);
    if (by === 'notice') return values(a.noticeOn, b.noticeOn);
    if (by === 'state') return turn * ((stateOrder.get(a.state) ?? 0) - (stateOrder.get(b.state) ?? 0));
    if (by === 'number') return words(a.number, b.number);
    return by === 'title' ? words(a.title, b.title) : words(a.parties, b.parties);
  };
  return (a, b) => compare(a, b) || newerFirst(a, b);
}

/**
 * A page of the register. `counts` are of the whole register, narrowed by group and organisation only, so that they lead
 * to filters. The words are looked for in number, title, subject and parties, whatever their case, accents and alphabet.
 */
export function listMemoranda(
  workspace: Reading,
  input: MemorandaFilter,
  now: Date,
): { total: number; rows: MemorandumRow[]; counts: { inForce: number; drafts: number; nearNotice: number } } {
  const day = today(now);
  const scope = shownRows(workspace, wantedIds(workspace, input), day).filter(
    ({ groupId }) => input.groupId === null || groupId === input.groupId,
  );
  const near = addDays(day, reminderDays[0]);
  const counts = {
    inForce: scope.filter(({ state }) => state === 'inForce').length,
    drafts: scope.filter(({ state }) => state === 'draft' || state === 'agreed').length,
    nearNotice: scope.filter((row) => isNoticeWithin(row, day, near)).length,
  };
  const states = new Set(input.states);
  const { noticeUntil, sort, offset, limit } = input;
  const found = scope
    .filter(({ state }) => states.size === 0 || states.has(state))
    .filter((row) => noticeUntil === null || isNoticeWithin(row, day, noticeUntil));
  // Only what asks for the parties of all rows reads them; else those of the page are enough.
  const asksParties = foldText(input.text) !== '' || sort.by === 'parties';
  const named = asksParties ? withParties(workspace, found) : found.map((row) => ({ ...row, parties: '' }));
  const isMeant = finder(workspace, input.text);
  const matching = named.filter(({ number, title, subject, parties }) => isMeant(number, title, subject, parties));
  const page = matching.toSorted(comparison(sort, namesLanguage(workspace))).slice(offset, offset + limit);
  const rows = withCounts(workspace, asksParties ? page : withParties(workspace, page), day);
  return { total: matching.length, rows, counts };
}

/** In force, with the last day for notice from today to a day. */
const isNoticeWithin = ({ state, noticeOn }: ShownRow, day: IsoDay, until: IsoDay): boolean =>
  state === 'inForce' && noticeOn !== null && noticeOn >= day && noticeOn <= until;
