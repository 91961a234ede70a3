import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Meter } from '../../ui/Meter.tsx';

const Box = styled('div')({
  padding: '10px 12px',
  borderTop: '1px solid var(--line)',
  marginTop: 'auto',
  position: 'sticky',
  bottom: 0,
  background: 'var(--surface)',
  '& [role=meter]': { margin: '8px 0 6px' },
});

/** Seats present against those needed, with the mark, and what moved it last. */
export const QuorumBox = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation('meetings');
  const { seats, present, required, reached, history } = meeting.quorum;
  const last = history.findLast(({ came, left }) => came.length + left.length > 0);
  const moved =
    last === undefined || history.length < 2
      ? ''
      : [
          ...(last.came.length > 0 ? [t('quorum.came', { names: last.came.join(', ') })] : []),
          ...(last.left.length > 0 ? [t('quorum.left', { names: last.left.join(', ') })] : []),
        ].join('; ');
  if (seats === 0) return <Box className="soft small">{t('quorum.none')}</Box>;
  return (
    <Box aria-live="polite">
      <b>{t('quorum.seats', { present, seats })}</b>
      <span className="soft">{t('quorum.needed', { required })}</span>
      <Meter
        value={present}
        max={seats}
        mark={required}
        thick
        tone={reached ? 'green' : 'red'}
        label={t('quorum.seats', { present, seats })}
      />
      <span className="soft small">
        {moved === '' ? (reached ? t('quorum.reached') : t('quorum.notReached')) : `${last?.at ?? ''}: ${moved}`}
      </span>
    </Box>
  );
};
