import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../../../shared/languages.ts';
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
  speechKinds,
} from '../../../shared/vocabulary.ts';
import { organisation, person, seat, workingGroup } from '../directory/tables.ts';
import { count, flag, place, record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

export const meeting = sqliteTable('meeting', {
  ...record(),
  groupId: text()
    .notNull()
    .references(() => workingGroup.id),
  kind: text({ enum: meetingKinds }).notNull().default('ordinary'),
  status: text({ enum: meetingStatuses }).notNull().default('planned'),
  cancelReason: words(),
  /** What the meeting is about, where the kind and the group alone do not say it. */
  title: words(),
  heldOn: when(),
  startsAt: when(),
  endsAt: when(),
  place: words(),
  link: words(),
  language: text({ enum: languages }).notNull().default('uk'),
  /** The reserved place in the group's numbering; `number` is provisional until the minutes are signed. */
  sequence: count(),
  number: words(),
  /** Who presides and who writes at this meeting; the office holders unless somebody acts for them. */
  chairId: text().references(() => person.id),
  secretaryId: text().references(() => person.id),
  /** Actual times, HH:MM, of the day of the meeting. */
  openedAt: when(),
  closedAt: when(),
  circulatedOn: when(),
  remarksUntil: when(),
  note: words(),
  /** The signature that a person has decided for, where the minutes were signed more than once (rule 8). */
  rulingId: text(),
  /** The signatures that the decision was between: ids with a blank between them. A later one asks for another decision. */
  ruledOver: words(),
});

export const agendaItem = sqliteTable('agenda_item', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  kind: text({ enum: agendaItemKinds }).notNull().default('ordinary'),
  sortKey: place(),
  title: words(),
  rapporteurId: text().references(() => person.id),
  /** The rapporteur where it is nobody of the directory. */
  rapporteurText: words(),
  minutesPlanned: count(),
  note: words(),
});

/** Somebody at the table or expected there, for one meeting. */
export const participant = sqliteTable('participant', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  role: text({ enum: participantRoles }).notNull().default('member'),
  personId: text().references(() => person.id),
  /** Name, where it is nobody of the directory. */
  nameText: words(),
  organisationId: text().references(() => organisation.id),
  /** Position at the meeting where it differs from the office of that day. */
  positionText: words(),
  seatId: text().references(() => seat.id),
  /** The member this person stands in for. */
  insteadOfId: text().references(() => person.id),
  answer: text({ enum: invitationAnswers }).notNull().default('none'),
  answerNote: words(),
  attendance: text({ enum: attendanceStates }).notNull().default('expected'),
  sortKey: place(),
});

/** From when to when somebody was in the room (HH:MM); somebody who comes back has two. */
export const presence = sqliteTable('presence', {
  ...record(),
  participantId: text()
    .notNull()
    .references(() => participant.id),
  fromAt: when(),
  untilAt: when(),
});

export const sessionMark = sqliteTable('session_mark', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  kind: text({ enum: sessionMarkKinds }).notNull().default('itemStarted'),
  /** Instant, ISO with milliseconds: item clocks are differences of marks. */
  at: when(),
  itemId: text().references(() => agendaItem.id),
  reason: text({ enum: breakReasons }),
});

/** The rapporteur's account (`heard`) or one speaker's words under an item. */
export const speech = sqliteTable('speech', {
  ...record(),
  itemId: text()
    .notNull()
    .references(() => agendaItem.id),
  kind: text({ enum: speechKinds }).notNull().default('speech'),
  sortKey: place(),
  speakerId: text().references(() => person.id),
  speakerText: words(),
  saidAt: when(),
  text: words(),
  /** «Текст доповіді додається до протоколу» */
  textAttached: flag(),
});

export const remark = sqliteTable('remark', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  personId: text().references(() => person.id),
  authorText: words(),
  itemId: text().references(() => agendaItem.id),
  text: words(),
  receivedOn: when(),
  outcome: text({ enum: remarkOutcomes }).notNull().default('pending'),
  outcomeText: words(),
});

