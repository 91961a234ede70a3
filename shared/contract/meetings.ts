import * as z from 'zod';
import {
  approvalStates,
  attendanceStates,
  breakReasons,
  invitationAnswers,
  meetingKinds,
  meetingStatuses,
  participantRoles,
  remarkOutcomes,
} from '../vocabulary.ts';
import { base, day, done, id, instant, language, line, longText, procedure, ticket, time } from './base.ts';
import {
  meetingRow,
  meetingFields,
  itemFields,
  meetingDetail,
  itemWords,
  wordsToSave,
  savedEntry,
  carryOverRow,
  signedApartRow,
  signedMinutes,
} from './meetingViews.ts';

export * from './meetingViews.ts';

export const meetingsContract = {
  list: procedure
    .input(
      z.object({
        groupId: id.nullable(),
        status: z.enum(meetingStatuses).nullable(),
        text: line,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(meetingRow) })),
  get: procedure.input(z.object({ id })).output(meetingDetail),
  item: procedure.input(z.object({ id })).output(itemWords),
  create: procedure
    .input(
      meetingFields.partial().extend({
        groupId: id,
        /** Takes agenda, guests, place and time from an earlier meeting. */
        copyFrom: id.nullable(),
        template: id.nullable(),
      }),
    )
    .output(z.object({ id })),
  update: procedure.input(z.object({ id, patch: meetingFields.partial(), base: base.optional() })).output(done),
  cancel: procedure.input(z.object({ id, reason: line.min(1) })).output(done),
  reinstate: procedure.input(z.object({ id })).output(done),
  remove: procedure.input(z.object({ id })).output(done),

  addItem: procedure
    .input(itemFields.partial().extend({ meetingId: id, title: line, at: z.number().int().min(0).nullable() }))
    .output(z.object({ id })),
  updateItem: procedure.input(z.object({ id, patch: itemFields.partial(), base: base.optional() })).output(done),
  /** To this place of the agenda, counted from 0. */
  moveItem: procedure.input(z.object({ id, to: z.number().int().min(0) })).output(done),
  removeItem: procedure.input(z.object({ id })).output(done),
  /** Open and overdue decisions of the group before this meeting. */
  carryOver: procedure.input(z.object({ meetingId: id })).output(z.array(carryOverRow)),
  addCarryOver: procedure.input(z.object({ meetingId: id })).output(z.object({ id })),

  templates: procedure.output(
    z.array(
      z.object({
        id,
        kind: z.enum(meetingKinds),
        language,
        title: z.string(),
        items: z.array(z.object({ title: z.string(), minutesPlanned: z.number().nullable() })),
      }),
    ),
  ),
  /** Keeps the agenda of a meeting as a template. */
  saveTemplate: procedure.input(z.object({ meetingId: id, title: line.min(1) })).output(z.object({ id })),
  removeTemplate: procedure.input(z.object({ id })).output(done),

  addParticipant: procedure
    .input(
      z.object({
        meetingId: id,
        role: z.enum(participantRoles),
        personId: id.nullable(),
        nameText: line,
        positionText: line,
        organisationId: id.nullable(),
        seatId: id.nullable(),
        insteadOfId: id.nullable(),
      }),
    )
    .output(z.object({ id })),
  updateParticipant: procedure
    .input(
      z.object({
        id,
        patch: z
          .object({
            role: z.enum(participantRoles),
            personId: id.nullable(),
            nameText: line,
            positionText: line,
            organisationId: id.nullable(),
            seatId: id.nullable(),
            insteadOfId: id.nullable(),
            answer: z.enum(invitationAnswers),
            answerNote: line,
          })
          .partial(),
      }),
    )
    .output(done),
  removeParticipant: procedure.input(z.object({ id })).output(done),
  /** Members of the group on the day of the meeting who are not yet on its list. */
  addMembers: procedure.input(z.object({ meetingId: id })).output(z.object({ added: z.number() })),
  /** Attendance with the time where it matters: arriving late, leaving early, coming back. */
  setAttendance: procedure
    .input(z.object({ participantId: id, attendance: z.enum(attendanceStates), at: time.nullable() }))
    .output(done),
  arrive: procedure.input(z.object({ participantId: id, at: time })).output(done),
  leave: procedure.input(z.object({ participantId: id, at: time })).output(done),
  setPresence: procedure.input(z.object({ id, fromAt: time.nullable(), untilAt: time.nullable() })).output(done),

  attach: procedure
    .input(z.object({ ownerEntity: z.enum(['meeting', 'agendaItem', 'decision', 'correction']), ownerId: id, ticket }))
    .output(z.object({ id })),
  detach: procedure.input(z.object({ id })).output(done),
  /** A ticket under which the door hands the file out. */
  material: procedure.input(z.object({ id })).output(z.object({ ticket, name: z.string() })),

  start: procedure.input(z.object({ id, at: instant })).output(done),
  finish: procedure.input(z.object({ id, at: instant })).output(done),
  /** Back into session, where it was closed too early. */
  reopen: procedure.input(z.object({ id })).output(done),
  startItem: procedure.input(z.object({ itemId: id, at: instant })).output(done),
  startBreak: procedure.input(z.object({ meetingId: id, at: instant, reason: z.enum(breakReasons) })).output(done),
  endBreak: procedure.input(z.object({ meetingId: id, at: instant })).output(z.object({ quorumReached: z.boolean() })),

  /**
   * Saves what the editor changed under one item, as typing. Texts that somebody else changed meanwhile come back
   * merged, or as kept conflicts.
   */
  saveWords: procedure.input(wordsToSave).output(z.object({ entries: z.array(savedEntry) })),

  circulate: procedure.input(z.object({ id, on: day, remarksUntil: day })).output(done),
  withdraw: procedure.input(z.object({ id })).output(done),
  setApproval: procedure
    .input(z.object({ id, state: z.enum(approvalStates), answeredOn: day.nullable() }))
    .output(done),
  addRemark: procedure
    .input(
      z.object({
        meetingId: id,
        personId: id.nullable(),
        authorText: line,
        itemId: id.nullable(),
        text: longText,
        receivedOn: day,
      }),
    )
    .output(z.object({ id })),
  settleRemark: procedure.input(z.object({ id, outcome: z.enum(remarkOutcomes), outcomeText: longText })).output(done),
  removeRemark: procedure.input(z.object({ id })).output(done),
  /** What stands in the way of signing, and what only deserves a look. */
  readiness: procedure.input(z.object({ id })).output(
    z.array(
      z.object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        blocking: z.boolean(),
      }),
    ),
  ),
  sign: procedure
    .input(z.object({ id, on: day, number: line.nullable() }))
    .output(z.object({ number: z.string(), hash: z.string() })),
  /** Recomputes the hash of the snapshot and compares what the records say with it. */
  verify: procedure.input(z.object({ id })).output(z.object({ intact: z.boolean(), differs: z.array(z.string()) })),
  /** Everything that was signed as the minutes of a meeting, to be read and compared. Refuses `meetingNotSigned`. */
  signedMinutes: procedure.input(z.object({ id })).output(signedMinutes),
  /** Meetings whose minutes were signed apart and wait for a decision. */
  signedApart: procedure.output(z.array(signedApartRow)),
  /** Which of several signed minutes are in force, here and at every partner. Refuses `signedOnce`. */
  decideSignature: procedure
    .input(z.object({ id, signatureId: id, clock: z.string().max(60).nullable() }))
    .output(done),
  addCorrection: procedure
    .input(
      z.object({
        meetingId: id,
        itemId: id.nullable(),
        was: longText,
        now: longText.min(1),
        reason: longText.min(1),
        on: day,
      }),
    )
    .output(z.object({ id })),

  textBlocks: procedure.output(z.array(z.object({ id, language, title: z.string(), text: z.string() }))),
  addTextBlock: procedure
    .input(z.object({ language, title: line.min(1), text: longText.min(1) }))
    .output(z.object({ id })),
  updateTextBlock: procedure
    .input(z.object({ id, patch: z.object({ title: line, text: longText, language }).partial() }))
    .output(done),
  removeTextBlock: procedure.input(z.object({ id })).output(done),
  /** Calendar file of the meeting; a ticket for the door. */
  calendarFile: procedure.input(z.object({ id })).output(z.object({ ticket, name: z.string() })),
  /** An unsent mail (.eml) with invitation, agenda and calendar file attached; a ticket for the door. */
  invitationMail: procedure.input(z.object({ id, form: language })).output(z.object({ ticket, name: z.string() })),
};
