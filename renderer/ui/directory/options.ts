import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { IsoDay } from '../../../shared/dates.ts';
import type { Option } from '../Combobox.tsx';
import { orpc } from '../core/client.ts';
import { useCollator } from '../window/language.ts';

/** Organisations of the directory as choices, by name. */
export const useOrganisationOptions = (): Option[] => {
  const collator = useCollator();
  const { data } = useQuery(orpc.directory.organisations.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .map(({ id, name, shortName }): Option => ({ id, label: name, note: shortName === '' ? undefined : shortName }))
        .toSorted((a, b) => collator.compare(a.label, b.label)),
    [data, collator],
  );
};

/** People of the directory as choices, by name, with the office they hold: on that day, or today. */
export const usePersonOptions = (on: IsoDay | null = null): Option[] => {
  const collator = useCollator();
  const { data } = useQuery(orpc.directory.people.queryOptions({ input: { on } }));
  return useMemo(
    () =>
      (data ?? [])
        .map(({ id, name, position, organisation }): Option => ({
          id,
          label: name,
          note: [position, organisation].filter(Boolean).join(', ') || undefined,
        }))
        .toSorted((a, b) => collator.compare(a.label, b.label)),
    [data, collator],
  );
};
