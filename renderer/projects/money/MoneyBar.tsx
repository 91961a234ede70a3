import { styled } from '@mui/material/styles';

const Track = styled('div')({
  display: 'flex',
  height: 8,
  borderRadius: 3,
  border: '1px solid var(--edge)',
  background: 'var(--fill)',
  overflow: 'hidden',
  '& > i': { background: 'var(--ink)' },
  '& > u': { background: 'var(--ink-mid)' },
});

/** Spent and committed of what is planned; the figures stand beside it in words. */
export const MoneyBar = ({ planned, committed, spent }: { planned: number; committed: number; spent: number }) => {
  const whole = Math.max(planned, spent + committed, 1);
  const part = (amount: number): string => `${(Math.max(amount, 0) / whole) * 100}%`;
  return (
    <Track aria-hidden="true">
      <i style={{ width: part(spent) }} />
      <u style={{ width: part(committed) }} />
    </Track>
  );
};
