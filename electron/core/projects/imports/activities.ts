import { formatDay } from '../../../../shared/dates.ts';
import { foldName } from '../../../../shared/rules/fold.ts';
import { activityKinds, activityStatuses } from '../../../../shared/vocabulary.ts';
import type { Change, PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import { groupBy, readAll } from '../../statements.ts';
import { numbersOfProjects } from '../activities/numbers.ts';
import { placesOf } from '../activities/places.ts';
import type { ActivityRecord } from '../activities/records.ts';
import { finder, linesOf, organisationsByName, type ImportContext, type Named } from './context.ts';
import type { NamedPlace } from './places.ts';
import { firstLines, readRow, type RowReader } from './rowReader.ts';
import { kindOfTitle, vocabularyReader } from './words.ts';

type Stored = Pick<
  ActivityRecord,
  | 'id'
  | 'title'
  | 'kind'
  | 'status'
  | 'lineId'
  | 'plannedFrom'
  | 'plannedUntil'
  | 'actualFrom'
  | 'actualUntil'
  | 'place'
  | 'organiserId'
  | 'organiserText'
  | 'participants'
  | 'outcome'
  | 'source'
  | 'note'
>;
export type ActivityCells = Partial<Omit<Stored, 'id'>>;
export type ActivityPlan = PlannedRow<{ cells: ActivityCells; places: NamedPlace[] }>;

interface Known extends Stored, Named {
  territories: string;
}

const territoriesKey = (codes: readonly string[]): string => codes.toSorted().join(' ');

function knownActivities({ reader, project }: ImportContext): Known[] {
  const stored = readAll<Stored>(
    reader,
    `SELECT id, title, kind, status, lineId, plannedFrom, plannedUntil, actualFrom, actualUntil, place, organiserId,
       organiserText, participants, outcome, source, note
     FROM activity WHERE projectId = ? AND removed = 0 ORDER BY id`,
    project.id,
  );
  const numbers = numbersOfProjects(reader, [project.id]);
  const places = placesOf(
    reader,
    stored.map(({ id }) => id),
  );
  return stored.map((row) => ({
    ...row,
    name: row.title,
    number: numbers.get(row.id) ?? '',
    territories: territoriesKey((places.get(row.id) ?? []).map(({ territory }) => territory)),
  }));
}

/** Somebody wrote these; an import only adds them where there is nothing. */
const onlyWhenEmpty: ReadonlySet<keyof ActivityCells> = new Set([
  'outcome',
  'note',
  'source',
  'place',
  'organiserText',
]);

const shown = (value: string | number | null | undefined): string => String(value ?? '');

/** What the file says otherwise than the activity that is there; what it does not say stays. */
function changesOf(cells: ActivityCells, existing: Known, given: ReadonlySet<string>): Change[] {
  return (Object.keys(cells) as (keyof ActivityCells)[])
    .filter((field) => given.has(field) && shown(existing[field]) !== shown(cells[field]))
    .filter((field) => !onlyWhenEmpty.has(field) || shown(existing[field]) === '')
    .map((field) => ({ field, from: shown(existing[field]), to: shown(cells[field]) }));
}

/** The end is not before the beginning; a row that says one day only means that day. */
function readDays(row: RowReader, from: string, until: string) {
  const [first, last] = [row.day(from), row.day(until)];
  if (first !== null && last !== null && last < first) row.problem('endBeforeStart', until);
  return [first, last ?? (row.has(until) ? null : first)] as const;
}

function notesOf(row: RowReader, cells: ActivityCells, { project, today, language }: ImportContext) {
  const { status, plannedFrom, plannedUntil, actualFrom, actualUntil } = cells;
  const last = actualUntil ?? actualFrom ?? null;
  if (status === 'held' && last === null) row.note('heldWithoutDay', row.has('status') ? 'status' : null);
  if (status === 'held' && last !== null && last > today) row.note('heldInFuture', 'actualFrom');
  const outside = [plannedFrom, plannedUntil, actualFrom, actualUntil].find(
    (day) =>
      day &&
      ((project.startsOn !== null && day < project.startsOn) || (project.endsOn !== null && day > project.endsOn)),
  );
  if (outside) row.note('outsideProject', null, { day: formatDay(outside, language) });
}

/** Finds the activity that a row tells of: the same title, and nothing that speaks against it. */
function matcher(known: readonly Known[]) {
  const byTitle = groupBy(known, ({ title }) => foldName(title));
  return (row: RowReader, cells: ActivityCells, territories: string): Known | null => {
    const same = byTitle.get(foldName(cells.title ?? '')) ?? [];
    const number = row.text('number').replace(/\.$/u, '');
    const numbered = same.find((each) => number !== '' && each.number === number);
    const there = same.filter((each) => territories === '' || each.territories === territories);
    const from = cells.plannedFrom ?? null;
    const days = there.filter((each) => from === null || each.plannedFrom === null || each.plannedFrom === from);
    const exactly = days.find((each) => each.plannedFrom === from && each.territories === territories);
    return exactly ?? numbered ?? (days.length === 1 ? (days[0] ?? null) : null);
  };
}

/** What importing these rows as activities would do; the same title, day and territory is the same activity. */
export function planActivities(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  context: ImportContext,
): ActivityPlan[] {
  const { reader, resources, project, territories } = context;
  const findLine = finder(linesOf(reader, project.id));
  const readKind = vocabularyReader(resources, 'activityKind', activityKinds);
  const guessKind = kindOfTitle(readKind);
  const readStatus = vocabularyReader(resources, 'activityStatus', activityStatuses);
  const organisation = organisationsByName(reader);
  const match = matcher(knownActivities(context));
  const firstLine = firstLines();
  const taken = firstLines();
  return rows.map((tableRow) => {
    const row = readRow(tableRow, mapping, context);
    const title = row.required('title');
    const [plannedFrom, plannedUntil] = readDays(row, 'from', 'until');
    const [actualFrom, actualUntil] = readDays(row, 'actualFrom', 'actualUntil');
    const kind = row.word('kind', readKind, 'kindUnknown');
    const status = row.word('status', readStatus, 'statusUnknown');
    const places = territories.many(row);
    const participants = row.count('participants');
    const lines = row.has('line') ? findLine(row.text('line')) : [];
    if (row.has('line') && lines.length !== 1)
      row.problem('lineUnknown', 'line', { text: row.text('line').slice(0, 200) });
    const organiser = row.text('organiser');
    const organiserId = organiser === '' ? null : organisation(organiser);
    const heldByNow = actualFrom !== null && actualFrom <= context.today;
    const cells: ActivityCells = {
      title,
      kind: kind ?? guessKind(title) ?? 'other',
      status: status ?? (heldByNow ? 'held' : 'planned'),
      lineId: lines[0]?.id ?? null,
      plannedFrom,
      plannedUntil,
      actualFrom,
      actualUntil,
      place: row.text('place'),
      organiserId,
      organiserText: organiserId === null ? organiser : '',
      participants,
      outcome: row.text('outcome'),
      source: row.text('source'),
      note: row.text('note'),
    };
    notesOf(row, cells, context);
    const here = territoriesKey(places.map(({ territory }) => territory));
    const key = [foldName(title), plannedFrom, actualFrom, here, cells.lineId, foldName(cells.place ?? '')].join('|');
    const same = row.problems.length > 0 ? undefined : firstLine(key, row.line);
    const existing = row.problems.length > 0 || same !== undefined ? null : match(row, cells, here);
    // Two rows of the file that differ are two activities, though only one of them can be the one that is there.
    const mine = existing !== null && taken(existing.id, row.line) === undefined ? existing : null;
    const given = new Set(
      (Object.keys(cells) as (keyof ActivityCells)[]).filter((field) => (cells[field] ?? '') !== ''),
    );
    if (kind === null) given.delete('kind');
    if (status === null && !heldByNow) given.delete('status');
    given.delete('title');
    const changes = mine === null ? [] : changesOf(cells, mine, given);
    const addsPlaces = mine !== null && mine.territories === '' && here !== '';
    if (addsPlaces) changes.push({ field: 'territory', from: '', to: row.text('territory') });
    const changed = new Set(changes.map(({ field }) => field));
    const fields = {
      cells:
        mine === null
          ? cells
          : (Object.fromEntries(Object.entries(cells).filter(([field]) => changed.has(field))) as ActivityCells),
      places: mine === null || addsPlaces ? places : [],
    };
    return row.planned(fields, { same, existing: mine && { id: mine.id, name: mine.title }, changes });
  });
}
