import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { minutesRunning, useNow } from '../clock.ts';
import type { Session } from './useSession.ts';

const Running = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation('meetings');
  const now = useNow();
  const minutes = minutesRunning(meeting, now);
  return (
    <Chip tone="ink" dot>
      {t('live.running', { time: formatDuration(minutes ?? 0) })}
    </Chip>
  );
};

/** How long the meeting runs, and whether there is a quorum. */
export const LiveChips = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { seats, present, reached } = meeting.quorum;
  return (
    <>
      {meeting.status === 'inSession' ? (
        <Running meeting={meeting} />
      ) : (
        <Chip tone="amber">{t(`vocabulary:meetingStatus.${meeting.status}`)}</Chip>
      )}
      {seats === 0 ? null : (
        <Chip tone={reached ? 'green' : 'red'}>
          {reached ? t('live.quorum', { present, seats }) : t('live.noQuorum', { present, seats })}
        </Chip>
      )}
    </>
  );
};

/** Break and finish. */
export const LiveActions = (props: {
  meeting: MeetingDetail;
  session: Session;
  more: readonly MenuEntry[];
  onFinish: () => void;
}) => {
  const { meeting, session } = props;
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const reason = (id: 'pause' | 'alarm' | 'power', keys?: string): MenuEntry => ({
    id,
    label: t(`vocabulary:breakReason.${id}`),
    ...(keys !== undefined && { keys }),
    run: () => session.takeBreak(id),
  });
  return (
    <>
      {meeting.status === 'inSession' && meeting.onBreak === null ? (
        <MenuButton
          label={t('break.announce')}
          items={[reason('pause'), reason('alarm', 'F8'), reason('power', 'F9')]}
        />
      ) : null}
      <MenuButton label={t('live.more')} iconOnly items={props.more} />
      <Button variant="primary" onClick={props.onFinish}>
        {meeting.status === 'inSession' ? t('live.finish') : t('live.toReview')}
      </Button>
    </>
  );
};
