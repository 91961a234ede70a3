import type { SeriesPlan, SeriesRow } from '../../../../shared/contract/activityViews.ts';
import { addMonths, type IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { mostSeriesYears, seriesDays, type SeriesDays } from '../../../../shared/rules/series.ts';
import { municipalitiesWithin, placeOfTerritory, territoryByCode } from '../../directory/territories.ts';
import type { Author } from '../../ledger/ledger.ts';
import { requireDay, requireText } from '../../meetings/checks.ts';
import type { Reader } from '../../statements.ts';
import { countryOf } from '../../today/country.ts';
import { holidaysBetween } from '../../today/holidays.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activity } from '../tables.ts';
import { readVisits } from './coverage.ts';
import { insertPlaces, keysAtEnd } from './editing.ts';
import { requireProject, requireReferences } from './records.ts';

/** The municipalities of a series in their order, each once. Throws `territoryUnknown`. */
function municipalitiesOf(resources: string, territories: readonly string[]): string[] {
  const all = territories.flatMap((code) => {
    const found = municipalitiesWithin(resources, code);
    if (found.length === 0) throw new AppError('territoryUnknown', { text: code }, 'territories');
    return found;
  });
  return [...new Set(all)];
}

/** Those where nothing of the kind was held or is planned in the project. */
function withoutSuch(
  reader: Reader,
  resources: string,
  plan: SeriesPlan,
  places: readonly string[],
  now: Date,
): string[] {
  const { visits } = readVisits(reader, resources, { projectId: plan.projectId, asOf: null, kinds: [plan.kind] }, now);
  const visited = new Set(visits.map(({ territory }) => territory));
  return places.filter((code) => !visited.has(code));
}

/**
 * The days of a series with the days off of the workspace's country. Whoever plans says what becomes of a holiday: the
 * setting by which holidays are working days only proposes it. Throws `seriesTooLong`.
 */
async function daysOf(
  workspace: OpenWorkspace,
  resources: string,
  plan: SeriesPlan,
  times: number,
): Promise<SeriesDays> {
  const { startsOn, every, weekday, holidays: rule } = plan;
  const { language } = requireProject(workspace, plan.projectId);
  const rhythm = { startsOn, every, weekday };
  if (rule === 'keep') return seriesDays(rhythm, times, 'keep', new Map());
  const country = countryOf(workspace, resources, language);
  const last = seriesDays(rhythm, times, 'keep', new Map()).days.at(-1)?.on ?? startsOn;
  const most = addMonths(startsOn, mostSeriesYears * 12);
  // Left out days make a series longer, so that it may need the holidays of more years; most never do.
  for (let until: IsoDay = addMonths(last, 12); ; until = addMonths(until, 60)) {
    const isAll = until >= most;
    const holidays = await holidaysBetween(resources, country, language, startsOn, isAll ? addMonths(most, 12) : until);
    const found = seriesDays(rhythm, times, rule, holidays);
    if (isAll || (found.days.at(-1)?.on ?? startsOn) <= until) return found;
  }
}

const titleOf = (pattern: string, n: number, place: string): string =>
  pattern.replaceAll('{n}', String(n)).replaceAll('{place}', place).replaceAll(/\s+/g, ' ').trim();

/**
 * What a series would be: one activity a municipality in their order, or as many as asked for, beginning again with the
 * first where there are fewer places; but not where only places without such an activity are wanted, for the second
 * round would find one there. Throws `notFound`, `required`, `dayMalformed`, `territoryUnknown`,
 * `seriesNothingLeft`, `seriesTooLong`.
 */
export async function previewSeries(
  workspace: OpenWorkspace,
  resources: string,
  plan: SeriesPlan,
  now: Date,
): Promise<{ rows: SeriesRow[]; skipped: SeriesDays['skipped'] }> {
  const { language, startsOn, endsOn } = requireProject(workspace, plan.projectId);
  requireText(plan.title, 'title');
  requireDay(plan.startsOn, 'startsOn');
  requireReferences(workspace, plan.projectId, { lineId: plan.lineId, organiserId: plan.organiserId });
  const all = municipalitiesOf(resources, plan.territories);
  if (all.length === 0 && plan.times === null) throw new AppError('required', {}, 'territories');
  const places = plan.onlyWithout ? withoutSuch(workspace, resources, plan, all, now) : all;
  if (all.length > 0 && places.length === 0) throw new AppError('seriesNothingLeft', {}, 'territories');
  const once = plan.onlyWithout && places.length > 0;
  const times = plan.times === null || (once && plan.times > places.length) ? places.length : plan.times;
  const { days, skipped } = await daysOf(workspace, resources, plan, times);
  return {
    skipped,
    rows: days.map(({ on, moved }, index) => {
      const territory = places[index % places.length] ?? '';
      const place = territory === '' ? '' : (territoryByCode(resources, territory, language)?.name ?? territory);
      return {
        on,
        territory,
        place,
        title: titleOf(plan.title, index + 1, place),
        moved,
        outside: (endsOn !== null && on > endsOn) || (startsOn !== null && on < startsOn),
      };
    }),
  };
}

/** Writes what the preview showed, as one act. Throws as `previewSeries`. */
export async function planSeries(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  plan: SeriesPlan,
  now: Date,
): Promise<string[]> {
  const { rows } = await previewSeries(workspace, resources, plan, now);
  const { projectId, lineId, kind, organiserId } = plan;
  return workspace.ledger.write(author, { label: 'projects.planSeries' }, (w) => {
    const keys = keysAtEnd(workspace, projectId, lineId, rows.length);
    return rows.map(({ on, territory, title }, index) => {
      const sortKey = keys[index] ?? 'a0';
      const id = w.insert(activity, {
        projectId,
        lineId,
        kind,
        title,
        organiserId,
        plannedFrom: on,
        plannedUntil: on,
        sortKey,
      });
      const country = placeOfTerritory(resources, territory)?.country;
      if (country !== undefined) insertPlaces(w, id, [{ country, territory }]);
      return id;
    });
  });
}
