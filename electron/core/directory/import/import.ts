import { importTargets, type ImportPreview, type ImportSettings } from '../../../../shared/contract/directory.ts';
import { addDays, today as dayOf } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Core } from '../../core.ts';
import { mapColumns } from '../../files/tables/header.ts';
import { isWanted, type PlannedRow } from '../../files/tables/plannedRow.ts';
import { previewOf } from '../../files/tables/preview.ts';
import { readTable, tableBytes } from '../../files/tables/readTable.ts';
import type { Author } from '../../ledger/ledger.ts';
import { knownRecords } from './known.ts';
import { planOrganisations, type OrganisationPlan } from './organisations.ts';
import { planPeople, type PersonPlan } from './people.ts';
import { writeOrganisations, writePeople } from './write.ts';

type Planned = { kind: 'people'; rows: PersonPlan[] } | { kind: 'organisations'; rows: OrganisationPlan[] };

const todayOf = (core: Core): string => dayOf(new Date((core.ports.now ?? Date.now)()));

async function plan(core: Core, settings: ImportSettings) {
  const file = core.tickets.incoming(settings.ticket);
  const table = await readTable(await tableBytes(file), file.name, settings);
  const mapped = mapColumns(table, settings.kind, importTargets[settings.kind], settings);
  const { mapping, rows } = mapped;
  const today = todayOf(core);
  const known = knownRecords(core.workspace(), core.ports.resources, today);
  const planned: Planned =
    settings.kind === 'people'
      ? { kind: 'people', rows: planPeople(rows, mapping, known, today) }
      : { kind: 'organisations', rows: planOrganisations(rows, mapping, known) };
  return { fileName: file.name, table, mapped, planned };
}

/** What an import would do; nothing is written. Throws what `tableBytes` and `readTable` throw, `ticketExpired`. */
export async function previewImport(core: Core, settings: ImportSettings): Promise<ImportPreview> {
  const { fileName, table, mapped, planned } = await plan(core, settings);
  return previewOf(fileName, table, mapped, planned.rows);
}

/**
 * Does what the preview showed, as one change set that one undo takes back. Throws `nothingToImport` and what the
 * preview throws; nothing is written then.
 */
export async function runImport(
  core: Core,
  author: Author,
  settings: ImportSettings & { mapping: (string | null)[]; skipLines: number[] },
) {
  const { planned } = await plan(core, settings);
  const skip = new Set(settings.skipLines);
  const taken = (row: PlannedRow<unknown>) => isWanted(row, skip);
  const wanted = planned.rows.filter(taken);
  if (wanted.length === 0) throw new AppError('nothingToImport');
  const today = todayOf(core);
  core.workspace().ledger.write(author, { label: `directory.import.${settings.kind}` }, (w) => {
    if (planned.kind === 'people') writePeople(w, planned.rows.filter(taken), { today, before: addDays(today, -1) });
    else writeOrganisations(w, planned.rows.filter(taken));
  });
  const added = wanted.filter(({ outcome }) => outcome === 'new').length;
  return { added, updated: wanted.length - added, skipped: planned.rows.length - wanted.length };
}
