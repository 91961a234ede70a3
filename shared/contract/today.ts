import * as z from 'zod';
import { decisionStates } from '../rules/decisionStatus.ts';
import { meetingKinds, meetingStatuses } from '../vocabulary.ts';
import { day, id, language, procedure, time } from './base.ts';
import { namedMeeting } from './meetingViews.ts';
import { lateRow } from './projectViews.ts';

/** Something that somebody owes on a day: a decision, or an obligation of a memorandum. */
export const dueRow = z.object({
  kind: z.enum(['decision', 'obligation']),
  id,
  number: z.string(),
  text: z.string(),
  /** Who answers for it, short. */
  who: z.string(),
  dueOn: day,
  /** Negative: overdue by so many days. */
  daysLeft: z.number(),
  state: z.enum(decisionStates),
  /** The meeting or the memorandum it stands in. */
  sourceId: id,
});
export type DueRow = z.infer<typeof dueRow>;

export const todayView = z.object({
  day,
  /** Two weeks from today. */
  ribbon: z.array(
    z.object({
      day,
      working: z.boolean(),
      /** Name of the public holiday in the language asked for; empty where there is none. */
      holiday: z.string(),
      meetings: z.array(z.object({ id, startsAt: time.nullable(), title: z.string(), kind: z.enum(meetingKinds) })),
      due: z.number(),
      /** Minutes whose remarks are awaited until this day. */
      remarks: z.number(),
    }),
  ),
  /** Of decisions and obligations: `soon` from today on within 14 days, `week` of it until Sunday, `later` after that. */
  counts: z.object({
    unfinished: z.number(),
    overdue: z.number(),
    week: z.number(),
    soon: z.number(),
    later: z.number(),
    /** Minutes that are not signed, by their state. */
    drafts: z.number(),
    underApproval: z.number(),
    /** Minutes signed apart, with nobody's decision which are in force. */
    undecided: z.number(),
    memoranda: z.number(),
  }),
  overdue: z.array(dueRow),
  /** Within 14 days. */
  soon: z.array(dueRow),
  later: z.array(dueRow),
  meetings: z.array(
    namedMeeting.extend({
      startsAt: time.nullable(),
      place: z.string(),
      status: z.enum(meetingStatuses),
      items: z.number(),
      invited: z.number(),
      coming: z.number(),
    }),
  ),
  /** Minutes that wait: for a decision between two that were signed, to be finished, for remarks, for a signature. */
  minutes: z.array(
    namedMeeting.extend({
      status: z.enum(meetingStatuses),
      /** Signed apart: a person decides which are in force. */
      undecided: z.boolean(),
      /** Answers of those who were asked for their approval. */
      approved: z.number(),
      asked: z.number(),
      remarksPending: z.number(),
      remarksUntil: day.nullable(),
      /** Working days since the meeting (minutes are usually ready within five). */
      workingDays: z.number(),
    }),
  ),
  /** Memoranda near their notice date or, where no notice can be given any more, their end. */
  memoranda: z.array(
    z.object({
      id,
      title: z.string(),
      parties: z.string(),
      noticeOn: day.nullable(),
      endsOn: day.nullable(),
      /** Until the notice date, else until the end. */
      daysLeft: z.number(),
    }),
  ),
  /** Of projects that are prepared or carried out. */
  projects: z.object({
    /** Activities that are late or near and indicators without a value: the latest first. */
    rows: z.array(lateRow),
    /** Activities past their planned end, activities within 14 days, indicators without a value for a period that is over. */
    counts: z.object({ late: z.number(), near: z.number(), withoutValue: z.number() }),
  }),
  /** What the workspace has already: in a new one the page says what to do first. */
  has: z.object({ groups: z.boolean(), meetings: z.boolean(), projects: z.boolean() }),
});
export type TodayView = z.infer<typeof todayView>;

export const todayContract = {
  /** `limit`: rows of each list; `language`: of the holidays' names. */
  get: procedure.input(z.object({ limit: z.number().int().min(1).max(200), language })).output(todayView),
  /** Public holidays of these days with their names in the language. */
  holidays: procedure
    .input(z.object({ from: day, until: day, language }))
    .output(z.array(z.object({ day, name: z.string() }))),
  /** Numbers beside the areas in the navigation. */
  counts: procedure.output(
    z.object({
      /** Decisions and obligations. */
      overdue: z.number(),
      /** Decisions alone. */
      unfinished: z.number(),
      memorandaNearNotice: z.number(),
      minutesWaiting: z.number(),
      /** Held batches, open conflicts, and packages that lie in the exchange folder. */
      exchange: z.number(),
    }),
  ),
  /** What the daily notice says; null where there is nothing to say. Titles of records are left out: it may lie on a lock screen. */
  notice: procedure.output(
    z
      .object({
        day,
        overdue: z.number(),
        /** From today on within 14 days. */
        soon: z.number(),
        /** Today. */
        meetings: z.number(),
        minutes: z.number(),
        memoranda: z.number(),
      })
      .nullable(),
  ),
};
