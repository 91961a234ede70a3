import type * as z from 'zod';
import { importTargets, type importSettings, type ImportPreview } from '../../../../shared/contract/directory.ts';
import { today } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { guessMapping } from '../../../../shared/rules/csvSniff.ts';
import { foldName } from '../../../../shared/rules/fold.ts';
import type { Core } from '../../core.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/write.ts';
import { office, organisation, person } from '../tables.ts';
import { knownRecords } from './known.ts';
import { planOrganisations, type OrganisationPlan } from './organisations.ts';
import { planPeople, type PersonPlan } from './people.ts';
import { readTable } from './table.ts';

type Settings = z.infer<typeof importSettings>;
type Kind = Settings['kind'];

const mostShown = 500;

async function plan(core: Core, settings: Settings) {
  const table = await readTable(core.tickets.incoming(settings.ticket), settings);
  const header = settings.hasHeader ? (table.rows[0] ?? []) : [];
  const width = Math.max(...table.rows.map((row) => row.length));
  const headers = Array.from({ length: width }, (_, at) => header[at] ?? '');
  const allowed: readonly string[] = importTargets[settings.kind];
  const given = settings.mapping ?? guessMapping(headers, settings.kind);
  const mapping = headers.map((_, at) => {
    const target = given[at] ?? null;
    return target !== null && allowed.includes(target) ? target : null;
  });
  const rows = table.rows.map((cells, at) => ({ line: at + 1, cells })).slice(settings.hasHeader ? 1 : 0);
  const workspace = core.workspace();
  const known = knownRecords(workspace, core.ports.resources, today(new Date((core.ports.now ?? Date.now)())));
  const planned =
    settings.kind === 'people' ? planPeople(rows, mapping, known) : planOrganisations(rows, mapping, known);
  return { table, headers, mapping, rows, planned };
}

/** What an import would do; nothing is written. */
export async function previewImport(core: Core, settings: Settings): Promise<ImportPreview> {
  const { table, headers, mapping, rows, planned } = await plan(core, settings);
  const counts = { new: 0, update: 0, duplicate: 0, same: 0, error: 0 };
  for (const row of planned) counts[row.outcome] += 1;
  const shown = new Set([
    ...planned.slice(0, mostShown),
    ...planned.filter((row) => row.problems.length > 0).slice(0, mostShown),
  ]);
  return {
    sheets: table.sheets,
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns: headers.map((text, at) => ({
      header: text,
      samples: rows.slice(0, 3).map(({ cells }) => cells[at] ?? ''),
      target: mapping[at] ?? null,
    })),
    rows: planned
      .filter((row) => shown.has(row))
      .map(({ line, values, outcome, problems, existing }) => ({ line, values, outcome, problems, existing })),
    counts,
    total: planned.length,
  };
}

/** Does what the preview showed as one change set, so that one undo takes it all back. */
export async function runImport(
  core: Core,
  author: Author,
  settings: Settings & { mapping: (string | null)[]; skipLines: number[] },
) {
  const { planned } = await plan(core, settings);
  const skip = new Set(settings.skipLines);
  const wanted = planned.filter((row) => !skip.has(row.line) && (row.outcome === 'new' || row.outcome === 'update'));
  if (wanted.length === 0) throw new AppError('nothingToImport');
  core.workspace().ledger.write(author, { label: `directory.import.${settings.kind satisfies Kind}` }, (w) => {
    if (settings.kind === 'people') writePeople(w, wanted as PersonPlan[]);
    else writeOrganisations(w, wanted as OrganisationPlan[]);
  });
  const added = wanted.filter((row) => row.outcome === 'new').length;
  return { added, updated: wanted.length - added, skipped: planned.length - wanted.length };
}

function writeOrganisations(w: Writer, rows: readonly OrganisationPlan[]) {
  for (const { existing, fields } of rows) {
    if (existing) w.update(organisation, existing.id, fields);
    else w.insert(organisation, fields);
  }
}

function writePeople(w: Writer, rows: readonly PersonPlan[]) {
  const made = new Map<string, string>();
  const organisationId = (wanted: PersonPlan['fields']['organisation']): string | null => {
    if (wanted === null) return null;
    if ('id' in wanted) return wanted.id;
    const key = foldName(wanted.name);
    const id = made.get(key) ?? w.insert(organisation, { name: wanted.name });
    made.set(key, id);
    return id;
  };
  for (const { existing, fields } of rows) {
    const at = organisationId(fields.organisation);
    const id = existing?.id ?? w.insert(person, fields.person);
    if (existing) w.update(person, id, fields.person);
    if (fields.position !== null || (!existing && at !== null))
      w.insert(office, { personId: id, organisationId: at, position: fields.position ?? '' });
  }
}
