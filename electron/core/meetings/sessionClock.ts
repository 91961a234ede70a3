import { timeOfDay, type IsoTime } from '../../../shared/dates.ts';
import type { Span } from '../../../shared/rules/quorum.ts';
import type { BreakReason, SessionMarkKind } from '../../../shared/vocabulary.ts';
import { readAll, type Reader } from '../statements.ts';

/** Something that happened in the room; `at` is an instant with milliseconds. */
export interface Mark {
  id: string;
  kind: SessionMarkKind;
  at: string;
  itemId: string | null;
  reason: BreakReason | null;
}

/** How long an item has had the floor. */
export interface ItemClock {
  /** Whole seconds of the stretches that are over, breaks taken off. */
  seconds: number;
  /** Instant since which it runs, null while it stands. */
  runningSince: string | null;
  /** Instants at which its last stretch began, and ended (null while it runs). */
  beganAt: string;
  endedAt: string | null;
}

export interface SessionState {
  clocks: ReadonlyMap<string, ItemClock>;
  /** The item taken up last, while the meeting is open. */
  currentItemId: string | null;
  onBreak: { since: string; reason: BreakReason } | null;
  /** Instant of the newest mark. */
  lastAt: string | null;
}

/** The marks of a meeting in the order in which things happened. */
export const readMarks = (reader: Reader, meetingId: string): Mark[] =>
  readAll<Mark>(
    reader,
    `SELECT id, kind, at, itemId, reason FROM session_mark
     WHERE meetingId = ? AND removed = 0 AND at IS NOT NULL ORDER BY at, id`,
    meetingId,
  );

/** The time of day on this computer's clock, as it hangs on the wall of the room. */
export const wallTime = (instant: string): IsoTime => timeOfDay(new Date(instant));

/**
 * What the marks come to. An item's clock runs from its mark to the next item's, stands during breaks and after the
 * closing, and goes on where a meeting is taken up again.
 */
export function sessionState(marks: readonly Mark[]): SessionState {
  const clocks = new Map<string, ItemClock>();
  let current: string | null = null;
  let since: string | null = null;
  let onBreak: SessionState['onBreak'] = null;
  let open = true;

  const stop = (at: string) => {
    if (current !== null && since !== null) {
      const seconds = Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / 1000));
      const before = clocks.get(current)?.seconds ?? 0;
      clocks.set(current, { seconds: before + seconds, runningSince: null, beganAt: since, endedAt: at });
    }
    since = null;
  };
  const run = (at: string) => {
    if (current === null || onBreak !== null) return;
    since = at;
    const seconds = clocks.get(current)?.seconds ?? 0;
    clocks.set(current, { seconds, runningSince: at, beganAt: at, endedAt: null });
  };

  for (const mark of marks) {
    switch (mark.kind) {
      case 'opened':
        open = true;
        run(mark.at);
        break;
      case 'itemStarted':
        stop(mark.at);
        current = mark.itemId;
        run(mark.at);
        break;
      case 'breakStarted':
        stop(mark.at);
        onBreak = { since: mark.at, reason: mark.reason ?? 'pause' };
        break;
      case 'breakEnded':
        onBreak = null;
        run(mark.at);
        break;
      case 'closed':
        stop(mark.at);
        onBreak = null;
        open = false;
        break;
    }
  }
  return {
    clocks,
    currentItemId: open ? current : null,
    onBreak: open ? onBreak : null,
    lastAt: marks.at(-1)?.at ?? null,
  };
}

/** Breaks as times of the day; one that still runs has no end. */
export function breakSpans(marks: readonly Mark[]): Span[] {
  const spans: Span[] = [];
  for (const { kind, at } of marks) {
    const last = spans.at(-1);
    if (kind === 'breakStarted') spans.push({ from: wallTime(at), to: null });
    else if ((kind === 'breakEnded' || kind === 'closed') && last && last.to === null) last.to = wallTime(at);
  }
  return spans;
}
