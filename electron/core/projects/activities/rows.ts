import type { ActivityRow } from '../../../../shared/contract/activityViews.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { activityState } from '../../../../shared/rules/activityState.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { namesLanguage } from '../../directory/namesLanguage.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { numbersOf } from './numbers.ts';
import { placesOf, placeWords, type ActivityPlace } from './places.ts';

type StoredRow = Omit<ActivityRow, 'number' | 'state' | 'where' | 'territories'> & { place: string };

/** Names of more places make a line of a list no clearer. */
const mostNames = 20;

/** Where an activity takes place, in one line: its territories, then the place as somebody wrote it. */
export const whereOf = (
  resources: string,
  places: readonly ActivityPlace[],
  place: string,
  language: Language,
): string =>
  // «Rīga, Rīga»: a town that is a territory of its own is named once.
  [...new Set([...places.slice(0, mostNames).map((each) => placeWords(resources, each, language).name), place])]
    .filter((name) => name !== '')
    .join(', ');

/** Activities as lists show them, in the order of the ids; those that are not there are left out. */
export function readRows(
  reader: Reader,
  resources: string,
  ids: readonly string[],
  day: IsoDay,
  language: Language = namesLanguage(reader),
): ActivityRow[] {
  const stored = readAll<StoredRow>(
    reader,
    `SELECT a.id, a.projectId, coalesce(nullif(p.shortName, ''), p.title) AS project, l.id AS lineId,
       coalesce(l.title, '') AS line, a.kind, a.status, a.title, a.plannedFrom, a.plannedUntil, a.actualFrom,
       a.actualUntil, a.place, coalesce(nullif(a.organiserText, ''), nullif(o.shortName, ''), o.name, '') AS organiser,
       m.id AS meetingId, a.participants,
       (SELECT count(*) FROM attachment f WHERE f.ownerId = a.id AND f.removed = 0) AS evidence
     FROM json_each(?) j CROSS JOIN activity a ON a.id = j.value
       JOIN project p ON p.id = a.projectId AND p.removed = 0
       LEFT JOIN activity_line l ON l.id = a.lineId AND l.projectId = a.projectId AND l.removed = 0
       LEFT JOIN organisation o ON o.id = a.organiserId
       LEFT JOIN meeting m ON m.id = a.meetingId AND m.removed = 0
     WHERE a.removed = 0 ORDER BY j.key`,
    asList(ids),
  );
  const numbers = numbersOf(reader, ids, [...new Set(stored.map(({ projectId }) => projectId))]);
  const places = placesOf(reader, ids);
  return stored.map(({ place, ...row }) => {
    const own = places.get(row.id) ?? [];
    const days = {
      plannedFrom: safeDay(row.plannedFrom),
      plannedUntil: safeDay(row.plannedUntil),
      actualFrom: safeDay(row.actualFrom),
      actualUntil: safeDay(row.actualUntil),
    };
    return {
      ...row,
      ...days,
      number: numbers.get(row.id) ?? '',
      state: activityState({ ...days, status: row.status }, day),
      where: whereOf(resources, own, place, language),
      territories: own.length,
    };
  });
}
