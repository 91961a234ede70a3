import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Option } from '../../ui/Combobox.tsx';
import { orpc } from '../../ui/core/client.ts';
import { useCollator } from '../../ui/window/language.ts';

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

/** People of the directory as choices, with the office they hold. */
export const usePersonOptions = (): Option[] => {
  const collator = useCollator();
  const { data } = useQuery(orpc.directory.people.queryOptions({ input: { on: null } }));
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
