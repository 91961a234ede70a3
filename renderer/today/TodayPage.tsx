import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { anyDecision, type RegisterFilter } from '../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../shared/dates.ts';
import { Button } from '../ui/Button.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client, orpc } from '../ui/core/client.ts';
import { saveFile } from '../ui/core/files.ts';
import { CalendarIcon, PlusIcon } from '../ui/icons.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { useCommands } from '../ui/window/commands.ts';
import { useLanguage } from '../ui/window/language.ts';
import { useStatusKeys } from '../ui/window/status.ts';
import { useToday } from '../ui/window/today.ts';
import { Beginning } from './Beginning.tsx';
import { NearMemoranda, NextMeetings, WaitingMinutes } from './cards.tsx';
import { DueList } from './DueList.tsx';
import { LateInProjects } from './LateInProjects.tsx';
import { Ribbon } from './Ribbon.tsx';

/** Rows of each group of what is due. */
const limit = 12;

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(320px, 396px)',
  gap: 12,
  padding: 12,
  alignItems: 'start',
  '& > div': { display: 'flex', flexDirection: 'column', gap: 10, minWidth: 0 },
  '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** All that is unfinished and has a deadline. */
const everythingDue: RegisterFilter = { ...anyDecision, states: ['overdue', 'open', 'inProgress'] };

/** What needs somebody now: two weeks, what is due, meetings, minutes, memoranda. */
export const TodayPage = () => {
  const { t } = useTranslation(['today', 'common', 'meetings']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const today = useToday();
  const { run, error: actError } = useActs();
  const { data, error, refetch } = useQuery({
    ...orpc.today.get.queryOptions({ input: { limit, language } }),
    placeholderData: keepPreviousData,
  });
  // After midnight what was read is of yesterday.
  const readOn = data?.day;
  useEffect(() => {
    if (readOn !== undefined && readOn !== today) void refetch();
  }, [readOn, today, refetch]);

  const newMeeting = (): void => void navigate('/meetings?new=1');
  const exportCalendar = (): void =>
    void run(async () => saveFile(await client.decisions.calendarFile({ filter: everythingDue })));
  useCommands([
    {
      id: 'meetings.new',
      group: t('common:area.meetings'),
      label: t('meetings:list.new'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: newMeeting,
    },
    {
      id: 'today.calendar',
      group: t('common:area.decisions'),
      label: t('calendar'),
      icon: <CalendarIcon />,
      run: exportCalendar,
    },
  ]);
  useStatusKeys([
    { keys: ['Up', 'Down'], label: t('keys.row') },
    { keys: 'Enter', label: t('keys.open') },
    { keys: 'E', label: t('keys.note') },
    { keys: 'D', label: t('keys.deadline') },
    { keys: 'V', label: t('keys.done') },
    { keys: 'Ctrl+N', label: t('keys.new') },
  ]);
  const isNew = data !== undefined && !data.has.meetings;
  const failed = actError ?? error;
  return (
    <Page
      title={t('common:area.today')}
      subtitle={formatDay(today, language, 'weekdayLong')}
      actions={
        <>
          <Button icon={<CalendarIcon />} onClick={exportCalendar}>
            {t('calendar')}
          </Button>
          <Button variant={isNew ? 'plain' : 'primary'} icon={<PlusIcon />} onClick={newMeeting}>
            {t('meetings:list.new')}
          </Button>
        </>
      }
    >
      <Ribbon view={data} today={today} />
      {failed ? (
        <div style={{ padding: '12px 12px 0' }}>
          <ErrorNotice error={failed} retry={() => void refetch()} />
        </div>
      ) : null}
      <Columns>
        <div>
          {isNew ? <Beginning hasGroups={data.has.groups} /> : null}
          <DueList view={data} />
        </div>
        <div>
          <NextMeetings view={data} />
          <WaitingMinutes view={data} />
          <LateInProjects view={data} />
          <NearMemoranda view={data} />
        </div>
      </Columns>
    </Page>
  );
};
