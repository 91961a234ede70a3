import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { bringToTop } from '../ui/window/sight.ts';

/** The id under which an item stands on the page, so that a link can lead to it. */
export const itemPlace = (id: string): string => `item-${id}`;

/** Brings the item that the address names (`?item=…`) into sight, again with each link that is followed. */
export const useItemPlace = (): void => {
  const [search] = useSearchParams();
  const { key } = useLocation();
  const item = search.get('item');
  useEffect(() => {
    const place = item === null ? null : document.getElementById(itemPlace(item));
    return place === null ? undefined : bringToTop(place);
  }, [item, key]);
};