export const approval = sqliteTable('approval', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  participantId: text()
    .notNull()
    .references(() => participant.id),
  state: text({ enum: approvalStates }).notNull().default('waiting'),
  answeredOn: when(),
});

/** One record that fixes signed minutes (rule 8): the snapshot of everything they print, its hash and what it covers. */
export const signature = sqliteTable('signature', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  number: words(),
  signedOn: when(),
  chairName: words(),
  secretaryName: words(),
  /** Canonical JSON of the minutes' model. */
  snapshot: words(),
  /** SHA-256 of `snapshot`, hex. */
  hash: words(),
  /** JSON: entity → row → field → clock of the value that was signed. */
  covers: words(),
});

/** What was found wrong in signed minutes: a record of its own, linked to what it corrects. */
export const correction = sqliteTable('correction', {
  ...record(),
  meetingId: text()
    .notNull()
    .references(() => meeting.id),
  number: words(),
  correctedOn: when(),
  itemId: text().references(() => agendaItem.id),
  was: words(),
  now: words(),
  reason: words(),
  chairName: words(),
  secretaryName: words(),
});

export const textBlock = sqliteTable('text_block', {
  ...record(),
  language: text({ enum: languages }).notNull().default('uk'),
  title: words(),
  text: words(),
  sortKey: place(),
});

export const agendaTemplate = sqliteTable('agenda_template', {
  ...record(),
  kind: text({ enum: meetingKinds }).notNull().default('ordinary'),
  language: text({ enum: languages }).notNull().default('uk'),
  title: words(),
});

export const templateItem = sqliteTable('template_item', {
  ...record(),
  templateId: text()
    .notNull()
    .references(() => agendaTemplate.id),
  sortKey: place(),
  title: words(),
  minutesPlanned: count(),
});

export const meetingEntities: EntityDefinition[] = [
  {
    table: meeting,
    owner: 'groupId',
    scope: 'group',
    minutes: 'root',
    texts: ['note'],
    registers: {
      schedule: ['heldOn', 'startsAt', 'endsAt'],
      numbering: ['sequence', 'number'],
      ruling: ['rulingId', 'ruledOver'],
    },
    free: ['note', 'circulatedOn', 'remarksUntil', 'ruling'],
    ruling: { column: 'rulingId', over: 'ruledOver' },
    refers: { rulingId: 'signature' },
  },
  {
    table: agendaItem,
    owner: 'meetingId',
    scope: 'group',
    minutes: 'printed',
    texts: ['note', 'title'],
    registers: { rapporteur: ['rapporteurId', 'rapporteurText'] },
    unsaid: ['note'],
  },
  {
    table: participant,
    owner: 'meetingId',
    scope: 'group',
    minutes: 'printed',
    registers: { who: ['personId', 'nameText'] },
    free: ['answer', 'answerNote'],
  },
  {
    table: presence,
    owner: 'participantId',
    scope: 'group',
    minutes: 'printed',
    registers: { span: ['fromAt', 'untilAt'] },
  },
  { table: sessionMark, owner: 'meetingId', scope: 'group', minutes: 'printed' },
  {
    table: speech,
    owner: 'itemId',
    scope: 'group',
    minutes: 'printed',
    texts: ['text'],
    registers: { speaker: ['speakerId', 'speakerText'] },
  },
  {
    table: remark,
    owner: 'meetingId',
    scope: 'group',
    texts: ['text'],
    registers: { author: ['personId', 'authorText'], result: ['outcome', 'outcomeText'] },
  },
  { table: approval, owner: 'meetingId', scope: 'group', registers: { answer: ['state', 'answeredOn'] } },
  { table: signature, owner: 'meetingId', scope: 'group', minutes: 'signature' },
  { table: correction, owner: 'meetingId', scope: 'group', texts: ['was', 'now', 'reason'] },
  { table: textBlock, scope: 'home', texts: ['text'] },
  { table: agendaTemplate, scope: 'home' },
  { table: templateItem, owner: 'templateId', scope: 'home' },
];
