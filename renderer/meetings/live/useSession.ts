import { useEffect, useMemo, useState } from 'react';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import type { BreakReason } from '../../../shared/vocabulary.ts';
import { client } from '../../ui/core/client.ts';
import { instantNow } from '../clock.ts';
import type { Acts } from '../../ui/core/acts.ts';
import type { Returned } from './BreakBanner.tsx';

export type Session = {
  /** The item on the screen; it is not always the one that has the floor. */
  selectedId: string | null;
  /** The item that has the floor, also while the core is still being told. */
  floorId: string | null;
  select: (itemId: string) => void;
  /** Gives the floor to an item and shows it. */
  start: (itemId: string) => void;
  /** The next or the previous item: of the one that has the floor it takes the floor, of any other it is only shown. */
  step: (by: -1 | 1) => void;
  takeBreak: (reason: BreakReason) => void;
  resume: () => void;
  returned: Returned | null;
  clearReturned: () => void;
};

/** Where the meeting stands and what moves it on; `asked` is the item that the address names, if it names one. */
export const useSession = (meeting: MeetingDetail, acts: Acts, asked: string | null): Session => {
  const [chosen, setChosen] = useState(asked);
  const [lastAsked, setLastAsked] = useState(asked);
  if (asked !== lastAsked) {
    setLastAsked(asked);
    if (asked !== null) setChosen(asked);
  }
  const [returned, setReturned] = useState<Returned | null>(null);
  /** The floor as it was given here, until the core has been told and says where it is now. */
  const [given, setGiven] = useState<{ itemId: string; isTold: boolean } | null>(null);
  const { run } = acts;
  // Not before it was told: what the meeting says until then may be of the floor before the last.
  useEffect(() => {
    if (given?.isTold === true && meeting.currentItemId === given.itemId) setGiven(null);
  }, [meeting, given]);
  return useMemo(() => {
    const { itemRows, currentItemId, status, id: meetingId } = meeting;
    const known = (id: string | null): string | null => (itemRows.some((item) => item.id === id) ? id : null);
    const floorId = known(given?.itemId ?? null) ?? known(currentItemId);
    const selectedId = known(chosen) ?? floorId ?? itemRows[0]?.id ?? null;
    const inSession = status === 'inSession';
    const give = async (itemId: string): Promise<void> => {
      const now = { itemId, isTold: false };
      setGiven(now);
      const told = await run(async () => {
        await client.meetings.startItem({ itemId, at: instantNow() });
        return true;
      });
      setGiven((last) => (last === now ? (told === true ? { itemId, isTold: true } : null) : last));
    };
    const start = (itemId: string): void => {
      setChosen(itemId);
      if (inSession) void give(itemId);
    };
    return {
      selectedId,
      floorId,
      select: setChosen,
      start,
      step: (by) => {
        const at = itemRows.findIndex((item) => item.id === selectedId);
        const next = itemRows[at + by];
        if (next === undefined) return;
        const hasFloor = floorId === null || floorId === selectedId;
        if (inSession && hasFloor && meeting.onBreak === null) start(next.id);
        else setChosen(next.id);
      },
      takeBreak: (reason) => {
        setReturned(null);
        void run(() => client.meetings.startBreak({ meetingId, at: instantNow(), reason }));
      },
      resume: () =>
        void run(async () => {
          const { quorumReached } = await client.meetings.endBreak({ meetingId, at: instantNow() });
          setReturned({ reached: quorumReached });
        }),
      returned,
      clearReturned: () => setReturned(null),
    };
  }, [meeting, chosen, given, returned, run]);
};
