import type { SearchArea } from '../../../../shared/contract/search.ts';

export type { SearchArea };

/** What narrows a search beside its words. */
export type Conditions = {
  /** None: everywhere. */
  areas: readonly SearchArea[];
  group: { id: string; label: string } | null;
  from: string | null;
  until: string | null;
};

export const noConditions: Conditions = { areas: [], group: null, from: null, until: null };

export const isNarrowed = ({ areas, group, from, until }: Conditions): boolean =>
  areas.length > 0 || group !== null || from !== null || until !== null;

export const toggleArea = (conditions: Conditions, area: SearchArea): Conditions => ({
  ...conditions,
  areas: conditions.areas.includes(area) ? conditions.areas.filter((one) => one !== area) : [...conditions.areas, area],
});
