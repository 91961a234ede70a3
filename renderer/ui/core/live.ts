import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { InferClientOutputs } from '@orpc/client';
import type { Client } from '../../../shared/contract/index.ts';
import { client, orpc } from './client.ts';
import { errorCode } from './errors.ts';
import { isHeld } from './holding.ts';

type Streamed<T> = T extends AsyncIterator<infer Each> ? Each : never;

/** One piece of news from the core: what changed in the workspace, or how the workspace itself fares. */
export type News = Streamed<InferClientOutputs<Client>['workspace']['news']>;

/** Records that were written: entity → ids; `session` made it (connection.ts names ours). */
export type WorkspaceChange = Extract<News, { kind: 'changed' }>;

const listeners = new Set<(news: News) => void>();

/** Calls back with all news while mounted. */
export const useNews = (onNews: (news: News) => void): void => {
  const latest = useRef(onNews);
  useLayoutEffect(() => {
    latest.current = onNews;
  });
  useEffect(() => {
    const listener = (news: News): void => latest.current(news);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
};

/** Calls back with each change of records while mounted, also those of other windows. */
export const useWorkspaceChanges = (onChange: (change: WorkspaceChange) => void): void =>
  useNews((news) => {
    if (news.kind === 'changed') onChange(news);
  });

/** The state of the workspace is read again by itself and by name; a change of records does not touch it. */
const notOfRecords: readonly string[] = ['state', 'known', 'preferences', 'proposePlace', 'backups', 'backupsOf'];

/** Whether a query reads records, and did not ask to be left alone. Its key begins with the path of its procedure. */
const readsRecords = (key: readonly unknown[], live: unknown): boolean => {
  const [path] = key;
  if (live === false || !Array.isArray(path)) return false;
  return path[0] !== 'workspace' || !notOfRecords.some((name) => name === path[1]);
};

const refresh = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: (query) => readsRecords(query.queryKey, query.meta?.['live']) });

/** How long news are gathered before lists are read again, in milliseconds: typing saves often. */
const gathering = 80;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The workspace was opened, locked, closed or replaced: what was read of it is read anew, or forgotten, so that nothing of
 * it stays in the page's memory and nothing of one workspace shows in another.
 */
const takeState = async (queries: QueryClient): Promise<void> => {
  // the list of before this workspace was opened offers another one first
  queries.removeQueries({ queryKey: orpc.workspace.known.key(), type: 'inactive' });
  await queries.invalidateQueries({ queryKey: orpc.workspace.state.key() });
  const open = queries.getQueryData(orpc.workspace.state.queryKey())?.status === 'open';
  if (open || isHeld()) await refresh(queries);
  else queries.removeQueries({ predicate: (query) => readsRecords(query.queryKey, undefined) });
  await queries.invalidateQueries({ queryKey: orpc.workspace.known.key() });
};

/** Follows the core's news for as long as the page lives; after a break everything is read again. */
const follow = async (queries: QueryClient, signal: AbortSignal): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (news: News): void => {
    for (const listener of listeners) listener(news);
    if (news.kind === 'state') void takeState(queries);
    if (news.kind === 'backup') void queries.invalidateQueries({ queryKey: orpc.workspace.backups.key() });
    if (news.kind !== 'changed') return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void refresh(queries);
    }, gathering);
  };
  let broken = false;
  while (!signal.aborted) {
    try {
      const stream = await client.workspace.news(undefined, { signal });
      if (broken) void queries.invalidateQueries();
      broken = false;
      for await (const news of stream) take(news);
    } catch (error) {
      // the connection shows its own state; a door that does not know this page will not change its mind
      if (errorCode(error) === 'tokenWrong') return;
    }
    broken = true;
    await pause(1000);
  }
  clearTimeout(timer);
};

/** Keeps every query fresh; mounted once, at the root. */
export const useLiveQueries = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const abort = new AbortController();
    void follow(queries, abort.signal);
    return () => abort.abort();
  }, [queries]);
};
