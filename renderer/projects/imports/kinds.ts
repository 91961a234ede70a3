import { projectImportTargets, type ProjectImportKind } from '../../../shared/contract/projectImport.ts';
import { addressOfView } from '../views.ts';

export const importKinds = Object.keys(projectImportTargets) as ProjectImportKind[];

export const isImportKind = (value: unknown): value is ProjectImportKind => importKinds.some((kind) => kind === value);

type KindOf = {
  /** What a row is about; these columns stand first. */
  naming: readonly string[];
  /** What else is shown at once. */
  foremost: readonly string[];
  /** One of each of these sets must be among the columns. */
  needed: readonly (readonly string[])[];
};

export const kindsOf: Record<ProjectImportKind, KindOf> = {
  activities: {
    naming: ['title', 'number'],
    foremost: ['kind', 'from', 'territory'],
    needed: [['title']],
  },
  registrationSheet: {
    naming: ['profession'],
    foremost: ['sex', 'age', 'ageBand', 'country'],
    needed: [['sex', 'age', 'ageBand', 'profession', 'country']],
  },
  participants: {
    naming: ['activity', 'key'],
    foremost: ['dimension', 'people'],
    needed: [['activity'], ['people']],
  },
  indicatorValues: {
    naming: ['indicator', 'period'],
    foremost: ['territory', 'key', 'value'],
    needed: [['indicator'], ['period'], ['value']],
  },
  budgetLines: {
    naming: ['title', 'funder'],
    foremost: ['category', 'amount', 'currency'],
    needed: [['title', 'code']],
  },
  expenses: {
    naming: ['budgetLine', 'date'],
    foremost: ['kind', 'document', 'payee', 'amount'],
    needed: [['budgetLine'], ['amount']],
  },
};

/** Whether the columns chosen say enough of each row. */
export const suffices = (kind: ProjectImportKind, targets: readonly (string | null)[]): boolean =>
  kindsOf[kind].needed.every((some) => some.some((target) => targets.includes(target)));

/** Where what was imported is to be seen: the people of a sheet are counted in its activity. */
export const listOf = (kind: ProjectImportKind, projectId: string, activityId: string | null): string => {
  if (kind === 'indicatorValues') return addressOfView(projectId, 'indicators');
  if (kind === 'budgetLines' || kind === 'expenses') return addressOfView(projectId, 'money');
  const activities = addressOfView(projectId, 'activities');
  return activityId === null ? activities : `${activities}?activity=${activityId}`;
};
