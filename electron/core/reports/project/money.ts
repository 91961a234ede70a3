import { moneyBars } from '../../../../shared/charts/rowBars.ts';
import type { MoneyView } from '../../../../shared/contract/projects.ts';
import { currencyMark, formatAmount, formatMoney } from '../../../../shared/rules/money.ts';
import type { Block } from '../paper/sheet.ts';
import { totalCell, type Cell, type Column, type Row } from '../paper/tables.ts';
import { oneLine } from '../paper/typography.ts';
import { orDash, record, stacked, titledTable, words } from './blocks.ts';
import type { Desk } from './desk.ts';
import { said } from '../paper/paper.ts';

/** Spent within the period of a report, minor units of the funder's currency, by funder. */
export type SpentInPeriod = ReadonlyMap<string, number>;

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * Who granted what: the grant as it was agreed, else the sum of its lines. A total for each currency, and one of all in the
 * project's currency where there are several and every rate is known.
 */
export function grantsTable(desk: Desk, money: MoneyView): Block[] {
  const { paper } = desk;
  const { t, form } = paper;
  const granted = money.funders.map(({ amount, planned }) => amount ?? planned);
  // A sum that nobody has entered is not nothing.
  const sumOrDash = (sum: number, currency: string): string => (sum === 0 ? '–' : formatMoney(sum, currency, form));
  const agreed = money.funders.some(({ agreement }) => oneLine(agreement) !== '');
  const currencies = [...new Set(money.funders.map(({ currency }) => currency))];
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.funder'), share: 44 },
      ...(agreed ? [{ title: t('project.column.agreement'), share: 30 }] : []),
      { title: t('project.column.granted'), share: 26, align: 'right' },
    ],
    money.funders.length === 0
      ? []
      : [
          ...money.funders.map((one, index): Row => [
            record(one.name),
            ...(agreed ? [orDash(oneLine(one.agreement))] : []),
            words(sumOrDash(granted[index] ?? 0, one.currency)),
          ]),
          ...currencies.map((currency): Row => [
            totalCell(paper, t('column.together')),
            ...(agreed ? [words('')] : []),
            totalCell(
              paper,
              sumOrDash(sumOf(granted.filter((_, index) => money.funders[index]?.currency === currency)), currency),
              'right',
            ),
          ]),
        ],
  );
}

/** One currency stands above the table, several in a column of their own. */
const unitOf = ({ paper }: Desk, currencies: readonly string[]): { title: string; several: boolean } => {
  const [only] = new Set(currencies);
  const several = new Set(currencies).size > 1;
  return {
    title: several || only === undefined ? '' : paper.t('project.sumsIn', { currency: currencyMark(only, paper.form) }),
    several,
  };
};

interface Sums {
  planned: number;
  committed: number;
  spent: number;
}

interface Figures extends Sums {
  inPeriod: number;
}

/** No expense of any kind stands in the records. */
const noneSpent = ({ lines }: MoneyView): boolean => lines.every(({ expenses }) => expenses === 0);

/** Planned, committed, spent and what is left, by funder; in the period too, where the report has one. */
export function fundersTable(desk: Desk, money: MoneyView, spent: SpentInPeriod | null): Block[] {
  const { paper } = desk;
  const { t, form } = paper;
  // A balance of all that was granted would say that nothing was spent, when nobody has entered what was.
  if (noneSpent(money)) return money.funders.length === 0 ? [] : [paper.line('Note', t('project.noneSpent'))];
  const unit = unitOf(
    desk,
    money.funders.map(({ currency }) => currency),
  );
  const committed = money.funders.some((one) => one.committed !== 0);
  const inPeriod = (id: string): number => spent?.get(id) ?? 0;
  const cells = (currency: string, figures: Figures, cell: (text: string) => Cell): Cell[] => {
    const text = (amount: number): Cell => cell(formatAmount(amount, currency, form));
    return [
      ...(unit.several ? [cell(currencyMark(currency, form))] : []),
      text(figures.planned),
      ...(spent === null ? [] : [text(figures.inPeriod)]),
      text(figures.spent),
      ...(committed ? [text(figures.committed)] : []),
      text(figures.planned - figures.spent - figures.committed),
    ];
  };
  const amount = (title: string): Column => ({ title, share: 18, align: 'right' });
  return titledTable(
    paper,
    unit.title,
    [
      { title: t('project.column.funder'), share: unit.several ? 20 : 26 },
      ...(unit.several ? [{ title: t('project.column.currency'), share: 10, align: 'right' } satisfies Column] : []),
      amount(t('project.column.plannedMoney')),
      ...(spent === null ? [] : [amount(t('project.column.spentInPeriod'))]),
      amount(t('project.column.spent')),
      ...(committed ? [amount(t('project.column.committed'))] : []),
      amount(t('project.column.balance')),
    ],
    money.funders.length === 0
      ? []
      : [
          ...money.funders.map((one): Row => [
            record(one.name),
            ...cells(one.currency, { ...one, inPeriod: inPeriod(one.id) }, words),
          ]),
          ...money.totals.map(({ currency, ...sums }): Row => [
            totalCell(paper, t('column.together')),
            ...cells(
              currency,
              {
                ...sums,
                inPeriod: sumOf(money.funders.filter((one) => one.currency === currency).map(({ id }) => inPeriod(id))),
              },
              (text) => totalCell(paper, text, 'right'),
            ),
          ]),
        ],
  );
}

