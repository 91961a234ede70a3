import type { ImportPreview, ImportSettings } from '../../../../shared/contract/directory.ts';
import { today as dayOf } from '../../../../shared/dates.ts';
import { nowOf, type Core } from '../../core.ts';
import { readsHere, writesHere } from '../../files/tables/bigTables.ts';
import { tableBytes } from '../../files/tables/readTable.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { LongWork } from '../../longWork.ts';
import { runBigWrite } from '../../workspace/bigWrite.ts';
import { patiently } from '../../workspace/writeGate.ts';
import { importTable, previewTable, tableOf, type DirectoryImportWrite, type FileInput } from './importTask.ts';

async function fileOf(core: Core, settings: ImportSettings): Promise<FileInput> {
  const file = core.tickets.incoming(settings.ticket);
  return {
    bytes: await tableBytes(file),
    fileName: file.name,
    settings,
    resources: core.ports.resources,
    today: dayOf(nowOf(core)),
  };
}

/** What an import would do; nothing is written. Throws what `tableBytes` and `readTable` throw, `ticketExpired`. */
export async function previewImport(core: Core, settings: ImportSettings): Promise<ImportPreview> {
  const input = await fileOf(core, settings);
  return previewTable(core.workspace(), await tableOf(input), input);
}

/**
 * Does what the preview showed, as one change set that one undo takes back; a large one beside the core's thread. Throws
 * `nothingToImport`, `cancelled` and what the preview throws; nothing is written then.
 */
export async function runImport(
  core: Core,
  author: Author,
  { skipLines, ...settings }: ImportSettings & { mapping: (string | null)[]; skipLines: number[] },
  work: LongWork = {},
): Promise<DirectoryImportWrite['result']> {
  const input = { ...(await fileOf(core, settings)), author, skipLines };
  const table = readsHere(input.bytes) ? await tableOf(input) : null;
  if (table !== null && writesHere(table))
    return patiently(() => importTable(core.workspace(), table, input, work.progress ?? (() => undefined)));
  return runBigWrite(core, 'directoryImport', input, work);
}
