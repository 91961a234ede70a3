import * as z from 'zod';
import {
  agendaItemKinds,
  approvalStates,
  attendanceStates,
  breakReasons,
  invitationAnswers,
  meetingKinds,
  meetingStatuses,
  participantRoles,
  remarkOutcomes,
  sessionMarkKinds,
} from '../vocabulary.ts';
import { clocks, day, id, instant, language, line, longText, time } from './base.ts';
import { decisionView } from './decisions.ts';
import { minutesModel } from './minutesModel.ts';

export const meetingRow = z.object({
  id,
  groupId: id,
  group: z.string(),
  kind: z.enum(meetingKinds),
  status: z.enum(meetingStatuses),
  title: z.string(),
  number: z.string(),
  /** Shown until the minutes are signed: another meeting may still come before. */
  numberIsProvisional: z.boolean(),
  heldOn: day.nullable(),
  startsAt: time.nullable(),
  endsAt: time.nullable(),
  place: z.string(),
  items: z.number(),
  decisions: z.number(),
  /** Signed more than once, with different words, and nobody has decided which minutes are in force. */
  undecided: z.boolean(),
});
export type MeetingRow = z.infer<typeof meetingRow>;

export const meetingFields = z.object({
  kind: z.enum(meetingKinds),
  title: line,
  heldOn: day.nullable(),
  startsAt: time.nullable(),
  endsAt: time.nullable(),
  place: line,
  link: line,
  language,
  chairId: id.nullable(),
  secretaryId: id.nullable(),
  /** When it really began and ended; only for a meeting that has begun. */
  openedAt: time.nullable(),
  closedAt: time.nullable(),
  note: longText,
});

