import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatDay } from '../../../shared/dates.ts';
import type { ItemView, MeetingDetail } from '../../../shared/contract/meetings.ts';
import { findTypedDates } from '../../../shared/rules/typedDates.ts';
import { client } from '../../ui/core/client.ts';
import { errorCode } from '../../ui/core/errors.ts';
import { useWorkspaceChanges } from '../../ui/core/live.ts';
import { setUnsaved, trackSaving, useFlush } from '../../ui/core/saving.ts';
import type { Found } from '../../ui/editor/found.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { timeNow } from '../clock.ts';
import type { Names } from '../names/names.ts';
import { nameFinder } from '../names/recognise.ts';
import { openWords, type WordsKeeper, type WordsPorts } from '../words/keeper.ts';
import type { WordsEntry } from '../words/entries.ts';
import { v7 as newId } from 'uuid';

/** Refusals stay what they are until something changes; everything else is tried again. */
const isRefusal = (error: unknown): boolean =>
  !['unexpected', 'connectionLost', 'databaseBusy'].includes(errorCode(error));

/** What is recognised while one writes: dates, and the names at hand. */
const useFinder = (meeting: MeetingDetail, names: Names): ((text: string) => Found[]) => {
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(() => {
    const findNames = nameFinder(names.all);
    return (text) => [
      ...findTypedDates(text, { today, language: meeting.language }).map(({ from, to, day }): Found => ({
        from,
        to,
        look: 'date',
        title: formatDay(day, language, 'weekdayLong'),
      })),
      ...findNames(text).map(({ from, to, name }): Found => ({
        from,
        to,
        look: 'name',
        title: [name.label, name.note].filter(Boolean).join(' · '),
      })),
    ];
  }, [names, today, language, meeting.language]);
};

/** An empty account of the rapporteur to begin with. */
const firstEntry = ({ rapporteurId, rapporteurText }: ItemView, saidAt: string | null): WordsEntry => ({
  kind: 'heard',
  id: newId(),
  text: '',
  speakerId: rapporteurId,
  speakerText: rapporteurId === null ? rapporteurText : '',
  saidAt,
  textAttached: false,
  offered: true,
});

const portsFor = (item: ItemView, inSession: boolean, find: { current: (text: string) => Found[] }): WordsPorts => ({
  load: () => client.meetings.item({ id: item.id }),
  save: async (change) => (await trackSaving(client.meetings.saveWords({ itemId: item.id, ...change }))).entries,
  undo: () => client.workspace.undo(),
  mayRetry: (error) => !isRefusal(error),
  onPending: (pending) => setUnsaved(`words:${item.id}`, pending),
  find: (text) => find.current(text),
  first: () => firstEntry(item, inSession ? timeNow() : null),
});

export type OpenWords = { keeper: WordsKeeper | undefined; error: unknown };

/**
 * The words of the item on the screen. Those of items left behind stay open, with their undo and whatever is not saved
 * yet; changes from other windows come into those on the screen at once.
 */
export const useWords = (meeting: MeetingDetail, item: ItemView | undefined, names: Names): OpenWords => {
  const finder = useFinder(meeting, names);
  const find = useRef(finder);
  const keepers = useRef(new Map<string, WordsKeeper>());
  const [shown, setShown] = useState<{ itemId: string; keeper?: WordsKeeper; error?: unknown }>();
  const itemId = item?.id;
  const inSession = meeting.status === 'inSession';
  const latest = useRef({ item, inSession });
  useLayoutEffect(() => {
    latest.current = { item, inSession };
  });

  // the patterns are made at their first use; that is not to be felt at the first key
  useEffect(() => {
    const timer = setTimeout(() => finder('до 1 січня'), 400);
    return () => clearTimeout(timer);
  }, [finder]);

  useEffect(() => {
    find.current = finder;
    for (const keeper of keepers.current.values()) keeper.findAnew();
  }, [finder]);

  useEffect(() => {
    const { item: wanted, inSession: now } = latest.current;
    if (itemId === undefined || wanted === undefined) return undefined;
    const open = keepers.current;
    const there = open.get(itemId);
    if (there !== undefined) {
      setShown({ itemId, keeper: there });
      void there.sync().catch(() => undefined); // what fails here is tried again at the next change
      return undefined;
    }
    let left = false;
    const read = async (): Promise<void> => {
      try {
        const keeper = await openWords(portsFor(wanted, now, find));
        const twin = open.get(itemId);
        if (twin === undefined) open.set(itemId, keeper);
        if (!left) setShown({ itemId, keeper: twin ?? keeper });
      } catch (error) {
        if (!left) setShown({ itemId, error });
      }
    };
    void read();
    return () => {
      left = true;
      void open.get(itemId)?.flush();
    };
  }, [itemId]);

  useEffect(() => {
    const open = keepers.current;
    return () => {
      for (const keeper of open.values()) void keeper.close();
      open.clear();
    };
  }, []);

  useFlush(async () => {
    await Promise.all([...keepers.current.values()].map((keeper) => keeper.flush()));
  });
  useWorkspaceChanges(({ rows }) => {
    const concerns = ['speech', 'decision', 'assignee', 'ballot', 'dissent', 'execution'].some(
      (entity) => entity in rows,
    );
    // words left behind are read again when they come back on the screen
    const keeper = itemId === undefined ? undefined : keepers.current.get(itemId);
    if (concerns && keeper !== undefined) void keeper.sync().catch(() => undefined);
  });
  return { keeper: shown?.itemId === itemId ? shown?.keeper : undefined, error: shown?.error };
};
