import { useTranslation } from 'react-i18next';
import { dayParts, formatDay, type IsoDay } from '../../../shared/dates.ts';
import { PrintTable } from '../../ui/print/PrintTable.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import type { DayEntry } from './month.ts';

/**
 * The month as it is printed: every activity of every day. Its title and state stand where it begins and where a week
 * does, on its other days its number alone.
 */
export const MonthPaper = ({
  label,
  month,
  weeks,
  byDay,
  holidayOf,
}: {
  label: string;
  /** `YYYY-MM`: days of other months are told apart. */
  month: string;
  weeks: readonly (readonly IsoDay[])[];
  byDay: ReadonlyMap<IsoDay, readonly DayEntry[]>;
  holidayOf: (day: IsoDay) => string;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  return (
    <PrintTable
      label={label}
      columns={(weeks[0] ?? []).map((day) => ({ title: formatDay(day, language, 'weekday'), width: `${100 / 7}%` }))}
      rows={weeks.map((week) => ({
        key: week[0] ?? '',
        cells: week.map((day) => (
          <div key={day} style={{ minHeight: '52pt' }}>
            <b style={{ fontWeight: day.startsWith(month) ? 650 : 400 }}>
              {day.startsWith(month) ? dayParts(day).day : formatDay(day, language)}
            </b>{' '}
            <i>{holidayOf(day)}</i>
            {(byDay.get(day) ?? []).map(({ row, begins }) => (
              <div key={row.id} style={{ marginTop: '2pt' }}>
                {begins || day === week[0]
                  ? `${row.number} ${row.title} (${t(`vocabulary:activityState.${row.state}`)})`
                  : `${row.number} …`}
              </div>
            ))}
          </div>
        )),
      }))}
    />
  );
};
