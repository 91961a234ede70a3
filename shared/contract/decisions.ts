import * as z from 'zod';
import { ballotChoices, decisionKinds, executionStatuses, voteModes } from '../vocabulary.ts';
import { clocks, day, done, id, language, line, longText, procedure, ticket } from './base.ts';
import {
  decisionDetail,
  periodName,
  registerFilter,
  registerPage,
  registerQuery,
  repetition,
  savedFilterView,
} from './decisionRegister.ts';

export * from './decisionRegister.ts';

export const assigneeFields = z.object({ organisationId: id.nullable(), personId: id.nullable(), nameText: line });
export const voteFields = z.object({
  voteMode: z.enum(voteModes),
  votesFor: z.number().int().min(0).max(1000).nullable(),
  votesAgainst: z.number().int().min(0).max(1000).nullable(),
  votesAbstained: z.number().int().min(0).max(1000).nullable(),
});
export const decisionView = voteFields.extend({
  id,
  itemId: id,
  kind: z.enum(decisionKinds),
  sortKey: z.string(),
  /** Within its item, counted from 1; null for what is only information. */
  n: z.number().nullable(),
  text: z.string(),
  dueOn: day.nullable(),
  noQuorumReason: z.string(),
  /** Voting seats that could vote when it was decided, recusals taken off, and whether there was a quorum. */
  eligibleSeats: z.number(),
  quorumReached: z.boolean(),
  assignees: z.array(assigneeFields.extend({ id, name: z.string(), shortName: z.string() })),
  ballots: z.array(z.object({ id, participantId: id, name: z.string(), choice: z.enum(ballotChoices) })),
  dissents: z.array(z.object({ id, participantId: id, name: z.string(), text: z.string() })),
  execution: z.object({ status: z.enum(executionStatuses), dueOn: day.nullable(), overdue: z.boolean() }),
  clocks,
});
export type DecisionView = z.infer<typeof decisionView>;

export const decisionsContract = {
  get: procedure.input(z.object({ id })).output(decisionView),
  update: procedure
    .input(
      z.object({
        id,
        patch: voteFields
          .extend({ kind: z.enum(decisionKinds), dueOn: day.nullable(), noQuorumReason: longText })
          .partial(),
      }),
    )
    .output(done),
  setAssignees: procedure.input(z.object({ id, assignees: z.array(assigneeFields).max(200) })).output(done),
  /** Replaces the roll call; the counts follow from it. */
  setBallots: procedure
    .input(z.object({ id, ballots: z.array(z.object({ participantId: id, choice: z.enum(ballotChoices) })).max(500) }))
    .output(done),
  setDissent: procedure.input(z.object({ id, participantId: id, text: longText })).output(done),
  /**
   * Carrying out stays free after signing (rule 8). `reason` is kept as a progress note of today; a deadline that moves
   * needs one and keeps its history.
   */
  setExecution: procedure
    .input(
      z.object({
        id,
        status: z.enum(executionStatuses).optional(),
        dueOn: day.nullable().optional(),
        reason: longText.optional(),
      }),
    )
    .output(done),
  /** A page of the register of all decisions of all groups. */
  register: procedure.input(registerQuery).output(registerPage),
  /** The ids of everything the filter finds, in order: what "mark all" and acts on many rows need. */
  registerIds: procedure.input(registerQuery.omit({ offset: true, limit: true })).output(z.array(id)),
  /** What a person can choose in the filter: organisations that answer for something, groups, years. */
  registerChoices: procedure.output(
    z.object({
      groups: z.array(z.object({ id, name: z.string() })),
      organisations: z.array(z.object({ id, name: z.string() })),
      years: z.array(z.number()),
    }),
  ),
  /** One decision with all of its carrying out, for the panel beside the register. */
  detail: procedure.input(z.object({ id })).output(decisionDetail),
  /** A decision written down after the meeting, under an item of minutes that are not yet signed. */
  add: procedure
    .input(
      z.object({
        itemId: id,
        text: longText,
        dueOn: day.nullable(),
        assignees: z.array(assigneeFields).max(200),
      }),
    )
    .output(z.object({ id })),
  /** A later (or earlier) deadline with its reason; `period` for one period of a periodic assignment. */
  moveDeadline: procedure
    .input(z.object({ id, period: periodName.nullable(), to: day, reason: longText }))
    .output(done),
  setRepetition: procedure.input(z.object({ id, repetition })).output(done),
  setOccurrence: procedure
    .input(z.object({ id, period: periodName, status: z.enum(executionStatuses), doneOn: day.nullable() }))
    .output(done),
  setAssigneeState: procedure
    .input(z.object({ assigneeId: id, status: z.enum(executionStatuses), doneOn: day.nullable(), note: line }))
    .output(done),
  /** One act on many decisions, one undo. Those that refuse it are named and left as they are. */
  setMany: procedure
    .input(
      z.object({
        ids: z.array(id).min(1).max(5000),
        status: z.enum(executionStatuses).optional(),
        /** A progress note of today on each. */
        note: longText.optional(),
        /** A new deadline for each; `reason` is then required. */
        dueOn: day.optional(),
        reason: longText.optional(),
      }),
    )
    .output(
      z.object({ changed: z.number(), refused: z.array(z.object({ id, number: z.string(), code: z.string() })) }),
    ),
  /** A file that shows how it was carried out, kept with the decision or with one of its notes. */
  attachEvidence: procedure
    .input(z.object({ ownerEntity: z.enum(['decision', 'progressNote']), ownerId: id, ticket }))
    .output(z.object({ id })),
  detachEvidence: procedure.input(z.object({ id })).output(done),
  evidence: procedure.input(z.object({ id })).output(z.object({ ticket, name: z.string() })),
  savedFilters: procedure.output(z.array(savedFilterView)),
  saveFilter: procedure
    .input(z.object({ id: id.nullable(), name: line, query: registerQuery.omit({ offset: true, limit: true }) }))
    .output(z.object({ id })),
  removeFilter: procedure.input(z.object({ id })).output(done),
  /** The register as it is filtered, as a workbook with headings in the language; a ticket for the door. */
  exportRegister: procedure
    .input(registerQuery.omit({ offset: true, limit: true }).extend({ title: z.string().max(200), language }))
    .output(z.object({ ticket, name: z.string() })),
  /** All that is due, decisions and obligations, as a calendar file; a ticket for the door. */
  calendarFile: procedure.input(z.object({ filter: registerFilter })).output(z.object({ ticket, name: z.string() })),
  notes: procedure
    .input(z.object({ id }))
    .output(z.array(z.object({ id, notedOn: day, author: z.string(), text: z.string() }))),
  /** `tickets`: files that show it, kept with the note in the same act. */
  addNote: procedure
    .input(z.object({ id, notedOn: day, text: longText, tickets: z.array(ticket).max(50).optional() }))
    .output(z.object({ id })),
  /** By the id of the note. */
  removeNote: procedure.input(z.object({ id })).output(done),
};
