import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Preferences } from '../../../shared/contract/workspace.ts';
import { client, orpc } from './client.ts';

/** The preferences of this computer, kept by the core outside the workspace; a change is shown at once. */
export const usePreferences = (): {
  preferences: Preferences | undefined;
  change: (part: Partial<Preferences>) => void;
} => {
  const queries = useQueryClient();
  const { data } = useQuery(orpc.workspace.preferences.queryOptions());
  const change = useCallback(
    (part: Partial<Preferences>) => {
      const key = orpc.workspace.preferences.queryKey();
      queries.setQueryData(key, (now) => (now === undefined ? now : { ...now, ...part }));
      const send = async (): Promise<void> => {
        queries.setQueryData(key, await client.workspace.setPreferences(part));
      };
      void send().catch(() => queries.invalidateQueries({ queryKey: key }));
    },
    [queries],
  );
  return { preferences: data, change };
};
