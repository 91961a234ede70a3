import { useCallback, useMemo } from 'react';
import { useSearch } from '../../ui/window/address.ts';
import { activityStates, everyActivity, type ActivitiesFilter } from '../../../shared/contract/activityViews.ts';
import { isIsoDay } from '../../../shared/dates.ts';
import { idPattern } from '../../../shared/ids.ts';
import { activityKinds } from '../../../shared/vocabulary.ts';

/** What the activities of a project are narrowed to. */
export type Conditions = Pick<
  ActivitiesFilter,
  'kinds' | 'states' | 'lineId' | 'territory' | 'from' | 'until' | 'text'
>;

export const noConditions: Conditions = {
  kinds: [],
  states: [],
  lineId: null,
  territory: null,
  from: null,
  until: null,
  text: '',
};

/** The conditions as the address names them. */
const names = ['kind', 'state', 'line', 'territory', 'from', 'until', 'find'] as const;

const listed = (value: string | null): string[] => (value ?? '').split(',').filter(Boolean);
const dayOr = (value: string | null): string | null => (isIsoDay(value) ? value : null);

/**
 * Reads `?kind=roundTable,training&state=late&line=ID&territory=CODE&from=&until=&find=words`; what it does not
 * understand it leaves out.
 */
export function conditionsOf(search: URLSearchParams): Conditions {
  const [kinds, states] = [listed(search.get('kind')), listed(search.get('state'))];
  const line = search.get('line');
  return {
    kinds: activityKinds.filter((kind) => kinds.includes(kind)),
    states: activityStates.filter((state) => states.includes(state)),
    lineId: line !== null && idPattern.test(line) ? line : null,
    territory: search.get('territory') || null,
    from: dayOr(search.get('from')),
    until: dayOr(search.get('until')),
    text: search.get('find') ?? '',
  };
}

const written = (conditions: Conditions): Record<(typeof names)[number], string> => ({
  kind: conditions.kinds.join(','),
  state: conditions.states.join(','),
  line: conditions.lineId ?? '',
  territory: conditions.territory ?? '',
  from: conditions.from ?? '',
  until: conditions.until ?? '',
  find: conditions.text,
});

/** The filter of the core that the conditions make for a project. */
export const filterOf = (projectId: string, conditions: Conditions) => ({
  ...everyActivity,
  ...conditions,
  text: conditions.text.trim(),
  projectId,
});

/** The conditions stand in the address, so that a link leads to them and going back finds them again. */
export const useConditions = (): {
  conditions: Conditions;
  isNarrowed: boolean;
  change: (patch: Partial<Conditions>) => void;
  clear: () => void;
} => {
  const [search, setSearch] = useSearch();
  const text = names.map((name) => `${name}=${encodeURIComponent(search.get(name) ?? '')}`).join('&');
  // the rest of the address (the current row) changes without the conditions becoming others
  const conditions = useMemo(() => conditionsOf(new URLSearchParams(text)), [text]);
  const change = useCallback(
    (patch: Partial<Conditions>): void =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(written({ ...conditionsOf(now), ...patch })))
            if (value === '') next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const clear = useCallback(() => change(noConditions), [change]);
  const isNarrowed = Object.values(written(conditions)).some((value) => value !== '');
  return { conditions, isNarrowed, change, clear };
};