export const materialView = z.object({
  id,
  ownerEntity: z.string(),
  ownerId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

export const itemFields = z.object({
  title: line,
  rapporteurId: id.nullable(),
  rapporteurText: line,
  minutesPlanned: z.number().int().min(0).max(1440).nullable(),
  note: longText,
});
export const itemView = itemFields.extend({
  id,
  kind: z.enum(agendaItemKinds),
  /** Place on the agenda, counted from 1. */
  position: z.number(),
  sortKey: z.string(),
  /** Rapporteur as written on the screen. */
  rapporteur: z.string(),
  /** On its clock so far, breaks taken off, without the stretch that is running. */
  secondsSpent: z.number(),
  /** Since when its clock runs; null while it stands. */
  runningSince: instant.nullable(),
  speeches: z.number(),
  decisions: z.number(),
  materials: z.array(materialView),
  clocks,
});
export type ItemView = z.infer<typeof itemView>;

export const participantView = z.object({
  id,
  role: z.enum(participantRoles),
  personId: id.nullable(),
  nameText: z.string(),
  /** Name, position and organisation as of the day of the meeting. */
  name: z.string(),
  position: z.string(),
  positionText: z.string(),
  organisationId: id.nullable(),
  organisation: z.string(),
  shortName: z.string(),
  seatId: id.nullable(),
  votes: z.boolean(),
  insteadOfId: id.nullable(),
  insteadOf: z.string(),
  answer: z.enum(invitationAnswers),
  answerNote: z.string(),
  attendance: z.enum(attendanceStates),
  spans: z.array(z.object({ id, fromAt: time.nullable(), untilAt: time.nullable() })),
  /** In the room (or connected) now, as far as the spans say. */
  inRoom: z.boolean(),
  sortKey: z.string(),
});
export type ParticipantView = z.infer<typeof participantView>;

export const quorumView = z.object({
  seats: z.number(),
  present: z.number(),
  required: z.number(),
  reached: z.boolean(),
  /** What moved it last: who came or left and when. */
  history: z.array(
    z.object({
      at: time,
      present: z.number(),
      reached: z.boolean(),
      came: z.array(z.string()),
      left: z.array(z.string()),
    }),
  ),
});

export const markView = z.object({
  id,
  kind: z.enum(sessionMarkKinds),
  at: instant,
  itemId: id.nullable(),
  reason: z.enum(breakReasons).nullable(),
});

export const approvalView = z.object({
  id,
  participantId: id,
  name: z.string(),
  organisation: z.string(),
  state: z.enum(approvalStates),
  answeredOn: day.nullable(),
});
export const remarkView = z.object({
  id,
  personId: id.nullable(),
  author: z.string(),
  itemId: id.nullable(),
  text: z.string(),
  receivedOn: day.nullable(),
  outcome: z.enum(remarkOutcomes),
  outcomeText: z.string(),
});
export const signatureView = z.object({
  id,
  number: z.string(),
  signedOn: day,
  chairName: z.string(),
  secretaryName: z.string(),
  hash: z.string(),
});

/** A meeting as lists of what waits name it: the group by its name, `number` as it is printed. */
export const namedMeeting = z.object({
  id,
  title: z.string(),
  kind: z.enum(meetingKinds),
  group: z.string(),
  number: z.string(),
  heldOn: day.nullable(),
});

/** A meeting whose minutes several have signed apart, and how many signatures there are. */
export const signedApartRow = namedMeeting.extend({ signatures: z.number() });
export type SignedApart = z.infer<typeof signedApartRow>;

/** All that was signed as the minutes of one meeting, the signature in force first. */
export const signedMinutes = z.object({
  meetingId: id,
  undecided: z.boolean(),
  /** The last decision between them. */
  decided: z.object({ by: z.string(), agency: z.string(), at: instant }).nullable(),
  /** Of that decision: what a page hands back when it decides. */
  clock: z.string().nullable(),
  signatures: z.array(
    signatureView.extend({
      inForce: z.boolean(),
      /** Who signed in the program, at which agency, and when. */
      by: z.string(),
      agency: z.string(),
      at: instant,
      /** The snapshot has the hash that was signed. */
      intact: z.boolean(),
      /** What was signed; null where the snapshot is damaged or of a newer version. */
      model: minutesModel.nullable(),
    }),
  ),
});
export type SignedMinutes = z.infer<typeof signedMinutes>;

export const correctionView = z.object({
  id,
  number: z.string(),
  correctedOn: day,
  itemId: id.nullable(),
  was: z.string(),
  now: z.string(),
  reason: z.string(),
});

/** Everything about a meeting but the words under its items. */
export const meetingDetail = meetingRow.extend({
  link: z.string(),
  language,
  chairId: id.nullable(),
  chair: z.string(),
  secretaryId: id.nullable(),
  secretary: z.string(),
  note: z.string(),
  cancelReason: z.string(),
  openedAt: time.nullable(),
  closedAt: time.nullable(),
  circulatedOn: day.nullable(),
  remarksUntil: day.nullable(),
  itemRows: z.array(itemView),
  participants: z.array(participantView),
  quorum: quorumView,
  marks: z.array(markView),
  currentItemId: id.nullable(),
  /** Set while a break runs. */
  onBreak: z.object({ since: instant, reason: z.enum(breakReasons) }).nullable(),
  approvals: z.array(approvalView),
  remarks: z.array(remarkView),
  /** More than one where two secretaries signed apart; the first is in force, by a person's decision or the earlier clock. */
  signatures: z.array(signatureView),
  corrections: z.array(correctionView),
  materials: z.array(materialView),
  words: z.number(),
  clocks,
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

export const speechView = z.object({
  id,
  kind: z.enum(['heard', 'speech']),
  sortKey: z.string(),
  speakerId: id.nullable(),
  speakerText: z.string(),
  speaker: z.string(),
  saidAt: time.nullable(),
  text: z.string(),
  textAttached: z.boolean(),
  clocks,
});
/** The words under one item: what the editor shows and saves. */
export const itemWords = z.object({
  id,
  meetingId: id,
  speeches: z.array(speechView),
  decisions: z.array(decisionView),
});
export type ItemWords = z.infer<typeof itemWords>;

/** One node of the editor. `base` holds what the page had last read or saved of the text. */
const entryHead = { id, text: longText, base: z.object({ clock: z.string().nullable(), text: z.string() }).nullable() };
export const editorEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['heard', 'speech']),
    ...entryHead,
    speakerId: id.nullable(),
    speakerText: line,
    saidAt: time.nullable(),
    textAttached: z.boolean(),
  }),
  z.object({ kind: z.literal('decision'), ...entryHead }),
]);
export type EditorEntry = z.infer<typeof editorEntry>;

export const wordsToSave = z.object({
  itemId: id,
  changed: z.array(editorEntry).max(2000),
  removed: z.array(z.object({ kind: z.enum(['heard', 'speech', 'decision']), id })).max(2000),
  /** Every entry of the item, speeches and decisions, as they stand in the editor. */
  order: z.array(id).max(5000),
});
export type WordsToSave = z.infer<typeof wordsToSave>;
export const savedEntry = z.object({
  id,
  /** Of the text as it now is: the next `base`. */
  clock: z.string().nullable(),
  text: z.string(),
  /** The text holds what another page wrote meanwhile as well. */
  merged: z.boolean(),
  /** The text is what another page wrote; ours is kept among the conflicts. */
  conflict: z.boolean(),
});
export type SavedEntry = z.infer<typeof savedEntry>;

export const carryOverRow = z.object({
  decisionId: id,
  number: z.string(),
  text: z.string(),
  assignees: z.string(),
  dueOn: day.nullable(),
  status: z.enum(['open', 'inProgress', 'done', 'cancelled', 'overdue']),
  note: z.string(),
});
