import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../../../shared/languages.ts';
import {
  amendmentStatuses,
  clauseChanges,
  executionStatuses,
  memorandumStatuses,
  repeatKinds,
  validityKinds,
} from '../../../shared/vocabulary.ts';
import { decision } from '../decisions/tables.ts';
import { organisation, person, workingGroup } from '../directory/tables.ts';
import { count, flag, place, record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

export const memorandum = sqliteTable('memorandum', {
  ...record(),
  /** The working group that keeps it, where there is one. */
  groupId: text().references(() => workingGroup.id),
  /** Under the kind: «про взаємодію у сфері протидії торгівлі людьми». */
  title: words(),
  number: words(),
  language: text({ enum: languages }).notNull().default('uk'),
  subject: words(),
  legalBasis: words(),
  place: words(),
  status: text({ enum: memorandumStatuses }).notNull().default('draft'),
  agreedOn: when(),
  signedOn: when(),
  /** In force from this day; null: from the day of signing. */
  startsOn: when(),
  validity: text({ enum: validityKinds }).notNull().default('fixed'),
  /** The last day of the (first) term; null for an open end. */
  endsOn: when(),
  /** Months by which an auto-renewing one goes on each time. */
  renewMonths: count(),
  /** Months before the end by which notice must be given; null: none. */
  noticeMonths: count(),
  terminatedOn: when(),
  terminationReason: words(),
  /** The memorandum that this one replaces from its first day in force. */
  supersedesId: text(),
  note: words(),
});

export const memorandumParty = sqliteTable('memorandum_party', {
  ...record(),
  memorandumId: text()
    .notNull()
    .references(() => memorandum.id),
  organisationId: text().references(() => organisation.id),
  nameText: words(),
  /** What the text calls it from there on: «далі – Рада». */
  shortName: words(),
  signatoryId: text().references(() => person.id),
  signatoryText: words(),
  /** As the preamble says it, in the genitive where the language asks for it: «голови ради». */
  signatoryPosition: words(),
  /** Acts under: «статуту», «рішення сесії». */
  ground: words(),
  /** A council must approve it by a numbered decision before its head signs. */
  approvalNeeded: flag(),
  approvalNumber: words(),
  approvalOn: when(),
  /** The day this party agreed to the text. */
  agreedOn: when(),
  sortKey: place(),
});

/** One article of the text. `text` is clause text: see `shared/rules/clauseText.ts`. */
export const memorandumClause = sqliteTable('memorandum_clause', {
  ...record(),
  memorandumId: text()
    .notNull()
    .references(() => memorandum.id),
  heading: words(),
  text: words(),
  /** Unnumbered ones stand before and after the articles: preamble, closing lines. */
  numbered: flag(true),
  /** Key of the library's clause it was made from; empty for one's own. */
  libraryKey: words(),
  sortKey: place(),
});

export const obligation = sqliteTable('obligation', {
  ...record(),
  memorandumId: text()
    .notNull()
    .references(() => memorandum.id),
  partyId: text()
    .notNull()
    .references(() => memorandumParty.id),
  clauseId: text().references(() => memorandumClause.id),
  text: words(),
  dueOn: when(),
  repeat: text({ enum: repeatKinds }).notNull().default('none'),
  repeatDay: count(),
  repeatFrom: when(),
  repeatUntil: when(),
  status: text({ enum: executionStatuses }).notNull().default('open'),
  doneOn: when(),
  sortKey: place(),
});

/** One period of a periodic obligation. Its id is `<obligation id>:<period>`. */
export const obligationOccurrence = sqliteTable('obligation_occurrence', {
  ...record(),
  obligationId: text()
    .notNull()
    .references(() => obligation.id),
  period: words(),
  status: text({ enum: executionStatuses }).notNull().default('open'),
  doneOn: when(),
});

export const obligationNote = sqliteTable('obligation_note', {
  ...record(),
  obligationId: text()
    .notNull()
    .references(() => obligation.id),
  notedOn: when(),
  personId: text().references(() => person.id),
  text: words(),
});

/** A decision of a meeting that serves an obligation. */
export const obligationDecision = sqliteTable('obligation_decision', {
  ...record(),
  obligationId: text()
    .notNull()
    .references(() => obligation.id),
  decisionId: text()
    .notNull()
    .references(() => decision.id),
});

export const amendment = sqliteTable('amendment', {
  ...record(),
  memorandumId: text()
    .notNull()
    .references(() => memorandum.id),
  number: words(),
  title: words(),
  status: text({ enum: amendmentStatuses }).notNull().default('draft'),
  signedOn: when(),
  /** In force from this day; null: from the day of signing. */
  startsOn: when(),
  note: words(),
});

export const amendedClause = sqliteTable('amended_clause', {
  ...record(),
  amendmentId: text()
    .notNull()
    .references(() => amendment.id),
  change: text({ enum: clauseChanges }).notNull().default('replaces'),
  /** The clause that is replaced or repealed; for a new one the clause after which it stands, null: at the end. */
  clauseId: text().references(() => memorandumClause.id),
  heading: words(),
  text: words(),
  sortKey: place(),
});

/** The whole text as it stood at a moment: sent for agreement, signed, or kept by hand. */
export const memorandumVersion = sqliteTable('memorandum_version', {
  ...record(),
  memorandumId: text()
    .notNull()
    .references(() => memorandum.id),
  label: words(),
  /** Instant. */
  madeAt: when(),
  personId: text().references(() => person.id),
  /** JSON of the text, see `memoranda/versions.ts`. */
  content: words(),
  /** SHA-256 of `content`, hex. */
  hash: words(),
});

/** A clause of the agency's own beside the bundled ones. */
export const libraryClause = sqliteTable('library_clause', {
  ...record(),
  language: text({ enum: languages }).notNull().default('uk'),
  heading: words(),
  text: words(),
  sortKey: place(),
});

const repetition = ['repeat', 'repeatDay', 'repeatFrom', 'repeatUntil'];

export const memorandumEntities: EntityDefinition[] = [
  {
    table: memorandum,
    scope: 'group',
    refers: { supersedesId: 'memorandum' },
    texts: ['subject', 'legalBasis', 'note'],
    registers: {
      term: ['validity', 'startsOn', 'endsOn', 'renewMonths', 'noticeMonths'],
      signing: ['status', 'agreedOn', 'signedOn', 'terminatedOn', 'terminationReason'],
    },
  },
  {
    table: memorandumParty,
    owner: 'memorandumId',
    scope: 'group',
    registers: {
      who: ['organisationId', 'nameText'],
      signatory: ['signatoryId', 'signatoryText'],
      approval: ['approvalNeeded', 'approvalNumber', 'approvalOn'],
    },
  },
  { table: memorandumClause, owner: 'memorandumId', scope: 'group', texts: ['text'] },
  {
    table: obligation,
    owner: 'memorandumId',
    scope: 'group',
    texts: ['text'],
    registers: { repetition, outcome: ['status', 'doneOn'] },
  },
  { table: obligationOccurrence, owner: 'obligationId', scope: 'group', registers: { outcome: ['status', 'doneOn'] } },
  { table: obligationNote, owner: 'obligationId', scope: 'group', texts: ['text'] },
  { table: obligationDecision, owner: 'obligationId', scope: 'group' },
  {
    table: amendment,
    owner: 'memorandumId',
    scope: 'group',
    registers: { signing: ['status', 'number', 'signedOn', 'startsOn'] },
  },
  { table: amendedClause, owner: 'amendmentId', scope: 'group', texts: ['text'] },
  { table: memorandumVersion, owner: 'memorandumId', scope: 'group' },
  { table: libraryClause, scope: 'home', texts: ['text'] },
];
