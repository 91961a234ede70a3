import { createORPCClient, DynamicLink } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import type { Client } from '../../../shared/contract/index.ts';
import { coreLink, isConnectionLost } from './connection.ts';
import { beginSaving } from './saving.ts';

/** The core's procedures, typed by the contract: `await client.meetings.get({ id })`. */
export const client: Client = createORPCClient(new DynamicLink(coreLink()));

/** The same as options for TanStack Query: `useQuery(orpc.meetings.get.queryOptions({ input: { id } }))`. */
export const orpc = createTanstackQueryUtils(client);

const ends = new WeakMap<object, (succeeded: boolean) => void>();

/** Everything the pages have read. Nothing goes stale by time: the core tells what changed (live.ts). */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onMutate: (_variables, mutation) => {
      ends.set(mutation, beginSaving());
    },
    onSettled: (_data, error, _variables, _context, mutation) => ends.get(mutation)?.(error === null),
  }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      networkMode: 'always', // the core is on this computer; whether there is an internet says nothing
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (_count, error) => isConnectionLost(error),
      retryDelay: 1000,
    },
    // what an act was given and what it gave (a passphrase, a recovery sheet) goes with the form that asked for it
    mutations: { networkMode: 'always', retry: false, gcTime: 1000 },
  },
});
