import { lineChart } from '../../../../shared/charts/lineChart.ts';
import { formatDay, type IsoDay } from '../../../../shared/dates.ts';
import type { Block } from '../paper/sheet.ts';
import type { PaperActivity } from './activities.ts';
import type { Desk } from './desk.ts';
import type { ProjectFrame } from './head.ts';

const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  while (months.length < mostMonths) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    months.push(name);
    if (name >= last) break;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
};

/** Twenty years: more would be a slip of the finger in a date. */
const mostMonths = 240;
const height = 200;

/** Activities planned and held until each month, running totals; what is held ends with the report. */
export function runningChart(
  desk: Desk,
  { activities, period }: ProjectFrame & { activities: readonly PaperActivity[]; period: { until: IsoDay } },
): Block[] {
  const { paper, chartWidth } = desk;
  const { t, form } = paper;
  const counted = activities.filter(({ status }) => status !== 'cancelled');
  const planned = counted.flatMap(({ plannedUntil, plannedFrom }) => {
    const day = plannedUntil ?? plannedFrom;
    return day === null ? [] : [day.slice(0, 7)];
  });
  const held = counted.flatMap(({ status, actualUntil, actualFrom, plannedUntil, plannedFrom }) => {
    const day = actualUntil ?? actualFrom ?? plannedUntil ?? plannedFrom;
    return status === 'held' && day !== null ? [day.slice(0, 7)] : [];
  });
  const last = period.until.slice(0, 7);
  const all = [...planned, ...held].toSorted();
  const first = all[0];
  if (first === undefined || all.length < 2) return [];
  const end = all.at(-1) ?? last;
  const months = monthsBetween(first, end);
  const until = (days: readonly string[], month: string): number => days.filter((day) => day <= month).length;
  if (months.length < 2) return [];
  return [
    paper.line('TableTitle', t('project.chart.running')),
    desk.chart(
      lineChart({
        width: chartWidth,
        height,
        points: months.map((month) => ({
          label: formatDay(`${month}-01`, form, 'numeric').replace(/^01\.|-01$|^01\//, ''),
          plan: until(planned, month),
          actual: month <= last ? until(held, month) : null,
        })),
        format: String,
        words: { plan: t('project.chart.plan'), actual: t('project.chart.held') },
      }),
      t('project.chart.running'),
    ),
  ];
}
