import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../../../shared/languages.ts';
import { genders, memberRoles, numberingPeriods, organisationKinds, quorumKinds } from '../../../shared/vocabulary.ts';
import { count, flag, place, record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

export const organisation = sqliteTable('organisation', {
  ...record(),
  name: words(),
  shortName: words(),
  kind: text({ enum: organisationKinds }).notNull().default('other'),
  territory: text(),
  address: words(),
  email: words(),
  phone: words(),
  website: words(),
  note: words(),
});

export const person = sqliteTable('person', {
  ...record(),
  surname: words(),
  givenName: words(),
  patronymic: words(),
  gender: text({ enum: genders }).notNull().default('unknown'),
  email: words(),
  phone: words(),
  note: words(),
  /** The user's own corrections of declined forms: JSON of case → part → form. */
  nameCases: text(),
});

/** A person's position in an organisation for a time, so that old minutes print the office of that day. */
export const office = sqliteTable('office', {
  ...record(),
  personId: text()
    .notNull()
    .references(() => person.id),
  organisationId: text().references(() => organisation.id),
  position: words(),
  startsOn: when(),
  endsOn: when(),
});

export const workingGroup = sqliteTable('working_group', {
  ...record(),
  name: words(),
  /** Ukrainian headings need the genitive: «засідання обласної координаційної ради». */
  nameGenitive: words(),
  shortName: words(),
  legalBasis: words(),
  territory: text(),
  quorumKind: text({ enum: quorumKinds }).notNull().default('majority'),
  quorumFixed: count(),
  numberingPattern: text().notNull().default('{n}'),
  numberingPeriod: text({ enum: numberingPeriods }).notNull().default('year'),
  termStartsOn: when(),
  language: text({ enum: languages }).notNull().default('uk'),
  /** Where the group usually meets. */
  place: words(),
  organisationId: text().references(() => organisation.id),
});

/** An agency's place at a group's table: quorum counts seats, not people. */
export const seat = sqliteTable('seat', {
  ...record(),
  groupId: text()
    .notNull()
    .references(() => workingGroup.id),
  organisationId: text()
    .notNull()
    .references(() => organisation.id),
  votes: flag(true),
  sortKey: place(),
  startsOn: when(),
  endsOn: when(),
});

export const membership = sqliteTable('membership', {
  ...record(),
  groupId: text()
    .notNull()
    .references(() => workingGroup.id),
  personId: text()
    .notNull()
    .references(() => person.id),
  seatId: text().references(() => seat.id),
  role: text({ enum: memberRoles }).notNull().default('member'),
  sortKey: place(),
  startsOn: when(),
  endsOn: when(),
});

export const directoryEntities: EntityDefinition[] = [
  { table: organisation, scope: 'directory', texts: ['note'], home: ['note'] },
  {
    table: person,
    scope: 'directory',
    texts: ['note'],
    registers: { name: ['surname', 'givenName', 'patronymic'] },
    home: ['note'],
  },
  { table: office, owner: 'personId', scope: 'directory', registers: { period: ['startsOn', 'endsOn'] } },
  {
    table: workingGroup,
    scope: 'group',
    registers: {
      quorum: ['quorumKind', 'quorumFixed'],
      numbering: ['numberingPattern', 'numberingPeriod', 'termStartsOn'],
    },
  },
  { table: seat, owner: 'groupId', scope: 'group', registers: { period: ['startsOn', 'endsOn'] } },
  { table: membership, owner: 'groupId', scope: 'group', registers: { period: ['startsOn', 'endsOn'] } },
];
