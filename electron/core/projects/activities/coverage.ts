import type { CoverageView } from '../../../../shared/contract/activityViews.ts';
import { today, type IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import {
  activityKinds,
  type ActivityKind,
  type ActivityStatus,
  type PlaceStatus,
} from '../../../../shared/vocabulary.ts';
import { requireDay } from '../../meetings/checks.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { namesLanguage } from '../../directory/namesLanguage.ts';
import { isCommunity, municipalitiesWithin, placeOfTerritory } from '../../directory/territories.ts';
import { readAll, type Reader } from '../../statements.ts';
import { placeWords } from './places.ts';
import { requireProject } from './records.ts';

/** Which of a project's activities are looked at, and as of which day. */
export interface CoverageQuery {
  projectId: string;
  /** Null: today. */
  asOf: IsoDay | null;
  /** None: all. */
  kinds: readonly ActivityKind[];
}

/** One activity in one place. */
export interface Visit {
  activityId: string;
  kind: ActivityKind;
  /** Code of the municipality; empty where the place is something larger. */
  territory: string;
  /** By its two letters. */
  country: string;
  state: 'held' | 'planned';
  on: IsoDay | null;
}

/** What became of an activity as a whole, as of the day. */
export interface KnownActivity {
  id: string;
  kind: ActivityKind;
  state: 'held' | 'planned' | null;
}

interface Stored {
  id: string;
  kind: ActivityKind;
  status: ActivityStatus;
  plannedFrom: string | null;
  actualUntil: string | null;
}
interface StoredPlace {
  activityId: string;
  country: string;
  territory: string;
  status: PlaceStatus;
  heldOn: string | null;
}

/** What a project means to reach, each once, in the order of its places. */
interface Aims {
  municipalities: string[];
  /** By their two letters. A project of ten countries does not mean to visit every municipality of theirs. */
  countries: string[];
}

function aimsOf(reader: Reader, resources: string, projectId: string): Aims {
  const places = readAll<{ country: string; territory: string }>(
    reader,
    'SELECT country, territory FROM project_place WHERE projectId = ? AND removed = 0 ORDER BY sortKey, id',
    projectId,
  );
  const municipalities = places.flatMap(({ territory }) =>
    territory === '' ? [] : municipalitiesWithin(resources, territory),
  );
  const countries = places.flatMap(({ country, territory }) => (territory === '' && country !== '' ? [country] : []));
  return { municipalities: [...new Set(municipalities)], countries: [...new Set(countries)] };
}

/** Those of what a project means to reach that a visit has to do with: the municipality, and its country as a whole. */
const reachedBy = (aims: ReadonlySet<string>, { territory, country }: Visit): string[] =>
  [territory, country].filter((code) => aims.has(code));

/**
 * How activities and their places stand as of a day. Held counts as held from its last day on; without a day, or on a day
 * that is still to come, what somebody has marked as held counts for today, not for a day in the past. A cancelled
 * activity and a place that was missed are neither held nor planned. An activity that names a whole district, region or
 * country is no visit to any municipality in it.
 */
export function readVisits(
  reader: Reader,
  resources: string,
  { projectId, asOf, kinds }: CoverageQuery,
  now: Date,
): { activities: KnownActivity[]; visits: Visit[] } {
  const until = asOf !== null && asOf < today(now) ? asOf : null;
  const wanted = new Set<ActivityKind>(kinds.length > 0 ? kinds : activityKinds);
  const stored = readAll<Stored>(
    reader,
    'SELECT id, kind, status, plannedFrom, actualUntil FROM activity_entry WHERE projectId = ?',
    projectId,
  ).filter(({ kind }) => wanted.has(kind));
  const isHeldBy = (day: IsoDay | null): boolean => until === null || (day !== null && day <= until);
  const known = new Map(
    stored.map((row): [string, Stored & KnownActivity & { on: IsoDay | null }] => {
      const heldOn = row.actualUntil ?? row.plannedFrom;
      const isHeld = row.status === 'held' && isHeldBy(heldOn);
      const state = isHeld ? 'held' : row.status === 'cancelled' ? null : 'planned';
      return [row.id, { ...row, state, on: isHeld ? heldOn : row.plannedFrom }];
    }),
  );
  const places = readAll<StoredPlace>(
    reader,
    `SELECT p.activityId, p.country, p.territory, p.status, p.heldOn FROM activity_entry e
     CROSS JOIN activity_place p ON p.activityId = e.id
     WHERE e.projectId = ? AND p.removed = 0`,
    projectId,
  );
  const visits: Visit[] = [];
  for (const place of places) {
    const { activityId, status, heldOn } = place;
    const activity = known.get(activityId);
    if (!activity || status === 'missed') continue;
    const territory = isCommunity(resources, place.territory) ? place.territory : '';
    const country = place.country || (placeOfTerritory(resources, place.territory)?.country ?? '');
    const { kind } = activity;
    if (status === 'held') {
      const on = safeDay(heldOn) ?? activity.actualUntil ?? activity.plannedFrom;
      const isHeld = isHeldBy(on);
      visits.push({ activityId, kind, territory, country, state: isHeld ? 'held' : 'planned', on });
    } else if (activity.status === 'cancelled') continue;
    else if (status === 'planned')
      visits.push({ activityId, kind, territory, country, state: 'planned', on: activity.plannedFrom });
    else if (activity.state !== null)
      visits.push({ activityId, kind, territory, country, state: activity.state, on: activity.on });
  }
  return { activities: [...known.values()].map(({ id, kind, state }) => ({ id, kind, state })), visits };
}

/**
 * Municipalities that the project works in (and countries, where it names whole ones), how many of them a held activity
 * reached, and how many not even a planned one.
 */
export function countCommunities(
  reader: Reader,
  resources: string,
  query: CoverageQuery,
  now: Date,
): { all: number; reached: number; never: number; countries: boolean } {
  const { municipalities, countries } = aimsOf(reader, resources, query.projectId);
  const aims = new Set([...municipalities, ...countries]);
  const { visits } = readVisits(reader, resources, query, now);
  const reached = new Set(visits.flatMap((visit) => (visit.state === 'held' ? reachedBy(aims, visit) : [])));
  const touched = new Set(visits.flatMap((visit) => reachedBy(aims, visit)));
  return {
    all: aims.size,
    reached: reached.size,
    never: aims.size - touched.size,
    countries: aims.size > 0 && municipalities.length === 0,
  };
}

type Cell = CoverageView['districts'][number]['rows'][number]['cells'][number];

const earlier = (a: IsoDay | null, b: IsoDay | null): boolean => a !== null && (b === null || a < b);

/** One more activity of a kind in a municipality: of held ones the last is named, of only planned ones the first. */
function addTo(cell: Cell, { state, activityId, on }: Visit): Cell {
  const counts = { held: cell.held + Number(state === 'held'), planned: cell.planned + Number(state === 'planned') };
  const isNamed =
    state === 'held'
      ? cell.state !== 'held' || earlier(cell.on, on)
      : cell.state === 'none' || (cell.state === 'planned' && earlier(on, cell.on));
  if (!isNamed) return { ...cell, ...counts };
  return { state: state === 'held' || cell.state === 'held' ? 'held' : 'planned', ...counts, id: activityId, on };
}

/**
 * The coverage matrix of a project as of a day: its municipalities by district, then the countries that it names as a
 * whole, and what was held or is planned there by kind. `language` is of the names; null: the directory's. Throws `notFound`, `dayMalformed`.
 */
export function readCoverage(
  reader: Reader,
  resources: string,
  query: CoverageQuery,
  now: Date,
  language: Language | null = null,
): CoverageView {
  requireDay(query.asOf, 'asOf');
  requireProject(reader, query.projectId);
  const names = language ?? namesLanguage(reader);
  const { municipalities, countries } = aimsOf(reader, resources, query.projectId);
  const own = [...municipalities, ...countries];
  const { activities, visits } = readVisits(reader, resources, query, now);
  const there = new Set(activities.filter(({ state }) => state !== null).map(({ kind }) => kind));
  for (const { kind } of visits) there.add(kind);
  const kinds = activityKinds.filter((kind) => there.has(kind));
  const column = new Map(kinds.map((kind, index) => [kind, index]));

  const named = new Set(countries);
  const nameOf = (code: string): string =>
    placeWords(resources, named.has(code) ? { country: code, territory: '' } : { country: '', territory: code }, names)
      .name;
  const inside = new Set(own);
  const elsewhere = new Set<string>();
  const cells = new Map<string, Cell[]>();
  for (const visit of visits) {
    const { territory, kind, activityId } = visit;
    const aimed = reachedBy(inside, visit);
    if (aimed.length === 0 && territory !== '') elsewhere.add(activityId);
    for (const code of aimed) {
      let row = cells.get(code);
      if (!row) cells.set(code, (row = kinds.map(() => ({ state: 'none', held: 0, planned: 0, id: null, on: null }))));
      const at = column.get(kind) ?? 0;
      const cell = row[at];
      if (cell) row[at] = addTo(cell, visit);
    }
  }

  const districts = new Map<string, CoverageView['districts'][number]>();
  const totals = kinds.map(() => ({ held: 0, planned: 0, activitiesHeld: 0, activitiesPlanned: 0 }));
  let reached = 0;
  let never = 0;
  for (const territory of own) {
    const code = placeOfTerritory(resources, territory)?.parent ?? territory;
    let district = districts.get(code);
    if (!district) {
      const name = nameOf(code);
      districts.set(code, (district = { code, name, all: 0, reached: 0, rows: [] }));
    }
    const row =
      cells.get(territory) ?? kinds.map(() => ({ state: 'none' as const, held: 0, planned: 0, id: null, on: null }));
    const held = row.filter(({ state }) => state === 'held');
    const lastOn = held.reduce<IsoDay | null>((last, { on }) => (earlier(last, on) || last === null ? on : last), null);
    const isNever = row.every(({ state }) => state === 'none');
    for (const [index, { state }] of row.entries()) {
      const total = totals[index];
      if (total && state !== 'none') total[state] += 1;
    }
    const name = nameOf(territory);
    district.rows.push({ territory, name, cells: row, never: isNever, lastOn });
    district.all += 1;
    if (held.length > 0) district.reached += 1;
    if (held.length > 0) reached += 1;
    if (isNever) never += 1;
  }
  for (const { kind, state } of activities) {
    const total = totals[column.get(kind) ?? -1];
    if (total && state === 'held') total.activitiesHeld += 1;
    if (total && state === 'planned') total.activitiesPlanned += 1;
  }
  return {
    asOf: query.asOf ?? today(now),
    kinds,
    districts: [...districts.values()],
    totals,
    all: own.length,
    reached,
    never,
    elsewhere: elsewhere.size,
  };
}
