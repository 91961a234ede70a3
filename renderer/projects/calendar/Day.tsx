import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { dayParts, formatDay, isWeekend, startOfWeek, type IsoDay } from '../../../shared/dates.ts';
import { useLanguage } from '../../ui/window/language.ts';
import type { DayEntry } from './month.ts';

const Entry = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  width: '100%',
  height: 19,
  marginTop: 2,
  padding: '0 5px',
  border: 0,
  borderLeft: '3px solid var(--ink)',
  borderRadius: 3,
  background: 'var(--ink-soft)',
  color: 'var(--ink-text)',
  fontSize: 11.5,
  lineHeight: '19px',
  textAlign: 'left',
  cursor: 'pointer',
  minWidth: 0,
  // what goes on joins the day before and the day after
  '&[data-before]': { borderLeft: 0, marginLeft: -4, width: 'calc(100% + 4px)', borderRadius: '0 3px 3px 0' },
  '&[data-after]': { width: 'calc(100% + 5px)', borderRadius: '3px 0 0 3px' },
  '&[data-before][data-after]': { width: 'calc(100% + 9px)', borderRadius: 0 },
  '&[data-state=held]': { background: 'var(--green-soft)', borderLeftColor: 'var(--green)', color: 'var(--green)' },
  '&[data-state=late]': { background: 'var(--red-soft)', borderLeftColor: 'var(--red)', color: 'var(--red)' },
  '&[data-state=postponed]': {
    background: 'var(--amber-soft)',
    borderLeftColor: 'var(--amber-fill)',
    borderLeftStyle: 'dashed',
    color: 'var(--amber)',
  },
  '&[data-state=cancelled]': {
    background: 'var(--fill)',
    borderLeftColor: 'var(--edge)',
    color: 'var(--soft)',
    textDecoration: 'line-through',
  },
});

/** So many stand in a day; the others are counted and offered by Enter. */
const shownADay = 3;

type DayProps = {
  day: IsoDay;
  entries: readonly DayEntry[];
  holiday: string;
  at: IsoDay;
  today: IsoDay;
  onChoose: (day: IsoDay) => void;
  onOpen: (id: string) => void;
  onAll: (day: IsoDay) => void;
};

/** One day of the month: its number, the holiday that it is, what takes place on it. */
export const Day = ({ day, entries, holiday, at, today, onChoose, onOpen, onAll }: DayProps) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const shown = entries.length > shownADay ? entries.slice(0, shownADay - 1) : entries;
  const more = entries.length - shown.length;
  return (
    <td
      tabIndex={day === at ? 0 : -1}
      data-day={day}
      data-off={isWeekend(day) || holiday !== '' ? '' : undefined}
      data-other={day.slice(0, 7) === at.slice(0, 7) ? undefined : ''}
      aria-selected={day === at}
      aria-current={day === today ? 'date' : undefined}
      onMouseDown={() => onChoose(day)}
    >
      <header>
        <b aria-hidden="true">{dayParts(day).day}</b>
        <span className="unseen">{formatDay(day, language, 'weekdayLong')}</span>
        {holiday === '' ? null : (
          <span className="cut small" title={holiday} style={{ color: 'var(--red)' }}>
            {holiday}
          </span>
        )}
      </header>
      {shown.map(({ row, begins, ends }) => (
        <Entry
          key={row.id}
          type="button"
          tabIndex={-1}
          data-state={row.state}
          data-before={begins ? undefined : ''}
          data-after={ends ? undefined : ''}
          title={`${row.number} ${row.title} · ${t(`vocabulary:activityState.${row.state}`)}`}
          onClick={() => onOpen(row.id)}
        >
          <span className={begins || day === startOfWeek(day) ? 'cut' : 'unseen'}>{row.title}</span>
          <span className="unseen">{t(`vocabulary:activityState.${row.state}`)}</span>
        </Entry>
      ))}
      {more > 0 ? (
        <Entry
          type="button"
          tabIndex={-1}
          style={{ background: 'none', borderLeftColor: 'transparent', color: 'var(--soft)' }}
          onClick={() => onAll(day)}
        >
          {t('calendar.more', { count: more })}
        </Entry>
      ) : null}
    </td>
  );
};
