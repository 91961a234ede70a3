import { lineChart } from '../../../../shared/charts/lineChart.ts';
import { barsPlanActual } from '../../../../shared/charts/barsPlanActual.ts';
import type { IndicatorRow } from '../../../../shared/contract/projects.ts';
import { periodEnd, periodStart } from '../../../../shared/rules/indicatorPeriods.ts';
import { formatScaled } from '../../../../shared/rules/scaled.ts';
import { rollUp } from '../../../../shared/rules/summing.ts';
import { numericDay } from '../paper/meeting.ts';
import { said, type Paper } from '../paper/paper.ts';
import { periodName } from '../paper/register.ts';
import type { Block } from '../paper/sheet.ts';
import type { Column } from '../paper/tables.ts';
import { oneLine } from '../paper/typography.ts';
import { orDash, stacked, titled, titledTable, words } from './blocks.ts';
import type { Period } from './activities.ts';
import type { Desk } from './desk.ts';

const inside = (period: string, { from, until }: Period): boolean =>
  periodStart(period) >= from && periodEnd(period) <= until;

/** What was reached within a period, of values of shorter periods that lie in it, by the way of summing. */
export function reachedIn({ series, summing }: IndicatorRow, period: Period): number | null {
  const values = series
    .filter((one) => inside(one.period, period))
    .flatMap(({ value }) => (value === null ? [] : [value]));
  return rollUp(values, summing);
}

const share = (reached: number | null, target: number | null): string =>
  reached === null || target === null || target === 0 ? '–' : `${Math.round((reached / target) * 100)}\u00A0%`;

const figure = ({ paper }: Desk, { decimals }: IndicatorRow, value: number | null): string =>
  value === null ? '–' : formatScaled(value, decimals, paper.form);

const mostPeriods = 4;

/** What is to be measured, with the baseline and the target of each year; for the passport. */
export function plannedIndicators(desk: Desk, indicators: readonly IndicatorRow[]): Block[] {
  const { paper, word } = desk;
  const { t } = paper;
  const all = [...new Set(indicators.flatMap(({ targets }) => targets.map(({ period }) => period)))]
    .filter((period) => period !== 'all')
    .toSorted();
  const periods = all.length > mostPeriods ? [] : all;
  const ofTarget = t('project.column.target');
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.number'), share: 8, align: 'center' },
      { title: t('project.column.indicator'), share: 34 },
      { title: t('project.column.unit'), share: 15 },
      { title: t('project.column.baseline'), share: 15, align: 'center' },
      ...(periods.length === 0
        ? [{ title: ofTarget, share: 15, align: 'center' } satisfies Column]
        : [
            ...periods.map((period): Column => ({
              title: periodName(paper, period),
              share: 10,
              align: 'center',
              group: ofTarget,
            })),
            { title: t('project.column.all'), share: 11, align: 'center', group: ofTarget } satisfies Column,
          ]),
      { title: t('project.column.source'), share: 20 },
    ],
    indicators.map((one) => [
      words(one.number),
      titled(paper, one.title, one.objective),
      orDash(oneLine(one.unit)),
      words(figure(desk, one, one.baseline)),
      ...periods.map((period) =>
        words(figure(desk, one, one.targets.find((target) => target.period === period)?.value ?? null)),
      ),
      words(figure(desk, one, one.target)),
      stacked(paper, [
        one.rule === null
          ? oneLine(one.source) === ''
            ? []
            : [said(oneLine(one.source))]
          : [t('project.counted', { what: word('countedThing', one.rule.count) })],
        [word('indicatorFrequency', one.frequency)],
      ]),
    ]),
  );
}

