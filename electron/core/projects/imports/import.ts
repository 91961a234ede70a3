import type { ImportPreview } from '../../../../shared/contract/directory.ts';
import type { ProjectImportSettings } from '../../../../shared/contract/projectImport.ts';
import { today as dayOf } from '../../../../shared/dates.ts';
import { nowOf, type Core } from '../../core.ts';
import { readsHere, writesHere } from '../../files/tables/bigTables.ts';
import { tableBytes } from '../../files/tables/readTable.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { LongWork } from '../../longWork.ts';
import { runBigWrite } from '../../workspace/bigWrite.ts';
import { patiently } from '../../workspace/writeGate.ts';
import { importTable, tableOf, type FileInput, type ProjectImportWrite } from './importTask.ts';
import { previewImport as previewTable } from './plan.ts';

async function fileOf(core: Core, settings: ProjectImportSettings): Promise<FileInput> {
  const file = core.tickets.incoming(settings.ticket);
  return {
    bytes: await tableBytes(file),
    fileName: file.name,
    settings,
    resources: core.ports.resources,
    today: dayOf(nowOf(core)),
  };
}

/**
 * What an import into a project would do; nothing is written. Throws what `tableBytes`, `readTable` and `planImport`
 * throw, `ticketExpired`.
 */
export async function previewImport(
  core: Core,
  settings: ProjectImportSettings,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  const input = await fileOf(core, settings);
  if (readsHere(input.bytes)) return previewTable(core.workspace(), await tableOf(input), input);
  const { path, key } = core.workspace();
  return core.workers.run('projectImport', { ...input, path, key }, signal ? { signal } : {});
}

/**
 * Does what the preview showed, as one change set that one undo takes back; a large one beside the core's thread. Throws
 * `nothingToImport`, `cancelled` and what the preview throws; nothing is written then.
 */
export async function runImport(
  core: Core,
  author: Author,
  { skipLines, ...settings }: ProjectImportSettings & { mapping: (string | null)[]; skipLines: number[] },
  work: LongWork = {},
): Promise<ProjectImportWrite['result']> {
  const input = { ...(await fileOf(core, settings)), author, skipLines };
  const table = readsHere(input.bytes) ? await tableOf(input) : null;
  if (table !== null && writesHere(table))
    return patiently(() => importTable(core.workspace(), table, input, work.progress ?? (() => undefined)));
  return runBigWrite(core, 'projectImport', input, work);
}
