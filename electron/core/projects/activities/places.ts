import type { PlaceStatus } from '../../../../shared/vocabulary.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { arrange } from '../../../../shared/rules/order.ts';
import { countryName } from '../../../../shared/rules/regionNames.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { territoryByCode } from '../../directory/territories.ts';
import type { Author } from '../../ledger/ledger.ts';
import { requireDay } from '../../meetings/checks.ts';
import { asList, groupBy, readAll, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activityPlace } from '../tables.ts';
import { requireActivity, requirePlaces, type Place } from './records.ts';

/** One territory or country that an activity takes place in. */
export interface ActivityPlace extends Place {
  id: string;
  activityId: string;
  status: PlaceStatus;
  heldOn: IsoDay | null;
  outcome: string;
  sortKey: string;
}

const readPlaces = (reader: Reader, activityIds: readonly string[]): ActivityPlace[] =>
  readAll<ActivityPlace>(
    reader,
    `SELECT p.id, p.activityId, p.country, p.territory, p.status, p.heldOn, p.outcome, p.sortKey
     FROM json_each(?) j CROSS JOIN activity_place p ON p.activityId = j.value
     WHERE p.removed = 0 ORDER BY p.activityId, p.sortKey, p.id`,
    asList(activityIds),
  ).map((row) => ({ ...row, heldOn: safeDay(row.heldOn) }));

/** The places of activities in their order, by activity. */
export const placesOf = (reader: Reader, activityIds: readonly string[]): Map<string, ActivityPlace[]> =>
  groupBy(readPlaces(reader, activityIds), ({ activityId }) => activityId);

/** A place for people to read, told from its namesakes, and what it lies in; a code that is unknown here is shown as it is. */
export function placeWords(
  resources: string,
  { country, territory }: Place,
  language: Language,
): { name: string; within: string } {
  if (territory === '') return { name: country === '' ? '' : countryName(country, language), within: '' };
  const found = territoryByCode(resources, territory, language);
  return found ? { name: found.name, within: found.within } : { name: territory, within: '' };
}

const placeKey = ({ country, territory }: Place): string => (territory === '' ? `country ${country}` : territory);

/**
 * Where an activity takes place, in this order. What was there already keeps how far it has come; a region stays a
 * region. Throws `notFound`, `territoryUnknown`, `countryUnknown`, `required`.
 */
export function setPlaces(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  { id, places }: { id: string; places: readonly Place[] },
) {
  requireActivity(workspace, id);
  const wanted = requirePlaces(resources, places, 'places');
  const before = readPlaces(workspace, [id]);
  const known = new Map<string, ActivityPlace>();
  // Of twins that two devices have made the first one stays.
  for (const place of before) if (!known.has(placeKey(place))) known.set(placeKey(place), place);
  const ids = wanted.map((place) => known.get(placeKey(place))?.id ?? placeKey(place));
  const keys = new Map(
    arrange(
      before.map((place) => ({ id: place.id, key: place.sortKey })),
      ids,
    ).map((placed) => [placed.id, placed.key]),
  );
  workspace.ledger.write(author, { label: 'projects.setPlaces' }, (w) => {
    const kept = new Set(ids);
    for (const place of before) if (!kept.has(place.id)) w.remove(activityPlace, place.id);
    for (const [index, place] of wanted.entries()) {
      const at = ids[index] ?? '';
      const sortKey = keys.get(at);
      if (!known.has(placeKey(place))) w.insert(activityPlace, { activityId: id, ...place, sortKey: sortKey ?? 'a0' });
      else if (sortKey !== undefined) w.update(activityPlace, at, { sortKey });
    }
  });
}

/** How far some places of an activity have come. Throws `notFound`, `dayMalformed`. */
export function setPlaceState(
  workspace: OpenWorkspace,
  author: Author,
  {
    id,
    placeIds,
    status,
    heldOn,
    outcome,
  }: {
    id: string;
    placeIds: readonly string[];
    status: PlaceStatus;
    heldOn: IsoDay | null;
    outcome?: string | undefined;
  },
) {
  requireActivity(workspace, id);
  requireDay(heldOn, 'heldOn');
  const own = new Set(readPlaces(workspace, [id]).map((place) => place.id));
  if (placeIds.some((placeId) => !own.has(placeId))) throw new AppError('notFound', { what: 'activityPlace' });
  const patch = { status, heldOn: status === 'held' ? heldOn : null, ...(outcome === undefined ? {} : { outcome }) };
  workspace.ledger.write(author, { label: 'projects.setPlaceState' }, (w) => {
    for (const placeId of new Set(placeIds)) w.update(activityPlace, placeId, patch);
  });
}
