import type { ProgrammeTaskView } from '../../../../shared/contract/projects.ts';
import { currencyDigits, currencyMark } from '../../../../shared/rules/money.ts';
import { formatScaled } from '../../../../shared/rules/scaled.ts';
import type { Paper } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { ruledTable, totalCell, type Cell, type Column, type Row } from '../paper/tables.ts';
import { oneLine } from '../paper/typography.ts';
import { around, capital } from '../project/desk.ts';
import { orDash, record, words } from '../project/blocks.ts';
import { projectSheet, projectSignature } from '../project/head.ts';
import type { ProgrammeModel } from './model.ts';

/** Years beyond these have no room beside each other; each further group of years makes a table of its own. */
const mostYears = 5;

const sumOf = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);

/**
 * Thousands of a currency, exactly: as many decimals as the amount needs, at least one.
 * @param amount minor units
 */
export function thousands(amount: number, currency: string, form: Paper['form']): string {
  const decimals = currencyDigits(currency) + 3;
  const text = formatScaled(amount, decimals, form);
  const cut = text.replace(/0+$/, '');
  return /\d$/.test(cut) ? cut : `${cut}0`;
}

const groupsOf = (years: readonly number[]): number[][] =>
  years.length === 0
    ? [[]]
    : Array.from({ length: Math.ceil(years.length / mostYears) }, (_, index) =>
        years.slice(index * mostYears, (index + 1) * mostYears),
      );

function tableOf(paper: Paper, { programme }: ProgrammeModel, years: readonly number[], withTotals: boolean): Block {
  const { t, form } = paper;
  const { currency, tasks, totals, sources } = programme;
  const money = (amount: number): string => (amount === 0 ? '–' : thousands(amount, currency, form));
  const valueGroup = t('project.annexColumn.values');
  const moneyGroup = t('project.annexColumn.money', { currency: currencyMark(currency, form) });
  const columns: Column[] = [
    { title: t('project.column.number'), share: 4, align: 'center' },
    { title: t('project.annexColumn.task'), share: 17 },
    { title: t('project.annexColumn.indicator'), share: 14 },
    ...years.map((year): Column => ({ title: String(year), share: 6, align: 'center', group: valueGroup })),
    { title: t('project.annexColumn.measure'), share: 17 },
    { title: t('project.annexColumn.responsible'), share: 14 },
    { title: t('project.annexColumn.source'), share: 12 },
    ...(withTotals
      ? [{ title: t('project.annexColumn.all'), share: 9, align: 'right', group: moneyGroup } satisfies Column]
      : []),
    ...years.map((year): Column => ({ title: String(year), share: 8, align: 'right', group: moneyGroup })),
  ];
  const amountIn = (task: ProgrammeTaskView, year: number): number | null =>
    task.years.find((one) => one.year === year)?.amount ?? null;
  const row = (task: ProgrammeTaskView): Cell[] => {
    const unit = oneLine(task.unit);
    return [
      { paragraphs: [paper.line('Cell', [], { list: { of: 'rows' }, alignment: 'center' })] },
      record(task.task),
      record([oneLine(task.indicatorText), unit].filter((text) => text !== '').join(', ')),
      ...years.map((year) => orDash(oneLine(task.years.find((one) => one.year === year)?.value ?? ''))),
      record(task.measure),
      record(task.responsible),
      orDash(oneLine(task.moneySource)),
      ...(withTotals ? [words(money(sumOf(task.years.map(({ amount }) => amount))))] : []),
      ...years.map((year) => words(money(amountIn(task, year) ?? 0))),
    ];
  };
  // A total is the sum of what stands above it; nothing is rounded on the way.
  const total = (title: string, inAll: number, of: (year: number) => number): Row => [
    words(''),
    totalCell(paper, title),
    words(''),
    ...years.map(() => words('')),
    words(''),
    words(''),
    words(''),
    ...(withTotals ? [totalCell(paper, money(inAll), 'right')] : []),
    ...years.map((year) => totalCell(paper, money(of(year)), 'right')),
  ];
  const bySource = sources.filter(({ source, amount }) => source !== '' && amount !== 0);
  return ruledTable(
    paper,
    columns,
    [
      ...tasks.map(row),
      total(t('project.annexColumn.total'), sumOf(totals.map(({ amount }) => amount)), (year) =>
        sumOf(totals.filter((one) => one.year === year).map(({ amount }) => amount)),
      ),
      ...(bySource.length < 2
        ? []
        : bySource.map(({ source, amount }) =>
            total(capital(source, form), amount, (year) =>
              sumOf(tasks.filter((task) => task.moneySource.trim() === source).map((task) => amountIn(task, year))),
            ),
          )),
    ],
    { landscape: true },
  );
}

/** The annex of an oblast programme, on paper laid across. Layout: docs/forms/programme-annex.md. */
export function programmeSheet(paper: Paper, model: ProgrammeModel): Sheet {
  const { t, form } = paper;
  const { programme, project } = model;
  const about = around((title) => t('project.annexTo', { title }), project.title);
  const groups = groupsOf(programme.years);
  return {
    ...projectSheet(paper, model, 'name.programmeAnnex', ''),
    landscape: true,
    blocks: [
      // In Lithuanian an annex is named after what it belongs to: Programos „…“ priedas.
      paper.line('Addressee', form === 'lt' ? about : [capital(t('project.annex'), form), '\n', ...about], {
        // The mark of an annex stands at the upper right (DSTU 4163:2020, 5.21).
        indent: { left: 9500 },
      }),
      paper.line('Title', t('title.programmeAnnex'), { spacing: { before: 200, after: 120 } }),
      ...(programme.tasks.length === 0
        ? [paper.line('Body', t('project.noTasks'))]
        : groups.flatMap((years, index) => [
            ...(index === 0 ? [] : [paper.line('TableTitle', years.join(', '))]),
            tableOf(paper, model, years, index === groups.length - 1),
          ])),
      ...projectSignature(paper, model),
    ],
  };
}
