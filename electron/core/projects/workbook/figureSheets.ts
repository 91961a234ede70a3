import { currencyDigits } from '../../../../shared/rules/money.ts';
import type { List } from '../../reports/list.ts';
import { territoryByCode } from '../../directory/territories.ts';
import { readAll } from '../../statements.ts';
import { readIndicators } from '../indicators/read.ts';
import { readExpenses } from '../money/expenses.ts';
import { readProgramme } from '../money/programme.ts';
import { readMoney } from '../money/read.ts';
import { asNumber, inUnits, keyWords, listOf, type Row, type SheetContext } from './sheet.ts';

export function indicatorsSheet(context: SheetContext): List {
  const { reader, resources, project, today, say } = context;
  const rows = readIndicators(reader, resources, project.id, today).map(
    ({
      number,
      title,
      objective,
      unit,
      decimals,
      baseline,
      baselineOn,
      target,
      actual,
      frequency,
      source,
      note,
    }): Row => [
      number,
      title,
      objective,
      unit,
      asNumber(baseline, decimals),
      baselineOn,
      asNumber(target, decimals),
      asNumber(actual, decimals),
      say('indicatorFrequency', frequency),
      source,
      note,
    ],
  );
  return listOf(
    context,
    'indicators',
    [
      ['number', 'text'],
      ['indicator', 'text'],
      ['objective', 'text'],
      ['unit', 'text'],
      ['baseline', 'number'],
      ['baselineOn', 'date'],
      ['target', 'number'],
      ['actual', 'number'],
      ['frequency', 'text'],
      ['source', 'text'],
      ['note', 'text'],
    ],
    rows,
  );
}

interface StoredValue {
  title: string;
  unit: string;
  decimals: number;
  disaggregation: string;
  period: string;
  territory: string;
  key: string;
  value: number | null;
  source: string;
  note: string;
}

export function valuesSheet(context: SheetContext): List {
  const { reader, resources, project, language } = context;
  const rows = readAll<StoredValue>(
    reader,
    `SELECT i.title, i.unit, coalesce(i.decimals, 0) AS decimals, i.disaggregation, v.period, v.territory, v.key, v.value,
       v.source, v.note
     FROM indicator i CROSS JOIN indicator_value v ON v.indicatorId = i.id
     WHERE i.projectId = ? AND i.removed = 0 AND v.removed = 0
     ORDER BY i.sortKey, i.id, v.period, v.territory, v.key, v.id`,
    project.id,
  ).map((row): Row => [
    row.title,
    row.period,
    row.territory === '' ? '' : (territoryByCode(resources, row.territory, language)?.name ?? row.territory),
    keyWords(context, row.disaggregation, row.key),
    asNumber(row.value, row.decimals),
    row.unit,
    row.source,
    row.note,
  ]);
  return listOf(
    context,
    'values',
    [
      ['indicator', 'text'],
      ['period', 'text'],
      ['territory', 'text'],
      ['key', 'text'],
      ['value', 'number'],
      ['unit', 'text'],
      ['source', 'text'],
      ['note', 'text'],
    ],
    rows,
  );
}

const currenciesIn = (rows: readonly { currency: string }[]): string[] =>
  [...new Set(rows.map(({ currency }) => currency))].toSorted();

/** Digits that every sum of a column is shown with: as many as the finest of its currencies has. */
const digitsOf = (currencies: readonly string[]): number => Math.max(0, ...currencies.map(currencyDigits));

