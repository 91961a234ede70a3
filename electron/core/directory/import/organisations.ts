import { foldName } from '../../../../shared/rules/fold.ts';
import type { OrganisationKind } from '../../../../shared/vocabulary.ts';
import type { OrganisationFields } from '../organisations.ts';
import { commonProblems, valuesOf, type PlannedRow } from './plan.ts';
import type { Known } from './known.ts';

export type OrganisationPlan = PlannedRow<Partial<OrganisationFields>>;

const plainFields = ['name', 'shortName', 'address', 'email', 'phone', 'website', 'note'] as const;

/** What importing these rows as organisations would do; equal by normalised name is the same organisation. */
export function planOrganisations(
  rows: readonly { line: number; cells: readonly string[] }[],
  mapping: readonly (string | null)[],
  known: Known,
): OrganisationPlan[] {
  const seen = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const values = valuesOf(cells, mapping);
    const problems = commonProblems(values);
    const name = values['name'] ?? values['shortName'] ?? '';
    if (name === '') problems.push({ code: 'required', params: {}, column: 'name' });
    const fields: Partial<OrganisationFields> = {};
    for (const field of plainFields) if (values[field] !== undefined) fields[field] = values[field];
    if (name !== '') fields.name = name;
    if (values['kind'] !== undefined) {
      const kind = known.kindOf(values['kind']);
      if (kind === null) problems.push({ code: 'kindUnknown', params: { text: values['kind'] }, column: 'kind' });
      else fields.kind = kind satisfies OrganisationKind;
    }
    if (values['territory'] !== undefined) {
      const territory = known.territoryOf(values['territory']);
      if (territory === null)
        problems.push({ code: 'territoryUnknown', params: { text: values['territory'] }, column: 'territory' });
      else fields.territory = territory;
    }
    const plan = { line, values, problems, fields };
    if (problems.length > 0) return { ...plan, outcome: 'error', existing: null };
    const key = foldName(name);
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push({ code: 'sameAsLine', params: { line: before }, column: 'name' });
      return { ...plan, outcome: 'duplicate', existing: null };
    }
    seen.set(key, line);
    const existing = known.organisationByName(name);
    if (!existing) return { ...plan, outcome: 'new', existing: null };
    const differs = Object.entries(fields).filter(
      ([field, value]) =>
        field !== 'name' && field !== 'shortName' && existing[field as keyof typeof existing] !== value,
    );
    const shorter = fields.shortName !== undefined && existing.shortName === '' ? { shortName: fields.shortName } : {};
    const changes = { ...Object.fromEntries(differs), ...shorter };
    return {
      ...plan,
      fields: changes,
      outcome: Object.keys(changes).length > 0 ? 'update' : 'same',
      existing: { id: existing.id, name: existing.name },
    };
  });
}
