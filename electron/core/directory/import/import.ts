import {
  importTargets,
  type ImportKind,
  type ImportOutcome,
  type ImportPreview,
  type ImportSettings,
} from '../../../../shared/contract/directory.ts';
import { addDays, today as dayOf } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { guessMapping } from '../../../../shared/rules/csvSniff.ts';
import type { Core } from '../../core.ts';
import type { Author } from '../../ledger/ledger.ts';
import { headerPlace } from './header.ts';
import { knownRecords } from './known.ts';
import { planOrganisations, type OrganisationPlan } from './organisations.ts';
import { planPeople, type PersonPlan } from './people.ts';
import type { PlannedRow } from './plan.ts';
import { readTable } from './table.ts';
import { writeOrganisations, writePeople } from './write.ts';

const mostShown = 500;
const mostColumns = 200;

type Planned = { kind: 'people'; rows: PersonPlan[] } | { kind: 'organisations'; rows: OrganisationPlan[] };

const todayOf = (core: Core): string => dayOf(new Date((core.ports.now ?? Date.now)()));

/** Targets by column: those given, else guessed; what is no target of this kind is none. */
function mappingFor(kind: ImportKind, headers: readonly string[], given: readonly (string | null)[] | null) {
  const allowed: readonly string[] = importTargets[kind];
  const wanted = given ?? guessMapping(headers, kind);
  return headers.map((_, at) => {
    const target = wanted[at] ?? null;
    return target !== null && allowed.includes(target) ? target : null;
  });
}

async function plan(core: Core, settings: ImportSettings) {
  const file = core.tickets.incoming(settings.ticket);
  const table = await readTable(file, settings);
  const header = headerPlace(table.rows, settings.kind, settings.hasHeader);
  const rows = table.rows.slice(header + 1);
  const width = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const headers = Array.from({ length: Math.min(width, mostColumns) }, (_, at) =>
    header < 0 ? '' : (table.rows[header]?.cells[at] ?? '').replaceAll(/\s+/gu, ' ').trim(),
  );
  const mapping = mappingFor(settings.kind, headers, settings.mapping);
  const today = todayOf(core);
  const known = knownRecords(core.workspace(), core.ports.resources, today);
  const planned: Planned =
    settings.kind === 'people'
      ? { kind: 'people', rows: planPeople(rows, mapping, known, today) }
      : { kind: 'organisations', rows: planOrganisations(rows, mapping, known) };
  return { fileName: file.name, table, hasHeader: header >= 0, headers, mapping, rows, planned };
}

const asShown = ({ fields: _, ...row }: PlannedRow<unknown>) => row;

/** What an import would do; nothing is written. Throws what `readTable` throws, `ticketExpired`. */
export async function previewImport(core: Core, settings: ImportSettings): Promise<ImportPreview> {
  const { fileName, table, hasHeader, headers, mapping, rows, planned } = await plan(core, settings);
  const counts: Record<ImportOutcome, number> = { new: 0, update: 0, duplicate: 0, same: 0, error: 0 };
  const all: PlannedRow<unknown>[] = planned.rows;
  const shown: PlannedRow<unknown>[] = [];
  let wrong = 0;
  for (const [at, row] of all.entries()) {
    counts[row.outcome] += 1;
    if (row.problems.length > 0) wrong += 1;
    if (at < mostShown || (row.problems.length > 0 && wrong <= mostShown)) shown.push(row);
  }
  return {
    fileName,
    sheets: table.sheets,
    sheet: table.sheet,
    encoding: table.encoding,
    delimiter: table.delimiter,
    hasHeader,
    columns: headers.map((header, at) => ({
      header: header.slice(0, 200),
      samples: samplesOf(rows, at),
      target: mapping[at] ?? null,
    })),
    rows: shown.map(asShown),
    counts,
    total: all.length,
  };
}

/** The first different values of a column. */
function samplesOf(rows: readonly { cells: readonly string[] }[], at: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows.slice(0, 200)) {
    const text = (cells[at] ?? '').replaceAll(/\s+/gu, ' ').trim();
    if (text !== '') samples.add(text.slice(0, 80));
    if (samples.size === 3) break;
  }
  return [...samples];
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
  const isWanted = ({ line, outcome }: PlannedRow<unknown>) =>
    !skip.has(line) && (outcome === 'new' || outcome === 'update');
  const wanted = planned.rows.filter(isWanted);
  if (wanted.length === 0) throw new AppError('nothingToImport');
  const today = todayOf(core);
  core.workspace().ledger.write(author, { label: `directory.import.${settings.kind}` }, (w) => {
    if (planned.kind === 'people') writePeople(w, planned.rows.filter(isWanted), { today, before: addDays(today, -1) });
    else writeOrganisations(w, planned.rows.filter(isWanted));
  });
  const added = wanted.filter(({ outcome }) => outcome === 'new').length;
  return { added, updated: wanted.length - added, skipped: planned.rows.length - wanted.length };
}
