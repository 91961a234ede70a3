import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths, dayParts, endOfMonth, formatDay, isWeekend, startOfWeek } from '../../shared/dates.ts';
import { useLanguage } from './window/language.ts';
import { IconButton } from './Button.tsx';
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx';

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  '& b': { flex: 1, textAlign: 'center', fontSize: 13 },
});

const Grid = styled('table')({
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th': { width: 34, height: 26, fontSize: 11, fontWeight: 550, color: 'var(--soft)', textAlign: 'center' },
  '& td': { padding: 0 },
  '& button': {
    width: 34,
    height: 28,
    border: 0,
    background: 'none',
    borderRadius: 'var(--radius)',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
  },
  '& button:hover': { background: 'var(--fill)' },
  '& [data-off]': { color: 'var(--soft)' },
  '& [data-other]': { color: 'var(--faint)' },
  '& [aria-current]': { fontWeight: 650, boxShadow: 'inset 0 0 0 1px var(--ink-mid)' },
  '& [aria-selected=true] button': { background: 'var(--ink)', color: 'var(--on-ink)', fontWeight: 600 },
});

const week = [0, 1, 2, 3, 4, 5, 6] as const;

/** The weeks (each a list of seven days from Monday) that show the whole month of `day`. */
const weeksOf = (day: string): string[][] => {
  const last = endOfMonth(day);
  const weeks: string[][] = [];
  for (let monday = startOfWeek(`${day.slice(0, 8)}01`); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(week.map((offset) => addDays(monday, offset)));
  }
  return weeks;
};

const steps: Record<string, (day: string) => string> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
  Home: (day) => startOfWeek(day),
  End: (day) => addDays(startOfWeek(day), 6),
};

/** One month; arrows move by day and week, PageUp and PageDown by month, Enter chooses. Weeks begin on Monday in all four languages. */
export const Calendar = ({
  value,
  today,
  onChoose,
}: {
  value: string | null;
  today: string;
  onChoose: (day: string) => void;
}) => {
  const { language } = useLanguage();
  const { t } = useTranslation('ui');
  const [at, setAt] = useState(value ?? today);
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(true); // the focus follows the arrows, and comes in when the calendar opens
  useEffect(() => {
    if (moved.current) table.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    moved.current = false;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.code];
    if (step === undefined) return;
    event.preventDefault();
    moved.current = true;
    setAt(step(at));
  };
  return (
    <div>
      <Head>
        <IconButton
          label={t('calendar.previous')}
          icon={<ChevronLeftIcon />}
          onClick={() => setAt(addMonths(at, -1))}
        />
        <b aria-live="polite">{formatDay(at, language, 'month')}</b>
        <IconButton label={t('calendar.next')} icon={<ChevronRightIcon />} onClick={() => setAt(addMonths(at, 1))} />
      </Head>
      <Grid role="grid" aria-label={formatDay(at, language, 'month')} ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {week.map((offset) => {
              const day = addDays(startOfWeek(at), offset);
              return (
                <th key={offset} scope="col" abbr={formatDay(day, language, 'weekday')}>
                  {formatDay(day, language, 'weekdayShort')}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <td key={day} aria-selected={day === value}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    data-day={day}
                    data-off={isWeekend(day) ? '' : undefined}
                    data-other={day.slice(0, 7) === at.slice(0, 7) ? undefined : ''}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={formatDay(day, language, 'weekdayLong')}
                    onClick={() => onChoose(day)}
                  >
                    {dayParts(day).day}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Grid>
    </div>
  );
};
