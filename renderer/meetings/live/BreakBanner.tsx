import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { formatDuration, timeOfDay } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button } from '../../ui/Button.tsx';
import { PauseIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useNow } from '../clock.ts';

const Banner = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 10,
  padding: '6px 16px',
  background: 'var(--amber-soft)',
  color: 'var(--amber)',
  borderBottom: '1px solid var(--line)',
  fontWeight: 550,
});

/** What the quorum is after a break, said until somebody writes on. */
export type Returned = { reached: boolean };

/** The break that runs: why, since when, how long; and after it how the quorum stands. */
export const BreakBanner = (props: {
  meeting: MeetingDetail;
  onResume: () => void;
  returned: Returned | null;
  onSeen: () => void;
}) => {
  const { meeting, returned } = props;
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const now = useNow();
  const { onBreak, quorum } = meeting;
  if (onBreak !== null) {
    const minutes = (now - Date.parse(onBreak.since)) / 60_000;
    return (
      <Banner role="status">
        <PauseIcon />
        <span>
          {t('break.running', {
            reason: t(`vocabulary:breakReason.${onBreak.reason}`),
            since: timeOfDay(new Date(onBreak.since)),
          })}
        </span>
        <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatDuration(minutes)}</span>
        <span style={{ flex: 1 }} />
        <Button size="small" shortcut="F8" onClick={props.onResume}>
          {t('break.resume')}
        </Button>
      </Banner>
    );
  }
  if (returned === null) return null;
  const seats = { present: quorum.present, seats: quorum.seats, required: quorum.required };
  return (
    <div style={{ padding: '6px 16px' }}>
      <Notice
        tone={returned.reached ? 'ok' : 'amber'}
        action={
          <Button size="small" variant="bare" onClick={props.onSeen}>
            {t('common:action.close')}
          </Button>
        }
      >
        {returned.reached ? t('break.quorumAgain', seats) : t('break.noQuorum', seats)}
      </Notice>
    </div>
  );
};
