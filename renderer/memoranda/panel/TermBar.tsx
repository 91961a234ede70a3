import { useTranslation } from 'react-i18next';
import { daysBetween, formatDay, type IsoDay } from '../../../shared/dates.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { remindersOf } from '../../../shared/rules/memorandumLifecycle.ts';
import { IconButton } from '../../ui/Button.tsx';
import { EditIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';

const width = 284;
const left = 2;
const right = 282;

type Scale = (day: IsoDay) => number;

/** Days to places: from the earliest that is to be seen to the last, today included where it is near. */
const scaleOf = (days: readonly IsoDay[]): Scale => {
  const first = days.reduce((a, b) => (a < b ? a : b));
  const last = days.reduce((a, b) => (a > b ? a : b));
  const whole = Math.max(1, daysBetween(first, last));
  return (day) => left + ((right - left) * daysBetween(first, day)) / whole;
};

const anchorOf = (x: number): 'start' | 'middle' | 'end' => (x < 46 ? 'start' : x > width - 46 ? 'end' : 'middle');
const pinned = (x: number): number => (x < 46 ? left : x > width - 46 ? right : x);

/** Whole years and months between two days, the last one included. */
const lengthOf = (from: IsoDay, to: IsoDay): { years: number; months: number } => {
  const months = Math.round((daysBetween(from, to) + 1) / 30.4375);
  return { years: Math.floor(months / 12), months: months % 12 };
};

type Shown = { today: IsoDay; startsOn: IsoDay; endsOn: IsoDay | null; noticeOn: IsoDay | null };

const Drawing = ({ today, startsOn, endsOn, noticeOn }: Shown) => {
  const { t } = useTranslation('memoranda');
  const { language } = useLanguage();
  const day = (value: IsoDay): string => formatDay(value, language);
  // without an end the bar runs out of the picture: some way past today
  const until = endsOn ?? [today, startsOn].toSorted().at(-1) ?? startsOn;
  const scale = scaleOf([startsOn, until, today]);
  const x = { start: scale(startsOn), end: endsOn === null ? right : scale(until), today: scale(today) };
  const notice = noticeOn === null || noticeOn < startsOn ? null : scale(noticeOn);
  const { years, months } = endsOn === null ? { years: 0, months: 0 } : lengthOf(startsOn, endsOn);
  const length = [
    years > 0 ? t('term.years', { count: years }) : '',
    months > 0 ? t('term.months', { count: months }) : '',
  ]
    .filter(Boolean)
    .join(' ');
  const said = [
    t('term.saidStart', { date: day(startsOn) }),
    endsOn === null ? t('list.openEnded') : t('term.saidEnd', { date: day(endsOn) }),
    noticeOn === null ? '' : t('term.saidNotice', { date: day(noticeOn) }),
  ]
    .filter(Boolean)
    .join(', ');
  const near = (a: number, b: number, room: number): boolean => Math.abs(a - b) < room;
  const middle = (x.start + x.end) / 2;
  const lengthFits =
    length !== '' && !near(middle, pinned(x.today), 62) && (notice === null || !near(middle, pinned(notice), 66));
  const todayShown = notice === null || !near(pinned(x.today), pinned(notice), 74);
  return (
    <svg
      viewBox={`0 0 ${width} 76`}
      width="100%"
      style={{ display: 'block', maxWidth: width, overflow: 'visible', fontSize: 11.5 }}
      role="img"
      aria-label={said}
    >
      {x.start > left + 3 ? (
        <rect x={left} y="26" width={x.start - left - 2} height="10" rx="3" fill="var(--fill)" stroke="var(--edge)" />
      ) : null}
      <rect x={x.start} y="26" width={Math.max(4, x.end - x.start)} height="10" rx="3" fill="var(--ink)" />
      {notice === null || endsOn === null ? null : (
        <rect x={notice} y="26" width={Math.max(2, x.end - notice)} height="10" rx="3" fill="var(--amber-fill)" />
      )}
      {endsOn === null ? (
        <path d={`M${right - 8} 22l6 9-6 9`} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      ) : null}
      <path d={`M${x.today} 20v22`} stroke="var(--red)" strokeWidth="1.5" />
      {todayShown ? (
        <text x={pinned(x.today)} y="14" textAnchor={anchorOf(x.today)} fill="var(--red)">
          {t('term.today')}
        </text>
      ) : null}
      <path d={`M${x.start} 20v24`} stroke="var(--text)" strokeWidth="1.25" />
      {lengthFits ? (
        <text x={middle} y="14" textAnchor="middle" fill="var(--soft)">
          {length}
        </text>
      ) : null}
      {notice === null ? null : (
        <>
          <path d={`M${notice} 20v24`} stroke="var(--text)" strokeWidth="1.25" />
          <text x={pinned(notice)} y="14" textAnchor={anchorOf(notice)} fill="var(--amber)" fontWeight="600">
            {day(noticeOn ?? startsOn)}
          </text>
        </>
      )}
      <text x={pinned(x.start)} y="56" textAnchor={x.start > 150 ? 'end' : 'start'} fill="var(--text)" fontWeight="600">
        {day(startsOn)}
      </text>
      <text x={pinned(x.start)} y="70" textAnchor={x.start > 150 ? 'end' : 'start'} fill="var(--soft)">
        {t('term.start')}
      </text>
      {endsOn === null ? null : (
        <>
          <text x={right} y="56" textAnchor="end" fill="var(--text)" fontWeight="600">
            {day(endsOn)}
          </text>
          <text x={right} y="70" textAnchor="end" fill="var(--soft)">
            {t('term.end')}
          </text>
        </>
      )}
    </svg>
  );
};

/** How long it holds: today, from, to, and the last day on which notice can be given. */
export const TermBar = ({ memorandum, onEdit }: { memorandum: MemorandumDetail; onEdit: () => void }) => {
  const { t } = useTranslation(['memoranda', 'vocabulary']);
  const { language } = useLanguage();
  const today = useToday();
  const { startsOn, endsOn, noticeOn, noticeMonths, renewMonths, validity } = memorandum;
  const start = startsOn ?? memorandum.ownStartsOn;
  const end = endsOn ?? memorandum.ownEndsOn;
  const reminders = remindersOf(noticeOn).length > 0;
  return (
    <Section
      // the words of the heading stay on one line beside the kind
      title={t('term.title').replaceAll(' ', '\u00a0')}
      count={
        validity === 'autoRenewing' && renewMonths !== null
          ? t('term.renews', { count: renewMonths })
          : t(`term.kind.${validity}`)
      }
      action={
        memorandum.editable ? (
          <IconButton size="small" label={t('term.edit')} icon={<EditIcon size={13} />} onClick={onEdit} />
        ) : undefined
      }
    >
      {start === null ? (
        <p className="soft small">
          {end === null ? t('term.notSet') : t('term.fromSigning', { date: formatDay(end, language) })}
        </p>
      ) : (
        <Drawing today={today} startsOn={start} endsOn={end} noticeOn={noticeOn} />
      )}
      {noticeOn === null ? null : (
        <p className="small" style={{ marginTop: 6 }}>
          <b style={{ color: 'var(--amber)', fontWeight: 600 }}>
            {t('term.noticeBy', { date: formatDay(noticeOn, language) })}
          </b>{' '}
          <span className="soft">
            {[
              noticeMonths === null ? '' : t('term.noticeMonths', { count: noticeMonths }),
              reminders ? t('term.reminders') : '',
            ]
              .filter(Boolean)
              .join('; ')}
          </span>
        </p>
      )}
    </Section>
  );
};
