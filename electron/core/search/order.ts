import type { IsoDay } from '../../../shared/dates.ts';

// A text's number in the index says where it comes among others without being read: names before bodies, texts without a
// day first, newer days before older ones. The index gives its hits in this order, so that the first of many are the best.
const daysLong = 2 ** 17;
const perDay = 2 ** 20;
const aDay = 86_400_000;
const firstDay = Date.UTC(1900, 0, 1);

/** What has a name, what is told at length, the pieces of attached files after their first. */
export const tiers = [0, 1, 2] as const;
export type Tier = (typeof tiers)[number];

/** The tables of the index, by tier. */
export const tierTables = ['search_names', 'search_bodies', 'search_pieces'] as const;

export const tierOf = (n: number): Tier => (n < daysLong * perDay ? 0 : n < 2 * daysLong * perDay ? 1 : 2);

const placeOfDay = (day: IsoDay | null): number => {
  const time = day === null ? Number.NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return 0;
  return Math.min(daysLong - 1, Math.max(1, daysLong - 1 - Math.round((time - firstDay) / aDay)));
};

/** The numbers that texts of this tier and day have: from this one, `perDay` of them. */
export const firstNumber = (tier: Tier, day: IsoDay | null): number => (tier * daysLong + placeOfDay(day)) * perDay;

export const lastNumber = (tier: Tier, day: IsoDay | null): number => firstNumber(tier, day) + perDay - 1;

/** All numbers of a tier, or those of the days from–until (either end may be open; then texts without a day are out). */
export function numbersOf(tier: Tier, from: IsoDay | null, until: IsoDay | null): [number, number] {
  const all: [number, number] = [tier * daysLong * perDay, (tier + 1) * daysLong * perDay - 1];
  if (from === null && until === null) return all;
  return [until === null ? all[0] + perDay : firstNumber(tier, until), from === null ? all[1] : lastNumber(tier, from)];
}
