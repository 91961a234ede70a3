import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TodayView } from '../../shared/contract/today.ts';
import { formatDay, type IsoDay } from '../../shared/dates.ts';
import { usualMinutesDays } from '../../shared/rules/workingDays.ts';
import { Button, TextLink } from '../ui/Button.tsx';
import { Chip, type Tone } from '../ui/Chip.tsx';
import { ChevronRightIcon } from '../ui/icons.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { Box, Entries, Entry, Foot } from './Box.tsx';

type Meeting = TodayView['meetings'][number];
type Minutes = TodayView['minutes'][number];

/** As many entries as a card shows. */
const shown = 4;
/** A memorandum's day is near, in days: from then on the figure is amber. */
const nearDays = 30;

const join = (parts: (string | null | false)[]): string => parts.filter(Boolean).join(' · ');

/** What a meeting is called here: its title, else its kind and number with the group. */
const useCalled = (): ((row: { title: string; kind: Meeting['kind']; number: string; group: string }) => string) => {
  const { t } = useTranslation('meetings');
  return ({ title, kind, number, group }) => {
    if (title !== '') return title;
    const name = t(`kindTitle.${kind}`);
    return `${group}: ${number === '' ? name : t('numbered', { name, number })}`;
  };
};

/** The day of the month large, the month under it. */
const useFigure = (): ((day: IsoDay | null) => { figure: string; under: string }) => {
  const { locale } = useLanguage();
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (day) =>
    day === null
      ? { figure: '–', under: '' }
      : { figure: String(Number(day.slice(8))), under: month.format(new Date(`${day}T00:00:00Z`)) };
};

const readiness = ({
  status,
  items,
  invited,
  coming,
}: Meeting): { state: 'now' | 'ready' | 'invitations' | 'plan'; tone: Tone } => {
  if (status === 'inSession') return { state: 'now', tone: 'ink' };
  if (items === 0) return { state: 'plan', tone: 'neutral' };
  return invited > 0 && coming * 2 > invited
    ? { state: 'ready', tone: 'green' }
    : { state: 'invitations', tone: 'amber' };
};

export const NextMeetings = ({ view }: { view: TodayView | undefined }) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  const called = useCalled();
  const figureOf = useFigure();
  return (
    <Box title={t('meetings.title')}>
      <Entries usual={3} none={t('meetings.none')}>
        {view?.meetings.slice(0, shown).map((meeting) => {
          const { state, tone } = readiness(meeting);
          const { id, heldOn, startsAt, place, items, invited, coming, group, title } = meeting;
          const day = heldOn === null ? t('meetings.noDay') : formatDay(heldOn, language, 'weekdayShort');
          return (
            <Entry
              key={id}
              {...figureOf(heldOn)}
              to={`/meetings/${id}`}
              title={called(meeting)}
              second={join([
                startsAt === null ? day : `${day}, ${startsAt}`,
                title !== '' && group,
                invited > 0 && state !== 'plan' ? t('meetings.answers', { invited, coming }) : place,
                t('meetings.items', { count: items }),
              ])}
              end={
                <Chip tone={tone} dot={state === 'now'}>
                  {t(`meetings.state.${state}`)}
                </Chip>
              }
            />
          );
        })}
      </Entries>
    </Box>
  );
};

type MinutesAct = 'decide' | 'write' | 'remarks' | 'sign' | 'approval';

/** What is to be done next with the minutes. */
const nextAct = (minutes: Minutes, today: IsoDay): MinutesAct => {
  const { status, undecided, remarksPending, approved, asked, remarksUntil } = minutes;
  if (undecided) return 'decide';
  if (status === 'draftMinutes') return 'write';
  if (remarksPending > 0) return 'remarks';
  const isOver = remarksUntil !== null && remarksUntil < today;
  return approved >= asked || isOver ? 'sign' : 'approval';
};

