import type { SearchEntity } from '../../../../shared/contract/search.ts';
import { createStore } from '../../../ui/window/store.ts';
import type { Conditions } from './conditions.ts';

/** A place that was opened from the palette. */
export type RecentPlace = { address: string; entity: SearchEntity; title: string; context: string; day: string | null };
/** A search from which something was opened. */
export type RecentSearch = { text: string; conditions: Conditions };

const mostPlaces = 8;
const mostSearches = 3;

/** Of records, so it stays in the page's memory only, and goes when the workspace does. */
const recent = createStore<{ places: readonly RecentPlace[]; searches: readonly RecentSearch[] }>({
  places: [],
  searches: [],
});

export const useRecent = recent.use;

export const forgetRecent = (): void => recent.set({ places: [], searches: [] });

export const rememberPlace = (place: RecentPlace): void => {
  const { places, searches } = recent.get();
  const others = places.filter(({ address }) => address !== place.address);
  recent.set({ places: [place, ...others].slice(0, mostPlaces), searches });
};

export const rememberSearch = (search: RecentSearch): void => {
  const { places, searches } = recent.get();
  const others = searches.filter(({ text }) => text !== search.text);
  recent.set({ places, searches: [search, ...others].slice(0, mostSearches) });
};
