import type { PartName, PartPatch } from '../../../../shared/contract/projectParts.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { isSpokenLanguage } from '../../../../shared/rules/regionNames.ts';
import { makesCircle } from '../../../../shared/rules/objectiveTree.ts';
import { requireDay, requireText } from '../../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import { countryOfTerritory, requireCountry, requireGroup } from '../checks.ts';
import { requireAmount, requireCurrency } from '../money/checks.ts';
import type { ProjectRecord } from '../records.ts';
import { parts, type PartCells, type StoredPart } from './definitions.ts';

/** What a part is looked at with. */
export interface PartContext {
  reader: Reader;
  resources: string;
  project: ProjectRecord;
  today: IsoDay;
  /** The part as it is; null: it is new. */
  stored: StoredPart | null;
}

type Fields<P extends PartName> = Extract<PartPatch, { part: P }>['fields'];
type Maybe<T> = T | null | undefined;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A field as it will be: of the patch where it says so, else as it is. */
const becomes = (fields: PartCells, { stored }: PartContext, name: string): unknown =>
  fields[name] === undefined ? stored?.[name] : fields[name];

/** Throws `required`: it would be without the words by which it is known. */
function requireWords(fields: PartCells, context: PartContext, name: string) {
  if (context.stored === null || fields[name] !== undefined) requireText(text(fields[name]), name);
}

/** Throws `notFound`, or `otherProject` where it is a part of another project. */
function requireOwn(context: PartContext, entity: string, id: Maybe<string>, field: string) {
  if (!id) return;
  const sqlName = entity === 'activity' ? 'activity' : parts[entity as PartName].sqlName;
  const row = readOne<{ projectId: string }>(
    context.reader,
    `SELECT projectId FROM ${sqlName} WHERE id = ? AND removed = 0`,
    id,
  );
  const what = entity === 'activity' ? entity : parts[entity as PartName].entity;
  if (!row) throw new AppError('notFound', { what }, field);
  if (row.projectId !== context.project.id) throw new AppError('otherProject', {}, field);
}

/** Throws `code` where another part beside it has the same values. */
function requireSingle(
  { reader, stored }: PartContext,
  part: PartName,
  values: Record<string, string | null>,
  code: string,
  field: string,
) {
  const same = Object.keys(values)
    .map((column) => `${column} IS ?`)
    .join(' AND ');
  const twin = readOne(
    reader,
    `SELECT 1 FROM ${parts[part].sqlName} WHERE ${same} AND id <> ? AND removed = 0`,
    ...Object.values(values),
    stored?.id ?? '',
  );
  if (twin) throw new AppError(code, {}, field);
}

/** What has happened did so by today. Throws `dayMalformed`, `dayAhead`. */
function requirePast({ today }: PartContext, day: Maybe<string>, field: string) {
  requireDay(day, field);
  if (day && day > today) throw new AppError('dayAhead', {}, field);
}

function requirePlanned(amount: Maybe<number>) {
  requireAmount(amount, 'amount');
  if (amount !== null && amount !== undefined && amount < 0) throw new AppError('amountNegative', {}, 'amount');
}

/** Somebody of the directory or a name. Throws `required`. */
function requireSomebody(fields: PartCells, context: PartContext) {
  const named = ['organisationId', 'nameText'].some((name) => text(becomes(fields, context, name)).trim() !== '');
  if (!named) throw new AppError('required', {}, 'organisationId');
}

function soundPlace(context: PartContext, fields: Fields<'place'>): PartCells {
  const { resources, project, stored } = context;
  requireCountry(fields.country);
  let territory = text(becomes(fields, context, 'territory'));
  const within = countryOfTerritory(resources, territory);
  // Another country without another territory: the one that was there lies elsewhere.
  const moved = fields.country !== undefined && fields.territory === undefined && within !== undefined;
  if (moved && fields.country !== within) territory = '';
  const country = territory === '' ? text(becomes(fields, context, 'country')) : text(within);
  if (country === '') throw new AppError('required', {}, 'territory');
  requireSingle(context, 'place', { projectId: project.id, country, territory }, 'placeTwice', 'territory');
  return stored !== null && fields.country === undefined && fields.territory === undefined
    ? {}
    : { country, territory };
}

