import { useSyncExternalStore } from 'react';
import { timeOfDay, type IsoTime } from '../../shared/dates.ts';
import type { ItemView, MeetingDetail } from '../../shared/contract/meetings.ts';

/** The clock of the screen turns this often, in milliseconds. */
const tick = 1000;

const subscribe = (turned: () => void): (() => void) => {
  const timer = setInterval(turned, tick);
  return () => clearInterval(timer);
};

const wholeSeconds = (): number => Math.floor(Date.now() / tick) * tick;

/** Now in milliseconds, whole seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, wholeSeconds);

/** The time on the wall, `HH:MM`. */
export const timeNow = (): IsoTime => timeOfDay(new Date());

export const instantNow = (): string => new Date().toISOString();

/** Whole minutes since the meeting was opened, by its marks; null where it was not. */
export const minutesRunning = (meeting: Pick<MeetingDetail, 'marks'>, now: number): number | null => {
  const opened = meeting.marks.find(({ kind }) => kind === 'opened');
  return opened === undefined ? null : Math.max(0, Math.floor((now - Date.parse(opened.at)) / 60_000));
};

/** Seconds an item has had the floor: the stretches that are over, and the one that runs. */
export const secondsOf = ({ secondsSpent, runningSince }: ItemView, now: number): number =>
  secondsSpent + (runningSince === null ? 0 : Math.max(0, Math.floor((now - Date.parse(runningSince)) / 1000)));
