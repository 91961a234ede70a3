import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { count, place, record, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

/** A file kept with a record. Its bytes lie in `attachment_chunk` under `sha256`, once however often it is attached. */
export const attachment = sqliteTable('attachment', {
  ...record(),
  /** Entity and id of the record that the file belongs to. */
  ownerEntity: words(),
  ownerId: text().notNull().default(''),
  name: words(),
  mediaType: words(),
  /** Bytes. */
  size: count(),
  sha256: words(),
  sortKey: place(),
});

export const fileEntities: EntityDefinition[] = [{ table: attachment, scope: 'group' }];