function soundPartner(context: PartContext, fields: Fields<'partner'>): PartCells {
  const { reader, resources, project, stored } = context;
  requireSomebody(fields, context);
  requireCountry(fields.country);
  const { organisationId } = fields;
  if (!organisationId) return fields;
  requireSingle(context, 'partner', { projectId: project.id, organisationId }, 'partnerTwice', 'organisationId');
  if (stored !== null || fields.country !== undefined) return fields;
  const territory = readOne<{ territory: string | null }>(
    reader,
    'SELECT territory FROM organisation WHERE id = ?',
    organisationId,
  )?.territory;
  return { ...fields, country: countryOfTerritory(resources, territory) ?? '' };
}

function soundObjective(context: PartContext, fields: Fields<'objective'>): PartCells {
  requireWords(fields, context, 'text');
  requireOwn(context, 'objective', fields.parentId, 'parentId');
  const { reader, project, stored } = context;
  if (!fields.parentId || stored === null) return fields;
  const rows = readAll<{ id: string; parentId: string | null }>(
    reader,
    'SELECT id, parentId FROM objective WHERE projectId = ? AND removed = 0',
    project.id,
  );
  if (makesCircle(rows, stored.id, fields.parentId)) throw new AppError('objectiveCircle', {}, 'parentId');
  return fields;
}

function soundTranslation(context: PartContext, fields: Fields<'translation'>): PartCells {
  const deliverableId = text(becomes(fields, context, 'deliverableId'));
  if (deliverableId === '') throw new AppError('required', {}, 'deliverableId');
  requireOwn(context, 'deliverable', fields.deliverableId, 'deliverableId');
  requireWords(fields, context, 'language');
  const language = text(becomes(fields, context, 'language'));
  if (fields.language !== undefined && !isSpokenLanguage(language))
    throw new AppError('languageUnknown', { text: language }, 'language');
  requireSingle(context, 'translation', { deliverableId, language }, 'translationTwice', 'language');
  requirePast(context, fields.doneOn, 'doneOn');
  return fields;
}

function soundIndicator(context: PartContext, fields: Fields<'indicator'>): PartCells {
  requireWords(fields, context, 'title');
  requireOwn(context, 'objective', fields.objectiveId, 'objectiveId');
  requireDay(fields.baselineOn, 'baselineOn');
  const { rule, ...others } = fields;
  if (rule === undefined) return others;
  if (rule !== null && 'territory' in rule) countryOfTerritory(context.resources, rule.territory, 'rule');
  if (rule !== null && 'groupId' in rule) requireGroup(context.reader, rule.groupId, 'rule');
  return { ...others, rule: rule === null ? '' : JSON.stringify(rule) };
}

const countExpenses = (reader: Reader, column: 'b.funderId' | 'b.id', id: string): number =>
  readOne<{ n: number }>(
    reader,
    `SELECT count(*) AS n FROM budget_line b JOIN expense e ON e.budgetLineId = b.id
     WHERE ${column} = ? AND b.removed = 0 AND e.removed = 0`,
    id,
  )?.n ?? 0;

/** How many commitments and payments stand against a funder's lines, or against one line. */
export const expensesOf = (reader: Reader, part: 'funder' | 'budgetLine', id: string): number =>
  countExpenses(reader, part === 'funder' ? 'b.funderId' : 'b.id', id);

function soundFunder(context: PartContext, fields: Fields<'funder'>): PartCells {
  const { reader, stored, project } = context;
  requireSomebody(fields, context);
  requireCurrency(fields.currency);
  requirePlanned(fields.amount);
  requireDay(fields.signedOn, 'signedOn');
  if (stored === null) return { currency: project.currency, ...fields };
  // What was spent has been counted in the currency that was there.
  if (fields.currency !== undefined && fields.currency !== stored['currency']) {
    const count = expensesOf(reader, 'funder', stored.id);
    if (count > 0) throw new AppError('funderHasExpenses', { count }, 'currency');
  }
  return fields;
}

