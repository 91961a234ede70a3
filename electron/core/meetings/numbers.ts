import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  findTwinNumbers,
  formatNumber,
  keepNumber,
  nextNumber,
  periodOf,
  type NumberingRule,
  type TakenNumber,
} from '../../../shared/rules/numbering.ts';
import type { MeetingStatus, NumberingPeriod } from '../../../shared/vocabulary.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { MeetingRecord } from './records.ts';

/** What the meeting's record keeps of its number. */
export interface KeptNumber {
  sequence: number | null;
  number: string;
}

interface NumberedMeeting extends KeptNumber {
  id: string;
  status: MeetingStatus;
  heldOn: IsoDay;
}

interface GroupNumbering {
  numberingPattern: string;
  numberingPeriod: NumberingPeriod;
  termStartsOn: string | null;
  shortName: string;
}

// By SQL over the directory's table: numbering reads it within the write that reserves a number.
function groupNumbering(reader: Reader, groupId: string): GroupNumbering {
  const group = readOne<GroupNumbering>(
    reader,
    'SELECT numberingPattern, numberingPeriod, termStartsOn, shortName FROM working_group WHERE id = ? AND removed = 0',
    groupId,
  );
  if (!group) throw new AppError('notFound', { what: 'workingGroup' }, 'groupId');
  return group;
}

/** The group's rule as of a day: a term is named by the year in which it begins. */
const ruleOn = (group: GroupNumbering, day: IsoDay): NumberingRule => ({
  pattern: group.numberingPattern,
  period: group.numberingPeriod,
  term: group.termStartsOn !== null && day >= group.termStartsOn ? group.termStartsOn.slice(0, 4) : undefined,
  prefix: group.shortName,
});

/** Meetings of the group that hold a number; cancelled ones have given theirs back. */
const numbered = (reader: Reader, groupId: string, exceptId: string): NumberedMeeting[] =>
  readAll<NumberedMeeting>(
    reader,
    `SELECT id, status, heldOn, sequence, number FROM meeting
     WHERE groupId = ? AND id <> ? AND removed = 0 AND status <> 'cancelled' AND heldOn IS NOT NULL AND number <> ''`,
    groupId,
    exceptId,
  );

const taken = (group: GroupNumbering, meetings: readonly NumberedMeeting[]): TakenNumber[] =>
  meetings.map(({ sequence, heldOn }) => ({ sequence, period: periodIn(group, heldOn) }));

function periodIn(group: GroupNumbering, day: IsoDay): string {
  const rule = ruleOn(group, day);
  return periodOf(rule.period, day, rule.term);
}

/** Reserves a number for a meeting planned on a day; without a day there is none yet. Inside the write that uses it. */
export function reserveNumber(reader: Reader, groupId: string, day: IsoDay | null): KeptNumber {
  if (day === null) return { sequence: null, number: '' };
  const group = groupNumbering(reader, groupId);
  const { sequence, number } = nextNumber(ruleOn(group, day), taken(group, numbered(reader, groupId, '')), day);
  return { sequence, number };
}

/** The number of a planned meeting whose day moves: kept within its period, else the next one of the new period. */
export function moveNumber(reader: Reader, meeting: MeetingRecord, day: IsoDay | null): KeptNumber {
  if (day === null) return { sequence: null, number: '' };
  if (meeting.heldOn === null || meeting.sequence === null) return reserveNumber(reader, meeting.groupId, day);
  const group = groupNumbering(reader, meeting.groupId);
  const own = { sequence: meeting.sequence, period: periodIn(group, meeting.heldOn) };
  const others = taken(group, numbered(reader, meeting.groupId, meeting.id));
  const { sequence, number } = keepNumber(ruleOn(group, day), own, others, day);
  return { sequence, number };
}

/** The running number that a typed number stands for by the group's pattern, so that the next one follows it. */
function sequenceOf(rule: NumberingRule, number: string, day: IsoDay, highest: number): number | null {
  for (let sequence = 1; sequence <= highest + 100; sequence += 1)
    if (formatNumber(rule.pattern, { ...rule, sequence, day }) === number) return sequence;
  return null;
}

/**
 * The number that a signature fixes: the one asked for, else the reserved one, or the next where another meeting's
 * minutes hold that already. Meetings that are only planned give way and get new provisional numbers.
 * Throws `numberTaken`, `required`.
 */
export function numberForSigning(
  reader: Reader,
  meeting: MeetingRecord & { heldOn: IsoDay },
  wanted: string | null,
): { given: KeptNumber; yielding: (KeptNumber & { id: string })[] } {
  const group = groupNumbering(reader, meeting.groupId);
  const day = meeting.heldOn;
  const rule = ruleOn(group, day);
  const period = periodIn(group, day);
  const others = numbered(reader, meeting.groupId, meeting.id);
  const firm = others.filter(({ status }) => status !== 'planned');
  const given = wanted === null ? keep() : asWanted(wanted.trim());
  const yielding = others
    .filter(({ status, heldOn }) => status === 'planned' && periodIn(group, heldOn) === period)
    .filter((other) => other.sequence === given.sequence || isTwin(other, given.number))
    .reduce<(KeptNumber & { id: string })[]>((moved, other) => {
      const held = [...taken(group, others), { sequence: given.sequence, period }];
      for (const { sequence } of moved) held.push({ sequence, period });
      const { sequence, number } = nextNumber(ruleOn(group, other.heldOn), held, other.heldOn);
      return [...moved, { id: other.id, sequence, number }];
    }, []);
  return { given, yielding };

  function keep(): KeptNumber {
    const { sequence, number } = keepNumber(rule, { sequence: meeting.sequence, period }, taken(group, firm), day);
    // A number that had been typed rather than counted holds its place too.
    const twin = firm.some((other) => periodIn(group, other.heldOn) === period && isTwin(other, number));
    return twin ? nextNumber(rule, taken(group, others), day) : { sequence, number };
  }

  function asWanted(number: string): KeptNumber {
    if (number === '') throw new AppError('required', {}, 'number');
    const holder = firm.find((other) => periodIn(group, other.heldOn) === period && isTwin(other, number));
    if (holder) throw new AppError('numberTaken', { number, day: holder.heldOn }, 'number');
    const highest = others.reduce((most, { sequence }) => Math.max(most, sequence ?? 0), meeting.sequence ?? 0);
    return { sequence: sequenceOf(rule, number, day, highest), number };
  }
}

const isTwin = (other: NumberedMeeting, number: string): boolean =>
  findTwinNumbers([
    { id: '', number, period: '' },
    { id: other.id, number: other.number, period: '' },
  ]).length > 0;
