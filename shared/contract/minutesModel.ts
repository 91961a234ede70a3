import * as z from 'zod';
import { day, language, time } from './base.ts';
import { nameCases } from './directory.ts';
import {
  agendaItemKinds,
  attendanceStates,
  ballotChoices,
  breakReasons,
  decisionKinds,
  genders,
  meetingKinds,
  participantRoles,
  speechKinds,
  voteModes,
} from '../vocabulary.ts';

/** A name as paper needs it: the parts, so that a form can decline them, or only a text for nobody of the directory. */
export const paperName = z.object({
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  gender: z.enum(genders),
  nameCases: nameCases.nullable(),
  /** The whole name where there are no parts. */
  text: z.string(),
});
export type PaperName = z.infer<typeof paperName>;

/** Somebody with the office of the day of the meeting. */
export const paperPerson = z.object({
  personId: z.string().nullable(),
  name: paperName,
  position: z.string(),
  organisation: z.string(),
  shortName: z.string(),
});
export type PaperPerson = z.infer<typeof paperPerson>;

const quorum = z.object({ present: z.number(), total: z.number(), required: z.number(), reached: z.boolean() });

export const minutesParticipant = paperPerson.extend({
  id: z.string(),
  role: z.enum(participantRoles),
  votes: z.boolean(),
  /** The member this person stands in for. */
  insteadOf: paperName.nullable(),
  attendance: z.enum(attendanceStates),
  /** Was at the table (or connected) for at least a part of the meeting. */
  tookPart: z.boolean(),
  /** Where somebody was there for only part of it: from when to when; null: from the beginning, to the end. */
  spans: z.array(z.object({ from: time.nullable(), until: time.nullable() })),
});
export type MinutesParticipant = z.infer<typeof minutesParticipant>;

export const paperAssignee = z.object({
  /** Null where the assignee is an organisation only. */
  person: paperPerson.nullable(),
  organisation: z.string(),
  shortName: z.string(),
});
export type PaperAssignee = z.infer<typeof paperAssignee>;

export const minutesDecision = z.object({
  id: z.string(),
  kind: z.enum(decisionKinds),
  /** Place under its item from 1; null for what is only information. */
  n: z.number().nullable(),
  /** `7/3.1`, empty for what is only information. */
  number: z.string(),
  text: z.string(),
  assignees: z.array(paperAssignee),
  dueOn: day.nullable(),
  vote: z.object({
    mode: z.enum(voteModes),
    wording: z.enum(['none', 'consensus', 'unanimously', 'counts']),
    outcome: z.enum(['adopted', 'rejected', 'notVoted']),
    for: z.number(),
    against: z.number(),
    abstained: z.number(),
    /** The voices of a roll call, and recusals in any vote, in the order of the participants. */
    ballots: z.array(z.object({ name: paperName, choice: z.enum(ballotChoices) })),
  }),
  noQuorumReason: z.string(),
  dissents: z.array(z.object({ name: paperName, text: z.string() })),
});
export type MinutesDecision = z.infer<typeof minutesDecision>;

export const minutesSpeech = z.object({
  id: z.string(),
  kind: z.enum(speechKinds),
  speaker: paperPerson.nullable(),
  saidAt: time.nullable(),
  text: z.string(),
  textAttached: z.boolean(),
});
export type MinutesSpeech = z.infer<typeof minutesSpeech>;

export const carriedDecision = z.object({
  number: z.string(),
  decidedOn: day,
  text: z.string(),
  assignees: z.array(paperAssignee),
  /** The deadline in force. */
  dueOn: day.nullable(),
  state: z.enum(['open', 'inProgress', 'done', 'cancelled', 'overdue']),
  /** The latest progress note. */
  note: z.string(),
});
export type CarriedDecision = z.infer<typeof carriedDecision>;

export const minutesItem = z.object({
  id: z.string(),
  kind: z.enum(agendaItemKinds),
  /** Place on the agenda, from 1. */
  position: z.number(),
  title: z.string(),
  rapporteur: paperPerson.nullable(),
  minutesPlanned: z.number().nullable(),
  /** When the item was first taken up and when the next thing began. */
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  speeches: z.array(minutesSpeech),
  decisions: z.array(minutesDecision),
  carried: z.array(carriedDecision),
  /** Names of the files attached to the item. */
  materials: z.array(z.string()),
});
export type MinutesItem = z.infer<typeof minutesItem>;

/**
 * Everything minutes print, as plain JSON, names and offices as of the day of the meeting. What a signature fixes (rule
 * 8): it holds nothing that may change afterwards, neither the signature itself nor corrections.
 */
export const minutesModel = z.object({
  version: z.literal(1),
  meetingId: z.string(),
  group: z.object({
    name: z.string(),
    nameGenitive: z.string(),
    shortName: z.string(),
    legalBasis: z.string(),
    /** The body that the group works at: the author of its minutes. */
    organisation: z.string(),
  }),
  kind: z.enum(meetingKinds),
  title: z.string(),
  number: z.string(),
  language,
  heldOn: day.nullable(),
  startsAt: time.nullable(),
  endsAt: time.nullable(),
  openedAt: time.nullable(),
  closedAt: time.nullable(),
  place: z.string(),
  link: z.string(),
  /** `acting`: somebody presides (writes) for the office holder. */
  chair: paperPerson.extend({ acting: z.boolean() }).nullable(),
  secretary: paperPerson.extend({ acting: z.boolean() }).nullable(),
  /** At the opening; null where the group has no voting seats. */
  quorum: quorum.nullable(),
  participants: z.array(minutesParticipant),
  items: z.array(minutesItem),
  breaks: z.array(
    z.object({
      from: time,
      until: time.nullable(),
      reason: z.enum(breakReasons),
      /** Checked again on return. */
      quorum: quorum.nullable(),
    }),
  ),
});
export type MinutesModel = z.infer<typeof minutesModel>;
