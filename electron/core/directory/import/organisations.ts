import type { ImportRemark } from '../../../../shared/contract/directory.ts';
import { foldName } from '../../../../shared/rules/fold.ts';
import { valuesOf, type Change, type PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import type { ListedOrganisation, OrganisationFields } from '../organisations.ts';
import type { Known } from './known.ts';
import { commonProblems } from './plan.ts';

export type OrganisationPlan = PlannedRow<Partial<OrganisationFields>>;

const plainFields = ['shortName', 'address', 'email', 'phone', 'website', 'note'] as const;
/** What an import only adds where there is nothing: it never renames, and somebody wrote the note. */
const onlyWhenEmpty: ReadonlySet<keyof OrganisationFields> = new Set(['shortName', 'note']);

function readKind(values: Record<string, string>, known: Known, problems: ImportRemark[]) {
  const text = values['kind'];
  if (text === undefined) return {};
  const kind = known.kindOf(text);
  if (kind !== null) return { kind };
  problems.push({ code: 'kindUnknown', params: { text }, column: 'kind' });
  return {};
}

function readTerritory(values: Record<string, string>, known: Known, problems: ImportRemark[]) {
  const text = values['territory'];
  if (text === undefined) return {};
  const [territory, ...others] = known.territoriesOf(text);
  if (territory !== undefined && others.length === 0) return { territory };
  if (territory === undefined) problems.push({ code: 'territoryUnknown', params: { text }, column: 'territory' });
  else {
    const list = [territory, ...others].slice(0, 5).map((code) => known.territoryWithin(code) || code);
    problems.push({ code: 'territoryAmbiguous', params: { text, list: list.join('; ') }, column: 'territory' });
  }
  return {};
}

/** What would change in the organisation that there is. */
function changesOf(fields: Partial<OrganisationFields>, existing: ListedOrganisation): Change[] {
  return (Object.keys(fields) as (keyof OrganisationFields)[])
    .filter((field) => field !== 'name' && (existing[field] ?? '') !== (fields[field] ?? ''))
    .filter((field) => !onlyWhenEmpty.has(field) || existing[field] === '')
    .map((field) => ({ field, from: existing[field] ?? '', to: fields[field] ?? '' }));
}

/** What importing these rows as organisations would do; equal by normalised name is the same organisation. */
export function planOrganisations(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  known: Known,
): OrganisationPlan[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const values = valuesOf(row, mapping);
    const problems = commonProblems(values);
    const name = values['name'] ?? values['shortName'] ?? '';
    if (name === '' || foldName(name) === '') problems.push({ code: 'cellEmpty', params: {}, column: 'name' });
    const fields: Partial<OrganisationFields> = {
      name,
      ...readKind(values, known, problems),
      ...readTerritory(values, known, problems),
    };
    for (const field of plainFields) if (values[field] !== undefined) fields[field] = values[field];
    const plan = { line: row.line, values, problems, notes: [], changes: [], existing: null, fields };
    if (problems.length > 0) return { ...plan, outcome: 'error' };
    const key = `${foldName(name)} @ ${fields.territory ?? ''}`;
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push({ code: 'sameAsLine', params: { line: before }, column: 'name' });
      return { ...plan, outcome: 'duplicate' };
    }
    seen.set(key, row.line);
    const existing = known.organisation(name, fields.territory ?? null);
    if (!existing) return { ...plan, outcome: 'new' };
    const changes = changesOf(fields, existing);
    const changed = new Set(changes.map(({ field }) => field));
    return {
      ...plan,
      changes,
      fields: Object.fromEntries(Object.entries(fields).filter(([field]) => changed.has(field))),
      outcome: changes.length > 0 ? 'update' : 'same',
      existing: { id: existing.id, name: existing.name },
    };
  });
}
