import type { CoverageView } from '../../../../shared/contract/projects.ts';
import type { Language } from '../../../../shared/languages.ts';
import { underHeading } from '../../../../shared/rules/placeNames.ts';
import { countryName } from '../../../../shared/rules/regionNames.ts';
import type { ActivityKind } from '../../../../shared/vocabulary.ts';

export type CoverageDistrict = CoverageView['districts'][number];
export type CoverageRow = CoverageDistrict['rows'][number];
export type CoverageCell = CoverageRow['cells'][number];

/** Pixels: of a community's row, and of a district's heading with the air above it. */
export const rowHeight = 20;
export const headHeight = 30;

/** Which communities are shown: all, those without any activity, or those that still wait for one of a kind. */
export type Shown = 'all' | 'never' | ActivityKind;

/** Whether a row of the matrix is a whole country, by its two letters. */
export const isCountry = (territory: string): boolean => territory.length === 2;
export const hasCountries = ({ rows }: CoverageDistrict): boolean =>
  rows.every(({ territory }) => isCountry(territory));

/** Countries are called in the language of the page; a territory keeps the name that its own country gave it. */
export const namingCountries = (districts: readonly CoverageDistrict[], language: Language): CoverageDistrict[] =>
  districts.map((district) => ({
    ...district,
    name: isCountry(district.code) ? countryName(district.code, language) : district.name,
    rows: district.rows.map((row) =>
      isCountry(row.territory) ? { ...row, name: countryName(row.territory, language) } : row,
    ),
  }));

/** What has nothing below it stands for itself: under one heading for countries and one for regions, not each under its own. */
export function withRegionsTogether(
  districts: readonly CoverageDistrict[],
  names: { countries: string; regions: string },
): CoverageDistrict[] {
  const alone = (one: CoverageDistrict): boolean => one.rows.length === 1 && one.rows[0]?.name === one.name;
  const single = districts.filter(alone);
  const groups = [
    { code: 'regions', name: names.regions, of: single.filter((one) => !hasCountries(one)) },
    { code: 'countries', name: names.countries, of: single.filter(hasCountries) },
  ].filter(({ of }) => of.length > 1);
  const gathered = new Set(groups.flatMap(({ of }) => of));
  return [
    ...districts.filter((one) => !gathered.has(one)),
    ...groups.map(({ code, name, of }) => ({
      code,
      name,
      all: of.reduce((total, { all }) => total + all, 0),
      reached: of.reduce((total, { reached }) => total + reached, 0),
      rows: of.flatMap(({ rows }) => rows),
    })),
  ];
}

/**
 * The word that most names end in (громада, savivaldybė, novads): beside a heading that says it, it only takes the room
 * of the name. Empty where there is none.
 */
export function commonEnd(districts: readonly CoverageDistrict[]): string {
  const ends = new Map<string, number>();
  let all = 0;
  for (const { name: heading, rows } of districts) {
    for (const { name } of rows) {
      all += 1;
      const { label } = underHeading(name, heading);
      const end = label.slice(label.lastIndexOf(' '));
      if (end.startsWith(' ')) ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  }
  const [most] = [...ends].toSorted(([, a], [, b]) => b - a);
  return most !== undefined && most[1] * 2 > all ? most[0] : '';
}

/** Puts the district and the communities that are asked for on the page; empty districts go. */
export function narrowed(view: CoverageView, district: string | null, shown: Shown): CoverageDistrict[] {
  const kind = view.kinds.findIndex((one) => one === shown);
  const meets = (row: CoverageRow): boolean =>
    shown === 'all' || (shown === 'never' ? row.never : row.cells[kind]?.state !== 'held');
  return view.districts
    .filter(({ code }) => district === null || code === district)
    .map((one) => (shown === 'all' ? one : { ...one, rows: one.rows.filter(meets) }))
    .filter(({ rows }) => rows.length > 0);
}

const heightOf = (district: CoverageDistrict): number => headHeight + district.rows.length * rowHeight;

/** Fills columns one after the other up to a height. */
function filled(districts: readonly CoverageDistrict[], most: number): CoverageDistrict[][] {
  const columns: CoverageDistrict[][] = [];
  let room = 0;
  for (const district of districts) {
    const height = heightOf(district);
    const last = columns.at(-1);
    if (last === undefined || height > room) {
      columns.push([district]);
      room = most - height;
    } else {
      last.push(district);
      room -= height;
    }
  }
  return columns;
}

/** Of few districts each may go where there is most room: their names are found without the alphabet. */
const fewDistricts = 12;

/** The longest first, each to the column that is shortest; inside a column in their order again. */
function packed(districts: readonly CoverageDistrict[], count: number): CoverageDistrict[][] {
  const columns = Array.from({ length: count }, () => ({ places: [] as number[], height: 0 }));
  const longest = [...districts.keys()].toSorted(
    (a, b) => (districts[b]?.rows.length ?? 0) - (districts[a]?.rows.length ?? 0) || a - b,
  );
  for (const at of longest) {
    const district = districts[at];
    const [shortest] = columns.toSorted((a, b) => a.height - b.height);
    if (district === undefined || shortest === undefined) continue;
    shortest.places.push(at);
    shortest.height += heightOf(district);
  }
  return columns
    .map(({ places }) => places.toSorted((a, b) => a - b))
    .filter((places) => places.length > 0)
    .toSorted(([a = 0], [b = 0]) => a - b)
    .map((places) => places.flatMap((at) => districts[at] ?? []));
}

/** Districts in so many columns, the longest column as short as it can be; many of them stay in their order. */
export function inColumns(districts: readonly CoverageDistrict[], count: number): CoverageDistrict[][] {
  if (districts.length <= fewDistricts) return packed(districts, count);
  const heights = districts.map(heightOf);
  let least = Math.max(0, ...heights);
  let most = heights.reduce((sum, height) => sum + height, 0);
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (filled(districts, middle).length <= count) most = middle;
    else least = middle + 1;
  }
  return filled(districts, least);
}

