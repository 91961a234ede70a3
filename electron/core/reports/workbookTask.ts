import type { Core } from '../core.ts';
import { listWorkbook, type List } from './listWorkbook.ts';

/** A list of the screen as a workbook, made beside the core. */
export interface WorkbookTask {
  input: List;
  result: { bytes: Uint8Array; name: string };
}

/** The worker's side. */
export const runWorkbook = (list: WorkbookTask['input']): Promise<WorkbookTask['result']> => listWorkbook(list);

/** Rows up to here are written faster than a thread begins. */
const fewRows = 200;

/** A list of any length as a workbook, without anybody waiting for it: a long one is made in a thread. */
export const makeWorkbook = (core: Core, list: List): Promise<WorkbookTask['result']> =>
  list.rows.length <= fewRows ? listWorkbook(list) : core.workers.run('workbook', list);
