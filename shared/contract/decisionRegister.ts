import * as z from 'zod';
import { languages } from '../languages.ts';
import { decisionStates } from '../rules/decisionStatus.ts';
import { executionStatuses, meetingStatuses, repeatKinds, voteModes } from '../vocabulary.ts';
import { clocks, day, id, line } from './base.ts';

export const repetition = z.object({
  repeat: z.enum(repeatKinds),
  /** Day of the month after each period; null: the last day of the period. */
  repeatDay: z.number().int().min(1).max(31).nullable(),
  repeatFrom: day.nullable(),
  repeatUntil: day.nullable(),
});
export type Repetition = z.infer<typeof repetition>;

/** 2026-11, 2026-Q3, 2026-H2 or 2026. */
export const periodName = z.string().regex(/^\d{4}(?:-(?:\d{2}|Q[1-4]|H[12]))?$/);

/** Conditions of the register; an empty list asks nothing. */
export const registerFilter = z.object({
  groupIds: z.array(id).max(500),
  /** Any of the assignees. */
  organisationIds: z.array(id).max(500),
  states: z.array(z.enum(decisionStates)).max(5),
  meetingId: id.nullable(),
  /** Day of the meeting. */
  heldFrom: day.nullable(),
  heldUntil: day.nullable(),
  dueFrom: day.nullable(),
  dueUntil: day.nullable(),
  /** Only periodic and standing ones, or only others. */
  repeating: z.boolean().nullable(),
  /** Words of number, text, assignees, whatever their case, accents and alphabet. */
  text: line,
});
export type RegisterFilter = z.infer<typeof registerFilter>;

/** Conditions that ask nothing: every decision. */
export const anyDecision: RegisterFilter = {
  groupIds: [],
  organisationIds: [],
  states: [],
  meetingId: null,
  heldFrom: null,
  heldUntil: null,
  dueFrom: null,
  dueUntil: null,
  repeating: null,
  text: '',
};

export const registerSorts = ['due', 'held', 'number', 'text', 'group', 'organisation', 'state', 'notes'] as const;
export const registerGroups = ['none', 'organisation', 'meeting', 'group', 'state'] as const;
export const registerQuery = z.object({
  filter: registerFilter,
  sort: z.object({ by: z.enum(registerSorts), descending: z.boolean() }),
  groupBy: z.enum(registerGroups),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type RegisterQuery = z.infer<typeof registerQuery>;

export const registerRow = z.object({
  id,
  number: z.string(),
  text: z.string(),
  groupId: id,
  group: z.string(),
  meetingId: id,
  /** «№ 5» of the minutes it stands in, and their day. */
  meetingNumber: z.string(),
  heldOn: day.nullable(),
  itemId: id,
  /** Key of the group of rows it belongs to; empty without grouping. */
  groupKey: z.string(),
  /** Who answers for it, by the short name; empty where nobody is named. */
  lead: z.string(),
  /** The others: «Ліга + 2». */
  others: z.string(),
  assignees: z.number(),
  assigneesDone: z.number(),
  /** In force now; of a periodic one that of its first unfinished period. */
  dueOn: day.nullable(),
  state: z.enum(decisionStates),
  repeat: z.enum(repeatKinds),
  notes: z.number(),
  evidence: z.number(),
  /** The latest progress note, cut to 300 characters. */
  latestNote: z.string(),
});
export type RegisterRow = z.infer<typeof registerRow>;

export const registerPage = z.object({
  /** Rows that the filter finds. */
  total: z.number(),
  rows: z.array(registerRow),
  /** Where the rows are grouped: the groups in their order; their counts add up to `total`. */
  groups: z.array(
    z.object({
      /** Id of the organisation, meeting or group, empty for nobody's; or the state. */
      key: z.string(),
      /** Its name; empty for nobody's and for states, which the page has words for. */
      title: z.string(),
      /** Number and day of a meeting. */
      number: z.string(),
      heldOn: day.nullable(),
      count: z.number(),
      overdue: z.number(),
    }),
  ),
  /** Of everything the filter finds. */
  counts: z.object({ unfinished: z.number(), overdue: z.number(), dueThisWeek: z.number() }),
});
export type RegisterPage = z.infer<typeof registerPage>;

export const evidenceView = z.object({ id, name: z.string(), size: z.number(), ownerEntity: z.string(), ownerId: id });

export const decisionDetail = z.object({
  id,
  number: z.string(),
  text: z.string(),
  language: z.enum(languages),
  groupId: id,
  group: z.string(),
  meetingId: id,
  meetingNumber: z.string(),
  meetingTitle: z.string(),
  meetingStatus: z.enum(meetingStatuses),
  heldOn: day.nullable(),
  itemId: id,
  itemPosition: z.number(),
  itemTitle: z.string(),
  voteMode: z.enum(voteModes),
  votesFor: z.number().nullable(),
  votesAgainst: z.number().nullable(),
  votesAbstained: z.number().nullable(),
  state: z.enum(decisionStates),
  status: z.enum(executionStatuses),
  /** As the minutes print it. */
  ownDueOn: day.nullable(),
  /** In force now. */
  dueOn: day.nullable(),
  /** Days until it, negative when overdue; null when finished or without one. */
  daysLeft: z.number().nullable(),
  assignees: z.array(
    z.object({
      id,
      organisationId: id.nullable(),
      name: z.string(),
      shortName: z.string(),
      lead: z.boolean(),
      status: z.enum(executionStatuses),
      doneOn: day.nullable(),
      note: z.string(),
    }),
  ),
  moves: z.array(
    z.object({
      id,
      period: z.string(),
      movedFrom: day.nullable(),
      movedTo: day.nullable(),
      movedOn: day.nullable(),
      author: z.string(),
      reason: z.string(),
    }),
  ),
  repetition,
  /** Of a periodic one: its periods up to the next one after today, the oldest first; the last 60, and the first unfinished. */
  occurrences: z.array(
    z.object({
      period: z.string(),
      dueOn: day,
      status: z.enum(executionStatuses),
      state: z.enum(decisionStates),
      doneOn: day.nullable(),
    }),
  ),
  notes: z.array(z.object({ id, notedOn: day, author: z.string(), text: z.string(), evidence: z.array(evidenceView) })),
  evidence: z.array(evidenceView),
  /** Obligations of memoranda that it serves. */
  obligations: z.array(z.object({ id, memorandumId: id, memorandum: z.string(), label: z.string(), text: z.string() })),
  clocks,
});
export type DecisionDetail = z.infer<typeof decisionDetail>;

export const savedFilterView = z.object({
  id,
  name: z.string(),
  query: registerQuery.omit({ offset: true, limit: true }),
});
export type SavedFilter = z.infer<typeof savedFilterView>;
