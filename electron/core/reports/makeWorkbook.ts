import type { Core } from '../core.ts';
import { listWorkbook } from './listWorkbook.ts';
import type { List } from './list.ts';

/** Rows up to here are written faster than a thread begins. */
const fewRows = 200;

/** A list of any length as a workbook, without anybody waiting for it: a long one is made in a thread. */
export const makeWorkbook = (
  { workers }: Pick<Core, 'workers'>,
  list: List,
): Promise<{ bytes: Uint8Array; name: string }> =>
  list.rows.length <= fewRows ? listWorkbook(list) : workers.run('workbook', list);
