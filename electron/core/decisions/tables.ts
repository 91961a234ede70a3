import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ballotChoices, decisionKinds, executionStatuses, repeatKinds, voteModes } from '../../../shared/vocabulary.ts';
import { organisation, person } from '../directory/tables.ts';
import { count, place, record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';
import { agendaItem, participant } from '../meetings/tables.ts';

export const decision = sqliteTable('decision', {
  ...record(),
  itemId: text()
    .notNull()
    .references(() => agendaItem.id),
  kind: text({ enum: decisionKinds }).notNull().default('decision'),
  sortKey: place(),
  text: words(),
  /** The due day as the minutes print it; a deadline moved later stands in `execution`. */
  dueOn: when(),
  voteMode: text({ enum: voteModes }).notNull().default('none'),
  votesFor: count(),
  votesAgainst: count(),
  votesAbstained: count(),
  noQuorumReason: words(),
});

/** One assignee; a set is rows of its own (rule 5). The first in order answers for the whole. */
export const assignee = sqliteTable('assignee', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  organisationId: text().references(() => organisation.id),
  personId: text().references(() => person.id),
  nameText: words(),
  sortKey: place(),
});

/** One voice in a roll call, or a recusal in any vote. */
export const ballot = sqliteTable('ballot', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  participantId: text()
    .notNull()
    .references(() => participant.id),
  choice: text({ enum: ballotChoices }).notNull().default('notVoted'),
});

export const dissent = sqliteTable('dissent', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  participantId: text()
    .notNull()
    .references(() => participant.id),
  text: words(),
});

/** How a decision is carried out; free after signing (rule 8). Its id is the decision's id. */
export const execution = sqliteTable('execution', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  status: text({ enum: executionStatuses }).notNull().default('open'),
  /** The current deadline where it was moved away from the decision's own. */
  dueOn: when(),
  repeat: text({ enum: repeatKinds }).notNull().default('none'),
  /** Day of the month after each period, 1–31 (clamped to the month); null: the last day of the period itself. */
  repeatDay: count(),
  /** The first day that is covered, and the last; null: from the decision on, without end. */
  repeatFrom: when(),
  repeatUntil: when(),
});

/** One period of a periodic assignment, made when something is said of it. Its id is `<decision id>:<period>`. */
export const occurrence = sqliteTable('occurrence', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  /** 2026-11, 2026-Q3, 2026-H2 or 2026. */
  period: words(),
  status: text({ enum: executionStatuses }).notNull().default('open'),
  /** The current deadline where it was moved away from the period's own. */
  dueOn: when(),
  doneOn: when(),
});

/** One move of a deadline, with its reason. */
export const deadlineMove = sqliteTable('deadline_move', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  /** The period whose deadline moved; empty for the decision's own. */
  period: words(),
  movedFrom: when(),
  movedTo: when(),
  movedOn: when(),
  personId: text().references(() => person.id),
  reason: words(),
});

/** How far one of several assignees has come. Its id is the assignee's id. */
export const assigneeExecution = sqliteTable('assignee_execution', {
  ...record(),
  assigneeId: text()
    .notNull()
    .references(() => assignee.id),
  status: text({ enum: executionStatuses }).notNull().default('open'),
  doneOn: when(),
  note: words(),
});

/** A set of conditions that a person keeps under a name, for one of the registers. Home-only. */
export const savedFilter = sqliteTable('saved_filter', {
  ...record(),
  register: text({ enum: ['decisions', 'memoranda'] }).notNull(),
  name: words(),
  /** JSON of the register's filter, sorting and grouping. */
  value: words(),
  sortKey: place(),
});

export const progressNote = sqliteTable('progress_note', {
  ...record(),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
  notedOn: when(),
  personId: text().references(() => person.id),
  text: words(),
});

export const decisionEntities: EntityDefinition[] = [
  {
    table: decision,
    owner: 'itemId',
    scope: 'group',
    minutes: 'printed',
    texts: ['text'],
    registers: { vote: ['voteMode', 'votesFor', 'votesAgainst', 'votesAbstained'] },
  },
  {
    table: assignee,
    owner: 'decisionId',
    scope: 'group',
    minutes: 'printed',
    registers: { who: ['organisationId', 'personId', 'nameText'] },
  },
  { table: ballot, owner: 'decisionId', scope: 'group', minutes: 'printed' },
  { table: dissent, owner: 'decisionId', scope: 'group', minutes: 'printed', texts: ['text'] },
  {
    table: execution,
    owner: 'decisionId',
    scope: 'group',
    registers: { repetition: ['repeat', 'repeatDay', 'repeatFrom', 'repeatUntil'] },
  },
  { table: occurrence, owner: 'decisionId', scope: 'group', registers: { outcome: ['status', 'doneOn'] } },
  { table: deadlineMove, owner: 'decisionId', scope: 'group' },
  { table: assigneeExecution, owner: 'assigneeId', scope: 'group', registers: { outcome: ['status', 'doneOn'] } },
  { table: savedFilter, scope: 'home' },
  { table: progressNote, owner: 'decisionId', scope: 'group', texts: ['text'] },
];
