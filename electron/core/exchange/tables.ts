import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { cardChecks, cardStates } from '../../../shared/vocabulary.ts';
import { organisation, person, workingGroup } from '../directory/tables.ts';
import { flag, record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

/** Another agency's keys, and how far they are believed. Home-only (rule 15). */
export const agencyCard = sqliteTable('agency_card', {
  ...record(),
  /** Id of the organisation whose card it is, the same in every workspace. */
  agencyId: words(),
  name: words(),
  /** The age recipient, `age1…`. */
  recipient: words(),
  /** The Ed25519 public key, base64 of 32 bytes. */
  verifyKey: words(),
  fingerprint: words(),
  /** Fingerprint of the card that this one takes the place of. */
  renews: words(),
  state: text({ enum: cardStates }).notNull().default('imported'),
  checked: text({ enum: cardChecks }).notNull().default('none'),
  trustedAt: when(),
  madeAt: when(),
  introducedBy: words(),
  /** The card itself, to introduce the agency to others with. */
  text: words(),
  note: words(),
});

/** Who takes part in a group's exchange: a setting of each agency, never merged (rule 15). */
export const exchangeMember = sqliteTable('exchange_member', {
  ...record(),
  groupId: text()
    .notNull()
    .references(() => workingGroup.id),
  agencyId: words(),
});

/**
 * Rule 22: that a person's contact data was erased. It holds nothing of what was erased and travels with every group
 * that knows the person.
 */
export const erasure = sqliteTable('erasure', {
  ...record(),
  personId: text()
    .notNull()
    .references(() => person.id),
  /** The name as well. */
  withName: flag(),
  at: when(),
  byAgencyId: text().references(() => organisation.id),
});

export const exchangeEntities: EntityDefinition[] = [
  { table: agencyCard, scope: 'home' },
  { table: exchangeMember, scope: 'home' },
  { table: erasure, owner: 'personId', scope: 'directory' },
];
