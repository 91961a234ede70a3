import { integer, text } from 'drizzle-orm/sqlite-core';

/** The two columns every ledger record has: a UUIDv7 and the effective state of its removal (rule 5: rows stay). */
export const record = () => ({
  id: text().primaryKey(),
  removed: integer({ mode: 'boolean' }).notNull().default(false),
});

/** A text that is never null: the empty string stands for "not filled in". */
export const words = () => text().notNull().default('');

/** An optional ISO day, time or instant. */
export const when = () => text();

/** Place in a list: a fractional key, ties broken by id (rule 6). */
export const place = () => text().notNull().default('a0');

export const flag = (initially = false) => integer({ mode: 'boolean' }).notNull().default(initially);

export const count = () => integer();
