import type { Table } from './readTable.ts';

/** A table up to here is read faster than a thread begins, in bytes. */
const smallFile = 32 * 1024;

/** And written as fast as a page may wait, in rows. */
const smallTable = 200;

export const readsHere = (bytes: Uint8Array): boolean => bytes.length <= smallFile;

export const writesHere = (table: Table): boolean => table.rows.length <= smallTable;
