import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ballotChoices, decisionKinds, executionStatuses, voteModes } from '../../../shared/vocabulary.ts';
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
  { table: execution, owner: 'decisionId', scope: 'group' },
  { table: progressNote, owner: 'decisionId', scope: 'group', texts: ['text'] },
];
