import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TodayView } from '../../shared/contract/today.ts';
import { addDays, formatDay, isWeekend, type IsoDay } from '../../shared/dates.ts';
import { Dot } from '../ui/Chip.tsx';
import { useLanguage } from '../ui/window/language.ts';

type Day = TodayView['ribbon'][number];

const ribbonDays = 14;
/** Meetings that a day has room for. */
const shownMeetings = 2;

const Strip = styled('ol')({
  // what is only for a screen reader stands within it, not beyond the window
  position: 'relative',
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  flex: 'none',
  minHeight: 76,
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line)',
  overflowX: 'auto',
});

const Cell = styled('li')({
  padding: '6px 7px',
  borderLeft: '1px solid var(--line)',
  fontSize: 12,
  color: 'var(--soft)',
  display: 'flex',
  flexDirection: 'column',
  gap: 3,
  minWidth: 0,
  '&:first-of-type': { borderLeft: 0 },
  '&[data-off]': { background: 'var(--bg)' },
  '&[aria-current]': { background: 'var(--ink-soft)', color: 'var(--ink-text)', fontWeight: 600 },
  '& > span:first-of-type': { display: 'flex', justifyContent: 'space-between', gap: 4 },
});

const mark = {
  display: 'flex',
  gap: 4,
  alignItems: 'center',
  fontSize: 11,
  lineHeight: '16px',
  fontWeight: 450,
  color: 'var(--text)',
  textDecoration: 'none',
  borderRadius: 4,
  '&:hover': { textDecoration: 'underline', textUnderlineOffset: 2 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
} as const;
const Mark = styled(Link)(mark);
const MeetingMark = styled(Link)({
  ...mark,
  background: 'var(--ink)',
  color: 'var(--on-ink)',
  padding: '0 5px',
  fontWeight: 550,
});
const Holiday = styled('span')({ fontSize: 11, lineHeight: '14px', fontWeight: 450 });

const emptyDay = (day: IsoDay): Day => ({
  day,
  working: !isWeekend(day),
  holiday: '',
  meetings: [],
  due: 0,
  remarks: 0,
});

const DayCell = ({ day, isToday, overdue }: { day: Day; isToday: boolean; overdue: number }) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  const more = day.meetings.length - shownMeetings;
  return (
    <Cell data-off={day.working ? undefined : ''} aria-current={isToday ? 'date' : undefined}>
      <span>
        <span aria-hidden="true" className="cut">
          {formatDay(day.day, language, 'weekdayShort')}
        </span>
        <b aria-hidden="true">{Number(day.day.slice(8))}</b>
        <span className="unseen">
          {formatDay(day.day, language, 'weekdayLong')}
          {day.working ? '' : `, ${t('ribbon.off')}`}
        </span>
      </span>
      {day.holiday === '' ? null : (
        <Holiday className="cut" title={day.holiday}>
          {day.holiday}
        </Holiday>
      )}
      {isToday && overdue > 0 ? (
        <Mark to="/decisions?state=overdue">
          <Dot tone="red" />
          <span>{t('ribbon.overdue', { count: overdue })}</span>
        </Mark>
      ) : null}
      {day.meetings.slice(0, shownMeetings).map(({ id, startsAt, title }) => (
        <MeetingMark key={id} to={`/meetings/${id}`} title={title}>
          <span>{[startsAt, title].filter(Boolean).join(' ')}</span>
        </MeetingMark>
      ))}
      {more > 0 ? (
        <Mark to="/meetings">
          <span>{t('ribbon.more', { count: more })}</span>
        </Mark>
      ) : null}
      {day.due === 0 ? null : (
        <Mark to={`/decisions?due=${day.day}&state=overdue,open,inProgress`}>
          <Dot tone="amber" />
          <span>{t('ribbon.due', { count: day.due })}</span>
        </Mark>
      )}
      {day.remarks === 0 ? null : (
        <Mark to="/meetings?status=underApproval" title={t('ribbon.remarksHint')}>
          <Dot tone="ink" />
          <span>{day.remarks === 1 ? t('ribbon.oneRemarks') : t('ribbon.remarks', { count: day.remarks })}</span>
        </Mark>
      )}
    </Cell>
  );
};

/** Two weeks from today: meetings, what is due, minutes whose remarks end; days off are narrower and grey. */
export const Ribbon = ({ view, today }: { view: TodayView | undefined; today: IsoDay }) => {
  const { t } = useTranslation('today');
  const days = view?.ribbon ?? Array.from({ length: ribbonDays }, (_, at) => emptyDay(addDays(today, at)));
  const columns = days
    .map(({ day, meetings }) =>
      isWeekend(day) && day !== today && meetings.length === 0 ? 'minmax(54px, 0.6fr)' : 'minmax(82px, 1fr)',
    )
    .join(' ');
  return (
    <Strip aria-label={t('ribbon.label')} tabIndex={0} style={{ gridTemplateColumns: columns }}>
      {days.map((day) => (
        <DayCell key={day.day} day={day} isToday={day.day === today} overdue={view?.counts.overdue ?? 0} />
      ))}
    </Strip>
  );
};
