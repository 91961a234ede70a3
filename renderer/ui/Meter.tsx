import { styled } from '@mui/material/styles';

export type MeterTone = 'ink' | 'green' | 'amber' | 'red';

const colours: Record<MeterTone, string> = {
  ink: 'var(--ink)',
  green: 'var(--green)',
  amber: 'var(--amber-fill)',
  red: 'var(--red)',
};

const Track = styled('div', { shouldForwardProp: (name) => name !== 'thick' })<{ thick: boolean }>(({ thick }) => ({
  position: 'relative',
  height: thick ? 8 : 4,
  borderRadius: thick ? 4 : 2,
  background: 'var(--fill)',
  '& > i': { display: 'block', height: '100%', borderRadius: 'inherit', maxWidth: '100%' },
  '& > u': { position: 'absolute', top: -3, bottom: -3, width: 2, background: 'var(--text)' },
}));

/** How much of a whole; `mark` draws a line where it would be enough (a quorum). Always beside the figure in words. */
export const Meter = ({
  value,
  max,
  label,
  tone = 'ink',
  mark,
  thick = false,
}: {
  value: number;
  max: number;
  /** The accessible name. */
  label: string;
  tone?: MeterTone;
  mark?: number | undefined;
  thick?: boolean;
}) => {
  const percent = (part: number): string => `${Math.min(100, Math.max(0, (part / (max || 1)) * 100))}%`;
  return (
    <Track thick={thick} role="meter" aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} aria-label={label}>
      <i style={{ width: percent(value), background: colours[tone] }} />
      {mark === undefined ? null : <u style={{ left: percent(mark) }} />}
    </Track>
  );
};
