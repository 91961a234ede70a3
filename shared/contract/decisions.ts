import * as z from 'zod';
import { ballotChoices, decisionKinds, executionStatuses, voteModes } from '../vocabulary.ts';
import { clocks, day, done, id, line, longText, procedure } from './base.ts';

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
  /** Carrying out stays free after signing (rule 8). `reason` is kept as a progress note of today. */
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
  notes: procedure
    .input(z.object({ id }))
    .output(z.array(z.object({ id, notedOn: day, author: z.string(), text: z.string() }))),
  addNote: procedure.input(z.object({ id, notedOn: day, text: longText.min(1) })).output(z.object({ id })),
  /** By the id of the note. */
  removeNote: procedure.input(z.object({ id })).output(done),
};
