import * as z from 'zod';
import { decisionStates } from '../rules/decisionStatus.ts';
import {
  amendmentStatuses,
  clauseChanges,
  executionStatuses,
  memorandumStates,
  memorandumStatuses,
  validityKinds,
} from '../vocabulary.ts';
import { clocks, day, id, instant, language, line, longText } from './base.ts';
import { evidenceView, repetition } from './decisionRegister.ts';

export const memorandaSorts = ['signed', 'number', 'title', 'ends', 'notice', 'state', 'parties'] as const;
export const memorandaFilter = z.object({
  states: z.array(z.enum(memorandumStates)).max(7),
  groupId: id.nullable(),
  /** Is one of the parties. */
  organisationId: id.nullable(),
  /** The notice date lies in these days. */
  noticeUntil: day.nullable(),
  text: line,
  sort: z.object({ by: z.enum(memorandaSorts), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type MemorandaFilter = z.infer<typeof memorandaFilter>;

/** Conditions that ask nothing: every memorandum, in whatever order and part. */
export const anyMemorandum: Omit<MemorandaFilter, 'sort' | 'offset' | 'limit'> = {
  states: [],
  groupId: null,
  organisationId: null,
  noticeUntil: null,
  text: '',
};

export const memorandumRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  subject: z.string(),
  groupId: id.nullable(),
  group: z.string(),
  parties: z.string(),
  status: z.enum(memorandumStatuses),
  state: z.enum(memorandumStates),
  signedOn: day.nullable(),
  /** The first and the last day in force, the current term of an auto-renewing one; null: not yet, or no end. */
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  validity: z.enum(validityKinds),
  /** The last day on which notice can be given of the current term. */
  noticeOn: day.nullable(),
  obligations: z.number(),
  obligationsOpen: z.number(),
  obligationsOverdue: z.number(),
});
export type MemorandumRow = z.infer<typeof memorandumRow>;
export const memorandaPage = z.object({
  total: z.number(),
  rows: z.array(memorandumRow),
  counts: z.object({ inForce: z.number(), drafts: z.number(), nearNotice: z.number() }),
});

export const memorandumFields = z.object({
  groupId: id.nullable(),
  title: line,
  number: line,
  language,
  subject: longText,
  legalBasis: longText,
  place: line,
  validity: z.enum(validityKinds),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  renewMonths: z.number().int().min(1).max(1200).nullable(),
  noticeMonths: z.number().int().min(1).max(120).nullable(),
  supersedesId: id.nullable(),
  note: longText,
});

export const partyFields = z.object({
  organisationId: id.nullable(),
  nameText: line,
  shortName: line,
  signatoryId: id.nullable(),
  signatoryText: line,
  signatoryPosition: line,
  ground: line,
  approvalNeeded: z.boolean(),
  approvalNumber: line,
  approvalOn: day.nullable(),
  agreedOn: day.nullable(),
});
export const partyView = partyFields.extend({
  id,
  /** Of the organisation, or as written. */
  name: z.string(),
  signatory: z.string(),
  sortKey: z.string(),
  clocks,
});
export type PartyView = z.infer<typeof partyView>;

/** `text` is clause text: one paragraph a line, **bold**, _italic_, [[field]] (see `shared/rules/clauseText.ts`). */
export const clauseFields = z.object({ heading: line, text: longText, numbered: z.boolean() });
export const clauseView = clauseFields.extend({
  id,
  libraryKey: z.string(),
  /** Of a numbered one, counted from 1. */
  number: z.number().nullable(),
  sortKey: z.string(),
  /** Fields of its text without a value. */
  missing: z.array(z.string()),
  /** The amendment in force today that changed it, by its number; with the words it has now. */
  amended: z
    .object({
      amendmentId: id,
      number: z.string(),
      change: z.enum(clauseChanges),
      heading: z.string(),
      text: z.string(),
    })
    .nullable(),
  clocks,
});
export type ClauseView = z.infer<typeof clauseView>;

export const obligationFields = repetition.extend({
  partyId: id,
  clauseId: id.nullable(),
  text: longText,
  dueOn: day.nullable(),
});
export const obligationRow = obligationFields.extend({
  id,
  memorandumId: id,
  /** Counted from 1 within the memorandum. */
  n: z.number(),
  party: z.string(),
  clauseNumber: z.number().nullable(),
  /** Of the first unfinished period where it is periodic. */
  currentDueOn: day.nullable(),
  status: z.enum(executionStatuses),
  state: z.enum(decisionStates),
  doneOn: day.nullable(),
  notes: z.number(),
  evidence: z.number(),
  clocks,
});
export type ObligationRow = z.infer<typeof obligationRow>;
export const obligationDetail = obligationRow.extend({
  memorandum: z.string(),
  daysLeft: z.number().nullable(),
  occurrences: z.array(
    z.object({
      period: z.string(),
      dueOn: day,
      status: z.enum(executionStatuses),
      state: z.enum(decisionStates),
      doneOn: day.nullable(),
    }),
  ),
  noteRows: z.array(
    z.object({ id, notedOn: day, author: z.string(), text: z.string(), evidence: z.array(evidenceView) }),
  ),
  files: z.array(evidenceView),
  decisions: z.array(z.object({ id, number: z.string(), text: z.string(), meetingId: id })),
});
export type ObligationDetail = z.infer<typeof obligationDetail>;

export const amendedClauseFields = z.object({
  change: z.enum(clauseChanges),
  clauseId: id.nullable(),
  heading: line,
  text: longText,
});
export const amendmentView = z.object({
  id,
  number: z.string(),
  title: z.string(),
  status: z.enum(amendmentStatuses),
  signedOn: day.nullable(),
  startsOn: day.nullable(),
  note: z.string(),
  clauses: z.array(amendedClauseFields.extend({ id, clocks })),
  scans: z.array(evidenceView),
  clocks,
});

export const memorandumDetail = memorandumRow.extend({
  language,
  legalBasis: z.string(),
  place: z.string(),
  agreedOn: day.nullable(),
  terminatedOn: day.nullable(),
  terminationReason: z.string(),
  renewMonths: z.number().nullable(),
  noticeMonths: z.number().nullable(),
  /** As written down, where the row above gives the term that is running. */
  ownStartsOn: day.nullable(),
  ownEndsOn: day.nullable(),
  supersedesId: id.nullable(),
  supersedes: z.string(),
  supersededById: id.nullable(),
  supersededBy: z.string(),
  note: z.string(),
  /** The text can be edited: draft. */
  editable: z.boolean(),
  partyRows: z.array(partyView),
  clauses: z.array(clauseView),
  /** Value of every field that the text can name, by its key; empty: not filled in. */
  fieldValues: z.record(z.string(), z.string()),
  obligationRows: z.array(obligationRow),
  amendments: z.array(amendmentView),
  scans: z.array(evidenceView),
  words: z.number(),
  clocks,
});
export type MemorandumDetail = z.infer<typeof memorandumDetail>;

export const libraryEntry = z.object({
  /** Of a bundled one its key; of one's own its id. */
  key: z.string(),
  own: z.boolean(),
  heading: z.string(),
  text: z.string(),
  numbered: z.boolean(),
  /** Belongs to the usual memorandum of the language; the others are offered beside it. */
  usual: z.boolean(),
});
export type LibraryEntry = z.infer<typeof libraryEntry>;

export const versionView = z.object({
  id,
  label: z.string(),
  madeAt: instant,
  author: z.string(),
  hash: z.string(),
  words: z.number(),
});

/** A whole text as it stood: fields filled in. */
export const memorandumText = z.object({
  title: z.string(),
  language,
  parties: z.array(z.object({ name: z.string(), shortName: z.string(), signatory: z.string(), position: z.string() })),
  clauses: z.array(z.object({ heading: z.string(), number: z.number().nullable(), text: z.string() })),
});
export type MemorandumText = z.infer<typeof memorandumText>;

export const comparison = z.object({
  left: z.string(),
  right: z.string(),
  clauses: z.array(
    z.object({
      heading: z.string(),
      change: z.enum(['same', 'changed', 'added', 'removed']),
      parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
});
export type Comparison = z.infer<typeof comparison>;
