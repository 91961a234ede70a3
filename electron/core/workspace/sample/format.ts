import * as z from 'zod';
import { periodName } from '../../../../shared/contract/decisionRegister.ts';
import { day, language, time } from '../../../../shared/contract/base.ts';
import {
  agendaItemKinds,
  approvalStates,
  attendanceStates,
  ballotChoices,
  breakReasons,
  clauseChanges,
  executionStatuses,
  genders,
  invitationAnswers,
  meetingKinds,
  memberRoles,
  numberingPeriods,
  organisationKinds,
  participantRoles,
  quorumKinds,
  remarkOutcomes,
  repeatKinds,
  validityKinds,
  voteModes,
} from '../../../../shared/vocabulary.ts';

/*
 * The files of `resources/sample/`. Records name each other by keys that are unique within their theme (a folder); seats
 * bear the key of their organisation, participants that of their person. Dates and times are those of the wall.
 */

const key = z.string().regex(/^[A-Za-z0-9]+$/);
const words = z.string().min(1);
const optionalWords = z.string().default('');
const period = { from: day.optional(), until: day.optional() };

/** The list of themes, each a folder with its meetings in the order in which they were held. */
export const sampleIndex = z.strictObject({
  themes: z.array(z.strictObject({ folder: key, meetings: z.array(day) })),
});

const sampleOrganisation = z.strictObject({
  key,
  name: words,
  shortName: words,
  kind: z.enum(organisationKinds),
  territory: words.nullable().default(null),
  address: optionalWords,
  note: optionalWords,
});

const samplePerson = z.strictObject({
  key,
  surname: words,
  givenName: optionalWords,
  gender: z.enum(genders),
  email: optionalWords,
  note: optionalWords,
  /** Forms of a role that stands for a name, as somebody would have put them in: the rules know names only. */
  cases: z.strictObject({ genitive: words, dative: words, accusative: words }).optional(),
  offices: z.array(z.strictObject({ organisation: key, position: words, ...period })),
});

const sampleGroup = z.strictObject({
  name: words,
  nameGenitive: words,
  shortName: words,
  legalBasis: words,
  territory: words,
  quorumKind: z.enum(quorumKinds),
  numberingPattern: words,
  numberingPeriod: z.enum(numberingPeriods),
  termStartsOn: day.optional(),
  language,
  place: words,
  organisation: key,
  seats: z.array(z.strictObject({ organisation: key, ...period })),
  members: z.array(
    z.strictObject({ person: key, role: z.enum(memberRoles).default('member'), seat: key.optional(), ...period }),
  ),
});
export type SampleGroup = z.infer<typeof sampleGroup>;

/** `directory.json`: organisations and people of a theme, and its working group. */
export const sampleDirectory = z.strictObject({
  organisations: z.array(sampleOrganisation),
  people: z.array(samplePerson),
  group: sampleGroup,
});
export type SampleDirectory = z.infer<typeof sampleDirectory>;

const sampleParticipant = z.strictObject({
  person: key,
  /** As the membership of that day says, else a guest. */
  role: z.enum(participantRoles).optional(),
  seat: key.optional(),
  organisation: key.optional(),
  instead: key.optional(),
  /** Present at a meeting that was held, expected at one that is planned. */
  attendance: z.enum(attendanceStates).optional(),
  answer: z.enum(invitationAnswers).optional(),
  answerNote: optionalWords,
  /** From when to when in the room; null: from the opening, to the end. */
  spans: z.array(z.tuple([time.nullable(), time.nullable()])).optional(),
});
export type SampleParticipant = z.infer<typeof sampleParticipant>;

const sampleVote = z.strictObject({
  mode: z.enum(voteModes),
  for: z.number().int().optional(),
  against: z.number().int().optional(),
  abstained: z.number().int().optional(),
  ballots: z.array(z.tuple([key, z.enum(ballotChoices)])).default([]),
});
export type SampleVote = z.infer<typeof sampleVote>;

const sampleSpeech = z.strictObject({ kind: z.enum(['heard', 'speech']), speaker: key, at: time, text: words });
const sampleInformation = z.strictObject({ kind: z.literal('information'), text: words });
const sampleDecision = z.strictObject({
  kind: z.literal('decision'),
  key,
  text: words,
  dueOn: day.optional(),
  assignees: z.array(z.strictObject({ organisation: key })).default([]),
  vote: sampleVote,
  noQuorumReason: optionalWords,
  dissents: z.array(z.strictObject({ person: key, text: words })).default([]),
});
export type SampleDecision = z.infer<typeof sampleDecision>;

const sampleItem = z.strictObject({
  kind: z.enum(agendaItemKinds).default('ordinary'),
  title: words,
  rapporteur: key,
  minutesPlanned: z.number().int(),
  startedAt: time.optional(),
  note: optionalWords,
  /** Speeches and decisions in the order in which they stand in the minutes. */
  entries: z.array(z.discriminatedUnion('kind', [sampleSpeech, sampleInformation, sampleDecision])).default([]),
  /** Files of the folder `materials`. */
  materials: z.array(z.strictObject({ file: words, name: words })).default([]),
});
export type SampleItem = z.infer<typeof sampleItem>;