/** Funders, budget lines and expenses; each sum beside its currency, one total for each currency. */
export function moneySheets(context: SheetContext): List[] {
  const { reader, project, column, say } = context;
  const { funders, lines } = readMoney(reader, project.id);
  const currencies = currenciesIn(funders);
  const digits = digitsOf(currencies);
  const total = (columns: number[], by: number, words: string[]): List['totals'] => ({
    label: column('total'),
    columns,
    by: { column: by, words },
  });
  const funderSheet = listOf(
    context,
    'funders',
    [
      ['funder', 'text'],
      ['agreement', 'text'],
      ['signedOn', 'date'],
      ['currency', 'text'],
      ['granted', 'number', digits],
      ['planned', 'number', digits],
      ['committed', 'number', digits],
      ['spent', 'number', digits],
    ],
    funders.map(({ name, agreement, signedOn, currency, amount, planned, committed, spent }) => [
      name,
      agreement,
      signedOn,
      currency,
      inUnits(amount, currency),
      inUnits(planned, currency),
      inUnits(committed, currency),
      inUnits(spent, currency),
    ]),
    total([4, 5, 6, 7], 3, currencies),
  );
  const lineSheet = listOf(
    context,
    'budgetLines',
    [
      ['funder', 'text'],
      ['code', 'text'],
      ['title', 'text'],
      ['category', 'text'],
      ['line', 'text'],
      ['currency', 'text'],
      ['planned', 'number', digits],
      ['committed', 'number', digits],
      ['spent', 'number', digits],
      ['balance', 'number', digits],
      ['note', 'text'],
    ],
    lines.map(({ funder, code, title, category, line, currency, amount, committed, spent, balance, note }) => [
      funder,
      code,
      title,
      say('budgetCategory', category),
      line,
      currency,
      inUnits(amount, currency),
      inUnits(committed, currency),
      inUnits(spent, currency),
      inUnits(balance, currency),
      note,
    ]),
    total([6, 7, 8, 9], 5, currenciesIn(lines)),
  );
  const expenses = readExpenses(reader, project.id);
  const expenseDigits = digitsOf(currenciesIn(expenses));
  const expenseSheet = listOf(
    context,
    'expenses',
    [
      ['date', 'date'],
      ['kind', 'text'],
      ['budgetLine', 'text'],
      ['funder', 'text'],
      ['document', 'text'],
      ['payee', 'text'],
      ['amount', 'number', expenseDigits],
      ['currency', 'text'],
      ['rate', 'number'],
      ['inLine', 'number', digits],
      ['lineCurrency', 'text'],
      ['activity', 'text'],
      ['note', 'text'],
    ],
    expenses.map((row) => [
      row.spentOn,
      say('expenseKind', row.kind),
      row.budgetLine,
      row.funder,
      row.document,
      row.payee,
      inUnits(row.amount, row.currency),
      row.currency,
      asNumber(row.rate, 6),
      inUnits(row.inLine, row.lineCurrency),
      row.lineCurrency,
      row.activity,
      row.note,
    ]),
  );
  return [funderSheet, lineSheet, expenseSheet];
}

/** The annex of an oblast programme: values by year as they are printed, sums by year as numbers. */
export function programmeSheet(context: SheetContext): List {
  const { reader, project, column, sheet } = context;
  const { currency, years, tasks } = readProgramme(reader, project.id);
  const digits = currencyDigits(currency);
  const text = (key: string): List['columns'][number] => ({ header: column(key), kind: 'text' });
  const rows = tasks.map(({ task, indicatorText, unit, measure, responsible, moneySource, years: own }): Row => {
    const of = new Map(own.map((each) => [each.year, each]));
    return [
      task,
      indicatorText,
      unit,
      ...years.map((year) => of.get(year)?.value ?? ''),
      measure,
      responsible,
      moneySource,
      ...years.map((year) => inUnits(of.get(year)?.amount ?? null, currency)),
    ];
  });
  const first = 6 + years.length;
  return {
    title: sheet('programme'),
    columns: [
      text('task'),
      text('indicator'),
      text('unit'),
      // A value that is a number is one; «не менше 5» stays text.
      ...years.map((year) => ({ header: column('valueOf', { year }), kind: 'number' as const })),
      text('measure'),
      text('responsible'),
      text('moneySource'),
      ...years.map((year) => ({ header: column('amountOf', { year, currency }), kind: 'number' as const, digits })),
    ],
    rows,
    totals: { label: column('total'), columns: years.map((_, index) => first + index) },
  };
}
