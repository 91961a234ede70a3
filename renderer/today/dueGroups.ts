import type { DueRow, TodayView } from '../../shared/contract/today.ts';
import { addDays, startOfWeek, type IsoDay } from '../../shared/dates.ts';
import type { Tone } from '../ui/Chip.tsx';

export type DueGroupKey = 'overdue' | 'week' | 'soon' | 'later';

export type DueGroup = {
  key: DueGroupKey;
  /** The last day of it, where it has one. */
  until: IsoDay | null;
  tone: Tone | null;
  count: number;
  rows: DueRow[];
  /** The register with what belongs to it. */
  to: string;
};

const sundayOf = (day: IsoDay): IsoDay => addDays(startOfWeek(day), 6);

/** What is due in the order in which it presses; groups without anything are left out. */
export function dueGroups({ day, counts, overdue, soon, later, ribbon }: TodayView): DueGroup[] {
  const sunday = sundayOf(day);
  const last = ribbon.at(-1)?.day ?? day;
  const groups: DueGroup[] = [
    { key: 'overdue', until: null, tone: 'red', count: counts.overdue, rows: overdue, to: '/decisions?state=overdue' },
    {
      key: 'week',
      until: sunday,
      tone: 'amber',
      count: counts.week,
      rows: soon.filter(({ dueOn }) => dueOn <= sunday),
      to: '/decisions?due=week&state=open,inProgress',
    },
    {
      key: 'soon',
      until: last,
      tone: 'amber',
      count: counts.soon - counts.week,
      rows: soon.filter(({ dueOn }) => dueOn > sunday),
      to: '/decisions?due=13&state=open,inProgress',
    },
    { key: 'later', until: null, tone: null, count: counts.later, rows: later, to: '/decisions?state=open,inProgress' },
  ];
  return groups.filter(({ count }) => count > 0);
}

/** Where a row is at home: the register with it, or its memorandum with the obligation. */
export const placeOf = ({ kind, id, sourceId }: DueRow): string =>
  kind === 'decision' ? `/decisions/${id}` : `/memoranda/${sourceId}?obligation=${id}`;

/** The same with an act to begin at once. */
export const actAt = (row: DueRow, act: 'note' | 'deadline' | 'done'): string =>
  `${placeOf(row)}${row.kind === 'decision' ? '?' : '&'}act=${act}`;
