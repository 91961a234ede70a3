import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { createKept } from '../ui/grid/gridSettings.ts';
import { useToday } from '../ui/window/today.ts';
import { conditionsOf, firstConditions, type Conditions } from './filter/registerFilter.ts';

/** The conditions, and the visit (an entry of the window's history) that they were taken from. */
type Place = { visit: string; conditions: Conditions };

const kept = createKept<Place>();

/** What a visit asks for: its own conditions when it is a new one, otherwise those as they were left. */
const arrive = (visit: string, search: string, today: string): Place => {
  const before = kept.get();
  if (before?.visit === visit) return before;
  const asked = conditionsOf(new URLSearchParams(search), today);
  return { visit, conditions: asked ?? before?.conditions ?? firstConditions };
};

/** The conditions of the register: from the address that led here, changed by hand, found again on coming back. */
export const useConditions = (): [Conditions, (conditions: Conditions) => void] => {
  const { key, search } = useLocation();
  const today = useToday();
  const [place, setPlace] = useState(() => arrive(key, search, today));
  if (place.visit !== key) setPlace(arrive(key, search, today));
  useEffect(() => kept.set(place), [place]);
  return [place.conditions, (conditions) => setPlace((now) => ({ ...now, conditions }))];
};
