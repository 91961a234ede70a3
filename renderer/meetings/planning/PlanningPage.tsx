import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { canEdit } from '../../../shared/rules/meetingLifecycle.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { client } from '../../ui/core/client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { PlayIcon } from '../../ui/icons.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { Grow, Page, Panes, Tools } from '../../ui/Page.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { useToday } from '../../ui/window/today.ts';
import { instantNow } from '../clock.ts';
import { DocumentsMenu } from '../documents/DocumentsMenu.tsx';
import { Lifecycle } from '../Lifecycle.tsx';
import { statusTones } from '../list/MeetingsPage.tsx';
import { useNames } from '../names/useNames.ts';
import { useMeetingSubtitle, useMeetingTitle } from '../titles.ts';
import { useActs } from '../../ui/core/acts.ts';
import { Agenda } from './Agenda.tsx';
import { Facts } from './Facts.tsx';
import { Participants } from './Participants.tsx';
import { PlanMenu } from './PlanMenu.tsx';

/** The plan of a meeting: when and where, what is on the agenda, who is to come. Locked with the minutes. */
export const PlanningPage = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const today = useToday();
  const titleOf = useMeetingTitle();
  const subtitleOf = useMeetingSubtitle();
  const acts = useActs();
  const names = useNames(meeting);
  const [asking, setAsking] = useState(false);
  const planned = meeting.status === 'planned';
  const editable = canEdit(meeting.status, 'agenda');

  const start = async (): Promise<void> => {
    const at = instantNow();
    await client.meetings.start({ id: meeting.id, at });
    // the first item has the floor from the opening on
    const first = meeting.itemRows[0];
    if (first !== undefined) await client.meetings.startItem({ itemId: first.id, at });
    void navigate(`/meetings/${meeting.id}`);
  };
  const begin = (): void => {
    if (meeting.heldOn !== null && meeting.heldOn !== today) setAsking(true);
    else void acts.run(start);
  };
  useCommands(
    planned
      ? [
          {
            id: 'meetings.start',
            group: t('common:area.meetings'),
            label: t('common:action.startMeeting'),
            keys: 'Ctrl+Shift+Enter',
            run: begin,
          },
        ]
      : [],
  );
  useStatusKeys([
    { keys: 'Alt+N', label: t('plan.keys.add') },
    { keys: ['Alt+Up', 'Alt+Down'], label: t('plan.keys.move') },
    { keys: 'Enter', label: t('plan.keys.open') },
    { keys: 'Ctrl+Shift+Enter', label: t('plan.keys.start') },
  ]);
  return (
    <Page
      fill
      title={titleOf(meeting)}
      subtitle={subtitleOf(meeting)}
      chips={
        <>
          {meeting.numberIsProvisional ? <Chip>{t('plan.provisional')}</Chip> : null}
          <Chip tone={statusTones[meeting.status]}>{t(`vocabulary:meetingStatus.${meeting.status}`)}</Chip>
        </>
      }
      actions={
        <>
          <DocumentsMenu meeting={meeting} />
          <PlanMenu meeting={meeting} acts={acts} />
          {planned ? (
            <Button variant="primary" icon={<PlayIcon />} shortcut="Ctrl+Shift+Enter" onClick={begin}>
              {t('common:action.startMeeting')}
            </Button>
          ) : (
            <Button onClick={() => void navigate(`/meetings/${meeting.id}`)} disabled={meeting.status === 'cancelled'}>
              {meeting.status === 'inSession' ? t('plan.toMinutes') : t('live.toReview')}
            </Button>
          )}
        </>
      }
    >
      <Tools>
        <Lifecycle status={meeting.status} />
        <Grow />
      </Tools>
      {meeting.status === 'cancelled' ? (
        <div style={{ padding: '8px 16px' }}>
          <Notice
            tone="amber"
            action={
              <Button size="small" onClick={() => void acts.run(() => client.meetings.reinstate({ id: meeting.id }))}>
                {t('plan.reinstate')}
              </Button>
            }
          >
            {t('plan.cancelled', { reason: meeting.cancelReason })}
          </Notice>
        </div>
      ) : null}
      {acts.error === undefined ? null : (
        <div style={{ padding: '8px 16px' }}>
          <ErrorNotice error={acts.error} />
        </div>
      )}
      <Panes
        label={t('live.agenda')}
        rightLabel={t('participants.title')}
        rightWidth={392}
        right={
          <>
            <Facts meeting={meeting} names={names} locked={!editable} />
            <Participants meeting={meeting} acts={acts} />
          </>
        }
      >
        <Agenda meeting={meeting} names={names} acts={acts} locked={!editable} />
      </Panes>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('common:action.startMeeting')}
        text={t('plan.otherDay', {
          day: meeting.heldOn === null ? '' : formatDay(meeting.heldOn, language),
          today: formatDay(today, language),
        })}
        confirmLabel={t('common:action.startMeeting')}
        onConfirm={start}
      />
    </Page>
  );
};
