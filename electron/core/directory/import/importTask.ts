import { importTargets, type ImportPreview, type ImportSettings } from '../../../../shared/contract/directory.ts';
import { addDays, type IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { mapColumns } from '../../files/tables/header.ts';
import { isWanted, type PlannedRow } from '../../files/tables/plannedRow.ts';
import { previewOf } from '../../files/tables/preview.ts';
import { readTable, type Table } from '../../files/tables/readTable.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Progress } from '../../longWork.ts';
import type { Writable } from '../../workspace/open.ts';
import type { Reading } from '../reading.ts';
import { knownRecords } from './known.ts';
import { planOrganisations, type OrganisationPlan } from './organisations.ts';
import { planPeople, type PersonPlan } from './people.ts';
import { writeOrganisations, writePeople } from './write.ts';

type Planned = { kind: 'people'; rows: PersonPlan[] } | { kind: 'organisations'; rows: OrganisationPlan[] };

/** What a table is looked through with. */
interface PlanInput {
  fileName: string;
  settings: ImportSettings;
  resources: string;
  today: IsoDay;
}

/** The chosen file as a thread gets it. */
export type FileInput = PlanInput & { bytes: Uint8Array };

export interface DirectoryImportWrite {
  input: FileInput & { author: Author; skipLines: number[] };
  result: { added: number; updated: number; skipped: number };
}

/** Throws what `readTable` throws. */
export const tableOf = ({ bytes, fileName, settings }: FileInput): Promise<Table> =>
  readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, settings);

function plan(reader: Reading, table: Table, { settings, resources, today }: PlanInput) {
  const mapped = mapColumns(table, settings.kind, importTargets[settings.kind], settings);
  const { mapping, rows } = mapped;
  const known = knownRecords(reader, resources, today);
  const planned: Planned =
    settings.kind === 'people'
      ? { kind: 'people', rows: planPeople(rows, mapping, known, today) }
      : { kind: 'organisations', rows: planOrganisations(rows, mapping, known) };
  return { mapped, planned };
}

/** What importing a table would do; nothing is written. */
export function previewTable(reader: Reading, table: Table, input: PlanInput): ImportPreview {
  const { mapped, planned } = plan(reader, table, input);
  return previewOf(input.fileName, table, mapped, planned.rows);
}

/**
 * Looks through a table and writes what is wanted of it, as one change set that one undo takes back; planned within that
 * act, so that nobody can write in between. Throws `nothingToImport`; nothing is written then.
 */
export function importTable(
  workspace: Writable,
  table: Table,
  input: PlanInput & { author: Author; skipLines: number[] },
  progress: Progress,
): DirectoryImportWrite['result'] {
  const { author, settings, today } = input;
  const skip = new Set(input.skipLines);
  return workspace.ledger.write(author, { label: `directory.import.${settings.kind}` }, (w) => {
    const { planned } = plan(workspace, table, input);
    const taken = (row: PlannedRow<unknown>) => isWanted(row, skip);
    const wanted = planned.rows.filter(taken);
    if (wanted.length === 0) throw new AppError('nothingToImport');
    let done = 0;
    const wrote = () => progress((done += 1), wanted.length);
    if (planned.kind === 'people')
      writePeople(w, planned.rows.filter(taken), { today, before: addDays(today, -1) }, wrote);
    else writeOrganisations(w, planned.rows.filter(taken), wrote);
    const added = wanted.filter(({ outcome }) => outcome === 'new').length;
    return { added, updated: wanted.length - added, skipped: planned.rows.length - wanted.length };
  });
}

/** The thread's side of an import. */
export const importDirectory = async (
  workspace: Writable,
  input: DirectoryImportWrite['input'],
  progress: Progress,
): Promise<DirectoryImportWrite['result']> => importTable(workspace, await tableOf(input), input, progress);