const sampleEnd = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('planned') }),
  z.strictObject({
    state: z.literal('underApproval'),
    circulatedOn: day,
    remarksUntil: day,
    /** Who has answered what; everybody else who was asked has not yet. */
    approvals: z.array(z.strictObject({ person: key, state: z.enum(approvalStates), on: day.optional() })),
    remarks: z.array(
      z.strictObject({
        person: key,
        /** Place of the item on the agenda, from 1. */
        item: z.number().int().min(1),
        receivedOn: day,
        text: words,
        outcome: z.enum(remarkOutcomes).default('pending'),
        outcomeText: optionalWords,
      }),
    ),
  }),
  z.strictObject({ state: z.literal('signed'), on: day }),
]);
export type SampleEnd = z.infer<typeof sampleEnd>;

/** `<day>.json`: one meeting. */
export const sampleMeeting = z.strictObject({
  kind: z.enum(meetingKinds),
  title: words,
  heldOn: day,
  startsAt: time,
  endsAt: time,
  place: words,
  link: optionalWords,
  note: words,
  openedAt: time.optional(),
  closedAt: time.optional(),
  breaks: z.array(z.strictObject({ from: time, until: time, reason: z.enum(breakReasons) })).default([]),
  /** How far the meeting has come. */
  end: sampleEnd,
  participants: z.array(sampleParticipant),
  items: z.array(sampleItem),
});
export type SampleMeeting = z.infer<typeof sampleMeeting>;

/** `progress.json`: how decisions were carried out, in the order in which it happened. */
export const sampleProgress = z.array(
  z.strictObject({
    decision: key,
    on: day,
    /** Of the decision; of the period or of the assignee where one is named. */
    status: z.enum(executionStatuses).optional(),
    /** A new deadline, and why. */
    dueOn: day.optional(),
    reason: optionalWords,
    repeat: z.enum(repeatKinds).optional(),
    repeatDay: z.number().int().min(1).max(31).optional(),
    period: periodName.optional(),
    /** The organisation that has come so far, of several. */
    assignee: key.optional(),
    assigneeNote: optionalWords,
    by: key.optional(),
    note: optionalWords,
  }),
);
export type SampleStep = z.infer<typeof sampleProgress>[number];

const sampleParty = z.strictObject({
  organisation: key,
  shortName: words,
  signatory: key.optional(),
  /** As the preamble has it. */
  position: words,
  ground: words,
  approval: z.strictObject({ number: optionalWords, on: day.optional() }).optional(),
});

/** A clause of the bundled library, with words of its own where they differ, or one that is the memorandum's own. */
const sampleClause = z.strictObject({
  library: key.optional(),
  heading: words.optional(),
  text: words.optional(),
});

const sampleObligation = z.strictObject({
  party: key,
  /** Key of the library's clause that states it. */
  clause: key.optional(),
  text: words,
  dueOn: day.optional(),
  repeat: z.enum(repeatKinds).default('none'),
  repeatDay: z.number().int().optional(),
  repeatFrom: day.optional(),
  repeatUntil: day.optional(),
  status: z.enum(executionStatuses).optional(),
  doneOn: day.optional(),
  periods: z
    .array(z.strictObject({ period: periodName, status: z.enum(executionStatuses), on: day.optional() }))
    .default([]),
  notes: z.array(z.strictObject({ on: day, by: key.optional(), text: words })).default([]),
  /** Decisions of the theme's meetings that serve it. */
  decisions: z.array(key).default([]),
});

const sampleAmendment = z.strictObject({
  title: words,
  signed: z.strictObject({ on: day, number: words, startsOn: day.optional() }).optional(),
  clauses: z.array(
    z.strictObject({
      change: z.enum(clauseChanges),
      clause: key.optional(),
      heading: optionalWords,
      text: optionalWords,
    }),
  ),
});

/** `memoranda.json`: memoranda of a theme, the older first. */
export const sampleMemoranda = z.array(
  z.strictObject({
    key,
    /** Kept by the theme's working group. */
    ofGroup: z.boolean(),
    title: words,
    language,
    subject: words,
    legalBasis: words,
    place: words,
    note: words,
    validity: z.enum(validityKinds),
    startsOn: day.optional(),
    endsOn: day.optional(),
    renewMonths: z.number().int().optional(),
    noticeMonths: z.number().int().optional(),
    supersedes: key.optional(),
    signed: z.strictObject({ on: day, number: words }).optional(),
    parties: z.array(sampleParty),
    clauses: z.array(sampleClause),
    obligations: z.array(sampleObligation),
    amendments: z.array(sampleAmendment).default([]),
  }),
);
export type SampleMemorandum = z.infer<typeof sampleMemoranda>[number];
