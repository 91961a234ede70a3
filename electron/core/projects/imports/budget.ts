import { foldName, foldText } from '../../../../shared/rules/fold.ts';
import { formatMoney, isCurrency } from '../../../../shared/rules/money.ts';
import { budgetCategories, type BudgetCategory } from '../../../../shared/vocabulary.ts';
import type { Change, PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import { readAll } from '../../statements.ts';
import { finder, linesOf, type ImportContext } from './context.ts';
import { firstLines, readRow, type RowReader } from './rowReader.ts';
import { vocabularyReader } from './words.ts';

export interface BudgetCells {
  funderId: string;
  code: string;
  title: string;
  category: BudgetCategory;
  lineId: string | null;
  amount: number | null;
  note: string;
}
export type BudgetPlan = PlannedRow<Partial<BudgetCells>>;

interface Funder {
  id: string;
  currency: string;
  names: string[];
}

const fundersOf = ({ reader, project }: ImportContext): Funder[] =>
  readAll<{ id: string; currency: string; nameText: string; name: string; shortName: string }>(
    reader,
    `SELECT f.id, f.currency, f.nameText, coalesce(o.name, '') AS name, coalesce(o.shortName, '') AS shortName
     FROM funder f LEFT JOIN organisation o ON o.id = f.organisationId
     WHERE f.projectId = ? AND f.removed = 0 ORDER BY f.sortKey, f.id`,
    project.id,
  ).map(({ id, currency, nameText, name, shortName }) => ({
    id,
    currency,
    names: [nameText, name, shortName].map(foldName).filter(Boolean),
  }));

const signs = new Map([
  ['грн', 'UAH'],
  ['грн.', 'UAH'],
  ['₴', 'UAH'],
  ['€', 'EUR'],
  ['євро', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
]);

/** The code of a currency as people write it: its code in any case, or a sign that means one currency only. */
export function currencyOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : (signs.get(text.trim().toLowerCase()) ?? null);
}

/** The currency that a cell names; the other one where it names none. Null with a problem for an unknown one. */
export function readCurrency(row: RowReader, otherwise: string): string | null {
  if (!row.has('currency')) return otherwise;
  const found = currencyOf(row.text('currency'));
  return found ?? row.problem('currencyUnknown', 'currency', { currency: row.text('currency').slice(0, 40) });
}

type Stored = BudgetCells & { id: string };

const fieldNames = ['title', 'category', 'lineId', 'amount', 'note'] as const;

/** What importing these rows as budget lines would do; the same funder and code (else title) is the same line. */
export function planBudgetLines(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  context: ImportContext,
): BudgetPlan[] {
  const { reader, resources, project, language } = context;
  const funders = fundersOf(context);
  const findLine = finder(linesOf(reader, project.id));
  const readCategory = vocabularyReader(resources, 'budgetCategory', budgetCategories);
  const known = new Map<string, Stored>();
  const keysOf = ({ funderId, code, title }: Pick<BudgetCells, 'funderId' | 'code' | 'title'>): string =>
    code.trim() === '' ? `${funderId}|title|${foldName(title)}` : `${funderId}|code|${foldText(code)}`;
  for (const row of readAll<Stored>(
    reader,
    `SELECT b.id, b.funderId, b.code, b.title, b.category, b.lineId, b.amount, b.note
     FROM budget_line b JOIN funder f ON f.id = b.funderId AND f.removed = 0
     WHERE b.projectId = ? AND b.removed = 0 ORDER BY b.sortKey DESC, b.id DESC`,
    project.id,
  ))
    known.set(keysOf(row), row);

  const funderFor = (row: RowReader): Funder | undefined => {
    const text = row.text('funder');
    if (text === '' && funders.length === 1) return funders[0];
    if (text === '') {
      row.problem('cellEmpty', 'funder');
      return undefined;
    }
    const found = funders.filter(({ names }) => names.includes(foldName(text)));
    if (found.length !== 1) row.problem('funderUnknown', 'funder', { text: text.slice(0, 200) });
    return found.length === 1 ? found[0] : undefined;
  };
  const shown = (field: (typeof fieldNames)[number], value: string | number | null, currency: string): string =>
    field === 'amount' && typeof value === 'number' ? formatMoney(value, currency, language) : String(value ?? '');

  const firstLine = firstLines();
  return rows.map((tableRow) => {
    const row = readRow(tableRow, mapping, context);
    const funder = funderFor(row);
    if (!row.has('title') && !row.has('code')) row.problem('cellEmpty', 'title');
    const currency = readCurrency(row, funder?.currency ?? project.currency);
    if (funder && currency !== null && currency !== funder.currency)
      row.problem('currencyForeign', 'currency', { currency, expected: funder.currency });
    const lines = row.has('line') ? findLine(row.text('line')) : [];
    if (row.has('line') && lines.length !== 1)
      row.problem('lineUnknown', 'line', { text: row.text('line').slice(0, 200) });
    const amount = currency === null ? null : row.money('amount', currency);
    if (amount !== null && amount < 0) row.problem('amountNegative', 'amount');
    const cells: BudgetCells = {
      funderId: funder?.id ?? '',
      code: row.text('code'),
      title: row.text('title'),
      category: row.word('category', readCategory, 'categoryUnknown') ?? 'other',
      lineId: lines[0]?.id ?? null,
      amount,
      note: row.text('note'),
    };
    const key = keysOf(cells);
    const same = row.problems.length > 0 ? undefined : firstLine(key, row.line);
    const existing = row.problems.length > 0 || same !== undefined ? undefined : known.get(key);
    if (!existing) return row.planned<Partial<BudgetCells>>(cells, { same, existing: null, changes: [] });
    const says = { title: 'title', category: 'category', lineId: 'line', amount: 'amount', note: 'note' } as const;
    const changed = fieldNames.filter(
      (field) => row.has(says[field]) && cells[field] !== existing[field] && (field !== 'note' || existing.note === ''),
    );
    const changes = changed.map((field): Change => ({
      field: says[field],
      from: shown(field, existing[field], funder?.currency ?? ''),
      to: field === 'lineId' ? row.text('line') : shown(field, cells[field], funder?.currency ?? ''),
    }));
    const fields: Partial<BudgetCells> = Object.fromEntries(changed.map((field) => [field, cells[field]]));
    return row.planned(fields, {
      same,
      existing: { id: existing.id, name: `${existing.code} ${existing.title}`.trim() },
      changes,
    });
  });
}