/** Where a community stands: its column and how far down, to find the neighbour beside it. */
export type Place = { territory: string; district: string; column: number; top: number };

/** All communities in the order of reading. */
export function placesOf(columns: readonly (readonly CoverageDistrict[])[]): Place[] {
  return columns.flatMap((districts, column) => {
    let top = 0;
    return districts.flatMap(({ code, rows }) => {
      top += headHeight;
      const places = rows.map(({ territory }, at) => ({
        territory,
        district: code,
        column,
        top: top + at * rowHeight,
      }));
      top += rows.length * rowHeight;
      return places;
    });
  });
}

/** A cell: the place of its community among all, and of its kind. */
export type Spot = { row: number; kind: number };
export const steps = [
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Ctrl+Home',
  'Ctrl+End',
] as const;
export type Step = (typeof steps)[number];

/** The community of another column that stands at the same height; −1 where there is no such column. */
const beside = (places: readonly Place[], from: Place, column: number): number => {
  let nearest = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    const apart = Math.abs(place.top - from.top);
    if (place.column !== column || apart >= distance) continue;
    nearest = index;
    distance = apart;
  }
  return nearest;
};

/** First community of the next district, or of this one and then of the one before. */
const district = (places: readonly Place[], row: number, step: 1 | -1): number => {
  const here = places[row]?.district;
  if (step > 0) {
    const next = places.findIndex((place, index) => index > row && place.district !== here);
    return next < 0 ? places.length - 1 : next;
  }
  const first = places.findIndex((place) => place.district === here);
  const target = first < row ? here : places[first - 1]?.district;
  return Math.max(
    0,
    places.findIndex((place) => place.district === target),
  );
};

/** Where a key leads from a cell; at an edge it stays. Left and right go on into the column beside. */
export function moved(places: readonly Place[], kinds: number, { row, kind }: Spot, step: Step): Spot {
  const last = kinds - 1;
  const from = places[row];
  if (from === undefined) return { row: 0, kind: 0 };
  const across = (column: number, to: number): Spot => {
    const found = beside(places, from, column);
    return found < 0 ? { row, kind } : { row: found, kind: to };
  };
  switch (step) {
    case 'Up':
      return { row: Math.max(0, row - 1), kind };
    case 'Down':
      return { row: Math.min(places.length - 1, row + 1), kind };
    case 'Left':
      return kind > 0 ? { row, kind: kind - 1 } : across(from.column - 1, last);
    case 'Right':
      return kind < last ? { row, kind: kind + 1 } : across(from.column + 1, 0);
    case 'Home':
      return { row, kind: 0 };
    case 'End':
      return { row, kind: last };
    case 'PageUp':
      return { row: district(places, row, -1), kind };
    case 'PageDown':
      return { row: district(places, row, 1), kind };
    case 'Ctrl+Home':
      return { row: 0, kind: 0 };
    case 'Ctrl+End':
      return { row: places.length - 1, kind: last };
  }
}