/** What was reached: in the period of the report, where it has one, and until the day as of which they were read. */
export function reachedIndicators(desk: Desk, indicators: readonly IndicatorRow[], period: Period | null): Block[] {
  const { paper } = desk;
  const { t } = paper;
  const table = titledTable(
    paper,
    '',
    [
      { title: t('project.column.number'), share: 8, align: 'center' },
      { title: t('project.column.indicator'), share: 27 },
      { title: t('project.column.baseline'), share: 15, align: 'center' },
      { title: t('project.column.target'), share: 15, align: 'center' },
      ...(period === null
        ? []
        : [{ title: t('project.column.reachedInPeriod'), share: 15, align: 'center' } satisfies Column]),
      { title: t('project.column.reachedInAll'), share: 16, align: 'center' },
      { title: '%', share: 11, align: 'center' },
    ],
    indicators.map((one) => {
      return [
        words(one.number),
        titled(paper, one.title, one.unit),
        words(figure(desk, one, one.baseline)),
        words(figure(desk, one, one.target)),
        ...(period === null ? [] : [words(figure(desk, one, reachedIn(one, period)))]),
        words(figure(desk, one, one.actual)),
        words(share(one.actual, one.target)),
      ];
    }),
  );
  return [...table, ...countedNote(desk, indicators)];
}

/** Of which records the counted ones were counted, and until when. */
function countedNote({ paper, word }: Desk, indicators: readonly IndicatorRow[]): Block[] {
  const { t } = paper;
  const counted = indicators.flatMap(({ number, rule, counted: records }) =>
    rule === null || records === null
      ? []
      : [{ until: records.until, words: `${number} – ${word('countedThing', rule.count)} (${records.records})` }],
  );
  const [first] = counted;
  if (first === undefined) return [];
  const list = counted.map((one) => one.words).join('; ');
  return [paper.line('Note', t('project.countedOf', { date: numericDay(paper, first.until), list }))];
}

/** A period as it has room below an axis: a month by its numbers. */
const axisName = (paper: Paper, period: string): string => {
  const [year = '', part = ''] = period.split('-');
  if (!/^\d\d$/.test(part)) return periodName(paper, period);
  return paper.form === 'lt' ? period : `${part}.${year}`;
};

/** Charts of more indicators than these would fill pages that nobody reads; the table has them all. */
const mostCharts = 8;
const chartHeight = 190;

/** Plan against actual by period, for indicators that have more than one. */
export function indicatorCharts(desk: Desk, indicators: readonly IndicatorRow[]): Block[] {
  const { paper, chartWidth } = desk;
  const { t, form } = paper;
  return indicators
    .filter(({ series }) => series.filter(({ value, target }) => value !== null || target !== null).length > 1)
    .slice(0, mostCharts)
    .flatMap((one) => {
      const { series } = one;
      const format = (value: number): string => formatScaled(Math.round(value), one.decimals, form);
      const name = `${one.number}. ${oneLine(one.title)}`;
      const byPeriod = series.some(({ target }) => target !== null);
      const label = (period: string): string => axisName(paper, period);
      const chart =
        byPeriod && series.length <= 6
          ? barsPlanActual({
              width: chartWidth,
              height: chartHeight,
              bars: series.map(({ period, value, target }) => ({ label: label(period), plan: target, actual: value })),
              format,
              words: { plan: t('project.chart.plan'), actual: t('project.chart.actual') },
            })
          : lineChart({
              width: chartWidth,
              height: chartHeight,
              // Without targets of their own the periods run towards that of the whole project.
              points: series.map(({ period, value, target, running }) => ({
                label: label(period),
                plan: byPeriod ? target : one.target,
                actual: byPeriod ? value : running,
              })),
              format,
              words: {
                plan: byPeriod ? t('project.chart.plan') : t('project.chart.target'),
                actual: t('project.chart.actual'),
              },
            });
      return [
        paper.line('TableTitle', [
          `${one.number}. `,
          said(oneLine(one.title)),
          oneLine(one.unit) === '' ? '' : ', ',
          said(oneLine(one.unit)),
        ]),
        desk.chart(chart, t('project.chart.of', { name })),
      ];
    });
}
