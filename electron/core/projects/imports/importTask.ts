import type { ImportPreview } from '../../../../shared/contract/directory.ts';
import { AppError } from '../../../../shared/errors.ts';
import { readTable, type Table } from '../../files/tables/readTable.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Progress } from '../../longWork.ts';
import type { Writable } from '../../workspace/open.ts';
import { openDatabase } from '../../workspace/database.ts';
import type { RawKey } from '../../workspace/key.ts';
import { planImport, previewImport, type PlanInput } from './plan.ts';
import { writePlanned } from './write.ts';

/** The chosen file as a thread gets it. */
export type FileInput = PlanInput & { bytes: Uint8Array };

/** A table of tens of thousands of rows read and looked through beside the core, with a read-only connection. */
export interface ProjectImportTask {
  input: FileInput & { path: string; key: RawKey };
  result: ImportPreview;
}

/** Such a table read, looked through and written. */
export interface ProjectImportWrite {
  input: FileInput & { author: Author; skipLines: number[] };
  result: { added: number; updated: number; skipped: number };
}

/** Throws what `readTable` throws. */
export const tableOf = ({ bytes, fileName, settings }: FileInput): Promise<Table> =>
  readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, settings);

/** The thread's side of a preview. Throws what `readTable` and `planImport` throw. */
export async function runProjectImport({ path, key, ...input }: ProjectImportTask['input']): Promise<ImportPreview> {
  const table = await tableOf(input);
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    return previewImport({ sqlite }, table, input);
  } finally {
    sqlite.close();
  }
}

/**
 * Looks through a table and writes what is wanted of it, as one change set that one undo takes back; planned within that
 * act, so that nobody can write in between. Throws `nothingToImport` and what `planImport` throws; nothing is written then.
 */
export function importTable(
  workspace: Writable,
  table: Table,
  input: PlanInput & { author: Author; skipLines: number[] },
  progress: Progress,
): ProjectImportWrite['result'] {
  const { settings } = input;
  const { projectId, activityId } = settings;
  return workspace.ledger.write(input.author, { label: `projects.import.${settings.kind}` }, (w) => {
    const { wanted, skipped } = planImport(workspace, table, input, input.skipLines);
    const total = wanted.rows.length;
    if (total === 0) throw new AppError('nothingToImport');
    let done = 0;
    const wrote = () => progress((done += 1), total);
    writePlanned({ w, reader: workspace, projectId, activityId, wrote }, wanted);
    const updated = wanted.rows.filter(({ existing }) => existing !== null).length;
    return { added: total - updated, updated, skipped };
  });
}

/** The thread's side of an import. */
export const importProject = async (
  workspace: Writable,
  input: ProjectImportWrite['input'],
  progress: Progress,
): Promise<ProjectImportWrite['result']> => importTable(workspace, await tableOf(input), input, progress);