export const categoriesTable = (desk: Desk, money: MoneyView): Block[] => {
  const { paper, Word } = desk;
  if (noneSpent(money)) return [];
  const { t, form } = paper;
  // Without what is yet to be paid a reader could not reckon the balance from the row.
  const withCommitted = money.categories.some(({ committed }) => committed !== 0);
  const cells = (currency: string, { planned, committed, spent }: Sums, cell: (text: string) => Cell): Cell[] =>
    [planned, spent, ...(withCommitted ? [committed] : []), planned - spent - committed].map((amount) =>
      cell(formatMoney(amount, currency, form)),
    );
  const amount = (title: string): Column => ({ title, share: withCommitted ? 18 : 22, align: 'right' });
  return titledTable(
    paper,
    t('project.byCategory'),
    [
      { title: t('project.column.category'), share: withCommitted ? 28 : 34 },
      amount(t('project.column.plannedMoney')),
      amount(t('project.column.spent')),
      ...(withCommitted ? [amount(t('project.column.committed'))] : []),
      amount(t('project.column.balance')),
    ],
    money.categories.length === 0
      ? []
      : [
          ...money.categories.map(({ category, currency, ...sums }): Row => [
            words(Word('budgetCategory', category)),
            ...cells(currency, sums, words),
          ]),
          ...money.totals.map(({ currency, ...sums }): Row => [
            totalCell(paper, t('column.together')),
            ...cells(currency, sums, (text) => totalCell(paper, text, 'right')),
          ]),
        ],
  );
};

/** What was granted, line by line; for the passport. */
export const budgetTable = (desk: Desk, money: MoneyView): Block[] => {
  const { paper, word } = desk;
  const { t, form } = paper;
  return titledTable(
    paper,
    t('project.budgetLines'),
    [
      { title: t('project.column.budgetLine'), share: 44 },
      { title: t('project.column.funder'), share: 32 },
      { title: t('project.column.plannedMoney'), share: 24, align: 'right' },
    ],
    money.lines.map(({ code, title, category, funder, amount, currency }) => [
      stacked(paper, [
        [said([oneLine(code), oneLine(title)].filter(Boolean).join(' '))],
        [word('budgetCategory', category)],
      ]),
      record(funder),
      words(amount === null ? '–' : formatMoney(amount, currency, form)),
    ]),
  );
};

/** In one currency where there are several, with what it was reckoned by; a word where a rate is missing. */
export function totalLines(desk: Desk, money: MoneyView): Block[] {
  const { paper } = desk;
  const { t, form } = paper;
  const several = new Set([money.currency, ...money.funders.map(({ currency }) => currency)]).size > 1;
  if (!several) return [];
  if (money.total === null)
    return [paper.line('Note', t('project.missingRates', { list: money.missingRates.join(', ') }))];
  const text = (amount: number): string => formatMoney(amount, money.currency, form);
  return [
    paper.line('Note', t('project.totalMoney', { planned: text(money.total.planned), spent: text(money.total.spent) })),
    ...money.rates.map(({ currency, rate, ratedOn, source }) =>
      paper.line('Note', [
        t('project.rate', { currency, rate: rateText(rate, form), own: money.currency }),
        ratedOn === null ? '' : `, ${ratedOn.split('-').toReversed().join('.')}`,
        oneLine(source) === '' ? '' : ', ',
        said(oneLine(source)),
      ]),
    ),
  ];
}

/** 1 EUR = 43,215000 → 43,215 */
const rateText = (rate: number, form: string): string =>
  (rate / 1_000_000)
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace('.', form === 'en' ? '.' : ',');

export function moneyChart(desk: Desk, money: MoneyView): Block[] {
  const { paper, chartWidth } = desk;
  const { t, form } = paper;
  if (noneSpent(money)) return [];
  const bars = money.funders.filter(({ planned, spent }) => planned > 0 || spent > 0);
  if (bars.length === 0) return [];
  return [
    desk.chart(
      moneyBars({
        width: chartWidth,
        bars: bars.map(({ name, currency, planned, committed, spent }) => ({
          label: oneLine(name),
          currency,
          planned,
          committed,
          spent,
        })),
        format: (amount, currency) => formatMoney(amount, currency, form),
        words: {
          planned: t('project.chart.plannedMoney'),
          committed: t('project.chart.committed'),
          spent: t('project.chart.spent'),
        },
      }),
      t('project.chart.money'),
    ),
  ];
}
