import { openDatabase } from '../../workspace/database.ts';
import type { RawKey } from '../../workspace/key.ts';
import { planImport, type PlanInput, type PlanResult } from './plan.ts';

/** A table of tens of thousands of rows read and looked through beside the core, with a read-only connection. */
export interface ProjectImportTask {
  input: PlanInput & { path: string; key: RawKey };
  result: PlanResult;
}

/** The worker's side. Throws what `planImport` throws. */
export async function runProjectImport({ path, key, ...input }: ProjectImportTask['input']): Promise<PlanResult> {
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    return await planImport({ sqlite }, input);
  } finally {
    sqlite.close();
  }
}
