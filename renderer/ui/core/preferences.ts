import { useQuery } from '@tanstack/react-query';
import type { Preferences } from '../../../shared/contract/workspace.ts';
import { client, orpc, queryClient } from './client.ts';

const key = orpc.workspace.preferences.queryKey();

/** Changes preferences of this computer: shown at once, kept by the core; if that fails the core's word holds. */
export const changePreferences = async (part: Partial<Preferences>): Promise<void> => {
  queryClient.setQueryData(key, (now) => (now === undefined ? now : { ...now, ...part }));
  try {
    queryClient.setQueryData(key, await client.workspace.setPreferences(part));
  } catch {
    await queryClient.invalidateQueries({ queryKey: key });
  }
};

/** The preferences of this computer, which the core keeps outside the workspace; undefined until it has answered. */
export const usePreferences = (): Preferences | undefined => useQuery(orpc.workspace.preferences.queryOptions()).data;