const currencyOf = (reader: Reader, funderId: unknown): string | undefined =>
  readOne<{ currency: string }>(reader, 'SELECT currency FROM funder WHERE id = ?', text(funderId))?.currency;

function soundBudgetLine(context: PartContext, fields: Fields<'budgetLine'>): PartCells {
  const { reader, stored } = context;
  requireWords(fields, context, 'funderId');
  requireOwn(context, 'funder', fields.funderId, 'funderId');
  requireOwn(context, 'line', fields.lineId, 'lineId');
  requirePlanned(fields.amount);
  const moves = stored !== null && fields.funderId !== undefined && fields.funderId !== stored['funderId'];
  if (moves && currencyOf(reader, fields.funderId) !== currencyOf(reader, stored['funderId'])) {
    const count = expensesOf(reader, 'budgetLine', stored.id);
    if (count > 0) throw new AppError('budgetLineHasExpenses', { count }, 'funderId');
  }
  return fields;
}

function soundRate(context: PartContext, fields: Fields<'rate'>): PartCells {
  const { project } = context;
  requireWords(fields, context, 'currency');
  requireCurrency(fields.currency);
  if (context.stored === null && fields.rate === undefined) throw new AppError('required', {}, 'rate');
  requireDay(fields.ratedOn, 'ratedOn');
  const currency = text(becomes(fields, context, 'currency'));
  if (currency === project.currency) throw new AppError('rateOfOwnCurrency', { currency }, 'currency');
  const ratedOn = text(becomes(fields, context, 'ratedOn')) || null;
  requireSingle(context, 'rate', { projectId: project.id, currency, ratedOn }, 'rateTwice', 'currency');
  return fields;
}

/**
 * Looks whether a part may become so, and gives the columns to write. Throws, each at its field: `required`, `notFound`,
 * `otherProject`, `dayMalformed`, `dayAhead`, `countryUnknown`, `territoryUnknown`, `currencyUnknown`, `languageUnknown`,
 * `placeTwice`, `partnerTwice`, `translationTwice`, `rateTwice`, `rateOfOwnCurrency`, `objectiveCircle`,
 * `amountNegative`, `amountTooLarge`, `funderHasExpenses`, `budgetLineHasExpenses`.
 */
export function soundPart(context: PartContext, patch: PartPatch): PartCells {
  switch (patch.part) {
    case 'place':
      return soundPlace(context, patch.fields);
    case 'partner':
      return soundPartner(context, patch.fields);
    case 'objective':
      return soundObjective(context, patch.fields);
    case 'line':
      requireWords(patch.fields, context, 'title');
      requireOwn(context, 'objective', patch.fields.objectiveId, 'objectiveId');
      return patch.fields;
    case 'milestone':
      requireWords(patch.fields, context, 'title');
      requireOwn(context, 'line', patch.fields.lineId, 'lineId');
      requireDay(patch.fields.dueOn, 'dueOn');
      requireDay(patch.fields.baselineOn, 'baselineOn');
      requirePast(context, patch.fields.reachedOn, 'reachedOn');
      return patch.fields;
    case 'deliverable':
      requireWords(patch.fields, context, 'title');
      requireOwn(context, 'activity', patch.fields.activityId, 'activityId');
      requireDay(patch.fields.dueOn, 'dueOn');
      requirePast(context, patch.fields.doneOn, 'doneOn');
      return patch.fields;
    case 'translation':
      return soundTranslation(context, patch.fields);
    case 'risk':
      requireWords(patch.fields, context, 'title');
      requirePast(context, patch.fields.reviewedOn, 'reviewedOn');
      return patch.fields;
    case 'indicator':
      return soundIndicator(context, patch.fields);
    case 'funder':
      return soundFunder(context, patch.fields);
    case 'budgetLine':
      return soundBudgetLine(context, patch.fields);
    case 'rate':
      return soundRate(context, patch.fields);
    case 'programmeTask':
      if (!['task', 'measure'].some((name) => text(becomes(patch.fields, context, name)).trim() !== ''))
        throw new AppError('required', {}, 'task');
      return patch.fields;
  }
}
