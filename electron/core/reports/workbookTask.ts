import { listWorkbook } from './listWorkbook.ts';
import type { List } from './list.ts';

/** A list of the screen as a workbook, made beside the core. */
export interface WorkbookTask {
  input: List;
  result: { bytes: Uint8Array; name: string };
}

/** The worker's side. */
export const runWorkbook = (list: WorkbookTask['input']): Promise<WorkbookTask['result']> => listWorkbook(list);