const useMinutesLine = (today: IsoDay): ((minutes: Minutes) => string) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  return (minutes) => {
    const { workingDays, remarksPending, approved, asked, remarksUntil } = minutes;
    if (minutes.undecided) return t('minutes.undecided');
    if (minutes.status === 'draftMinutes')
      return workingDays === 0 ? t('minutes.draftToday') : t('minutes.draft', { count: workingDays });
    const isOver = remarksUntil !== null && remarksUntil < today;
    if (remarksPending === 0 && approved >= asked) return t('minutes.ready');
    return join([
      remarksPending > 0 && t('minutes.remarks', { count: remarksPending }),
      t('minutes.answered', { approved, asked }),
      isOver && t('minutes.over'),
      !isOver && remarksUntil !== null && t('minutes.until', { day: formatDay(remarksUntil, language, 'short') }),
    ]);
  };
};

export const WaitingMinutes = ({ view }: { view: TodayView | undefined }) => {
  const { t } = useTranslation(['today', 'common']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const called = useCalled();
  const today = view?.day ?? '';
  const line = useMinutesLine(today);
  const counts = view?.counts;
  const hidden = counts !== undefined && counts.undecided + counts.drafts + counts.underApproval > shown;
  return (
    <Box title={t('minutes.title')}>
      <Entries usual={2} none={t('minutes.none')}>
        {view?.minutes.slice(0, shown).map((minutes) => {
          const { id, number, heldOn, status, workingDays, title, group } = minutes;
          const next = nextAct(minutes, today);
          const page = { decide: '/signed', write: '/write', remarks: '', sign: '', approval: '' }[next];
          const to = `/meetings/${id}${page}`;
          return (
            <Entry
              key={id}
              figure={number === '' ? '–' : t('common:numbered', { number })}
              under={heldOn === null ? '' : formatDay(heldOn, language, 'short')}
              near={minutes.undecided || (status === 'draftMinutes' && workingDays > usualMinutesDays)}
              to={`/meetings/${id}`}
              title={title === '' ? called(minutes) : `${title} · ${group}`}
              second={line(minutes)}
              end={
                <Button size="small" onClick={() => void navigate(to)}>
                  {t(`minutes.act.${next}`)}
                </Button>
              }
            />
          );
        })}
      </Entries>
      {hidden ? (
        <Foot>
          {counts.drafts > 0 ? (
            <TextLink to="/meetings?status=draftMinutes">{t('minutes.drafts', { count: counts.drafts })}</TextLink>
          ) : null}
          {counts.underApproval > 0 ? (
            <TextLink to="/meetings?status=underApproval">
              {t('minutes.underApproval', { count: counts.underApproval })}
            </TextLink>
          ) : null}
        </Foot>
      ) : null}
    </Box>
  );
};

export const NearMemoranda = ({ view }: { view: TodayView | undefined }) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  const count = view?.counts.memoranda ?? 0;
  return (
    <Box title={t('memoranda.title')}>
      <Entries usual={1} none={t('memoranda.none')}>
        {view?.memoranda.slice(0, shown).map(({ id, title, parties, noticeOn, endsOn, daysLeft }) => (
          <Entry
            key={id}
            figure={String(daysLeft)}
            under={t('memoranda.days', { count: daysLeft })}
            near={daysLeft <= nearDays}
            to={`/memoranda/${id}`}
            title={title || parties}
            second={join([
              noticeOn !== null && t('memoranda.notice', { day: formatDay(noticeOn, language, 'short') }),
              endsOn !== null && t('memoranda.ends', { day: formatDay(endsOn, language) }),
              title !== '' && parties,
            ])}
            end={<ChevronRightIcon />}
          />
        ))}
      </Entries>
      {count > shown ? (
        <Foot>
          <TextLink to="/memoranda?notice=90">{t('memoranda.all', { count })}</TextLink>
        </Foot>
      ) : null}
    </Box>
  );
};
