import { useTranslation } from 'react-i18next';
import type { TimelineBar } from '../../../shared/contract/activityViews.ts';
import { formatDay, type IsoDay } from '../../../shared/dates.ts';
import { monthNames } from '../../../shared/calendarNames.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { daysOf, periodText } from '../activities/days.ts';
import type { Column, ScaleUnit } from './scale.ts';
import type { Span, TimelineRow } from './rows.ts';

const roman = ['I', 'II', 'III', 'IV'];

export type TimelineWords = {
  title: (row: TimelineRow) => string;
  /** How far the end is from its baseline; the days themselves where there is no baseline. */
  deviation: (bar: TimelineBar) => string;
  /** The whole bar in words, for a tooltip and a screen reader. */
  bar: (bar: TimelineBar, span: Span | null) => string;
  span: (span: Span | null) => string;
  column: (column: Column, unit: ScaleUnit) => string;
  head: (column: Column, unit: ScaleUnit) => string;
};

/** What the timeline says. */
export const useWords = (projectTitle: string): TimelineWords => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const span = (period: Span | null): string => (period === null ? t('timeline.noDays') : periodText(period, language));
  const short = (from: IsoDay, until: IsoDay): string =>
    from === until
      ? formatDay(from, language)
      : `${formatDay(from, language, 'short')}–${formatDay(until, language, 'short')}`;
  const deviation = (bar: TimelineBar): string => {
    if (bar.deviation === null) {
      const { from, until } = daysOf(bar);
      return from === null || until === null ? '' : short(from, until);
    }
    if (bar.deviation === 0) return t('timeline.onTime');
    return t(bar.deviation > 0 ? 'timeline.after' : 'timeline.before', { count: Math.abs(bar.deviation) });
  };
  return {
    title: (row) => {
      if (row.kind === 'project') return projectTitle;
      if (row.kind === 'line') return row.title === '' ? t('activity.noLine') : row.title;
      return row.bar.title;
    },
    deviation,
    span,
    bar: (bar, days) => {
      const kind =
        bar.activityKind === null ? t('timeline.milestone') : t(`vocabulary:activityKind.${bar.activityKind}`);
      const { baselineFrom, baselineUntil } = bar;
      const baseline = periodText({ from: baselineFrom, until: baselineUntil ?? baselineFrom }, language);
      return [
        kind,
        t(`vocabulary:activityState.${bar.state}`),
        span(days),
        baseline === '' ? '' : t('activity.baselineWas', { period: baseline }),
        bar.deviation === null ? '' : deviation(bar),
        bar.participants === null ? '' : t('timeline.participants', { count: bar.participants }),
      ]
        .filter(Boolean)
        .join(', ');
    },
    column: ({ day }, unit) => {
      const month = Number(day.slice(5, 7));
      if (unit === 'week') return formatDay(day, language, 'short');
      const name = monthNames[language][month - 1] ?? '';
      // rugpjūtis, rugsėjis: three letters would be the same
      if (unit === 'month') return name.slice(0, name.startsWith('rug') ? 4 : 3);
      const quarter = (month + 2) / 3;
      return t('timeline.quarter', {
        number: language === 'uk' || language === 'lt' ? (roman[quarter - 1] ?? '') : quarter,
      });
    },
    head: ({ day }, unit) => (unit === 'week' ? formatDay(day, language, 'month') : day.slice(0, 4)),
  };
};
