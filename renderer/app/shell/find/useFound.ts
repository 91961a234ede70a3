import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchResult } from '../../../../shared/contract/search.ts';
import { orpc } from '../../../ui/core/client.ts';
import type { Conditions } from './conditions.ts';

/** Results read at once. */
const pageSize = 30;
/** How long typing rests before it is searched for, in milliseconds. */
const resting = 60;
/** What the contract takes at most; more than that is not read, and the core looks for its first words only. */
const mostCharacters = 100_000;

/** The value as it was once it has rested. */
const useRested = <T>(value: T): T => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), resting);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
};

export type Found = {
  /** Nothing is looked for: no words, or only a command is wanted. */
  idle: boolean;
  results: readonly SearchResult[];
  total: number;
  cut: boolean;
  /** What is shown still answers what was typed before. */
  stale: boolean;
  error: unknown;
  /** Reads on; undefined when everything is there. */
  more: (() => void) | undefined;
  readingMore: boolean;
};

/** Searches as one types: answers to what was typed before stay until the new one comes, and never come after it. */
export const useFound = (typed: string, conditions: Conditions, enabled: boolean): Found => {
  const words = typed.trim().slice(0, mostCharacters);
  const text = useRested(words);
  const { areas, group, from, until } = conditions;
  const wanted = enabled && words !== '';
  const query = useInfiniteQuery({
    ...orpc.search.find.infiniteOptions({
      input: (offset: number) => ({
        text,
        areas: [...areas],
        groupId: group?.id ?? null,
        from,
        until,
        offset,
        limit: pageSize,
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const read = pages.reduce((sum, { results }) => sum + results.length, 0);
        return last.results.length === 0 || read >= last.total ? undefined : read;
      },
    }),
    enabled: wanted && text !== '',
    placeholderData: keepPreviousData,
    // what was found is of records: it does not stay long in the page's memory
    gcTime: 20_000,
  });
  const pages = wanted ? (query.data?.pages ?? []) : [];
  return {
    idle: !wanted,
    results: pages.flatMap(({ results }) => results),
    total: pages[0]?.total ?? 0,
    cut: pages[0]?.cut ?? false,
    stale: wanted && (text !== words || query.isPlaceholderData || query.isPending),
    error: wanted ? query.error : null,
    more: query.hasNextPage && wanted ? () => void query.fetchNextPage() : undefined,
    readingMore: query.isFetchingNextPage,
  };
};

/** How much of the index is made, in percent; null when all of it is. Asked again while it is being made. */
export const useIndexing = (): number | null => {
  const { data } = useQuery({
    ...orpc.search.state.queryOptions(),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.done < state.data.total ? 1000 : false),
  });
  if (data === undefined || data.done >= data.total) return null;
  return Math.floor((data.done / Math.max(1, data.total)) * 100);
};
