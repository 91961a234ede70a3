import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { choiceBox, radioMark, sideBySide } from './boxes.ts';

const Strip = styled('div', { shouldForwardProp: (name) => name !== 'full' })<{ full: boolean }>(({ full }) => ({
  display: full ? 'flex' : 'inline-flex',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  ...(full && { '& > label': { flex: 1 } }),
}));

const Segment = styled('label')({
  position: 'relative',
  height: 28,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 6,
  padding: '0 11px',
  color: 'var(--soft)',
  fontWeight: 500,
  borderLeft: '1px solid var(--line)',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:first-of-type': { borderLeft: 0, borderRadius: '5px 0 0 5px' },
  '&:last-of-type': { borderRadius: '0 5px 5px 0' },
  '&:hover': { background: 'var(--bg)' },
  '&:has(:checked)': { background: 'var(--ink-soft)', color: 'var(--ink-text)', fontWeight: 600 },
  '&:has(:focus-visible)': { outline: '2px solid var(--ink)', outlineOffset: 1, zIndex: 1 },
  '&:has(:disabled)': { color: 'var(--faint)', cursor: 'default' },
  '& input': { position: 'absolute', inset: 0, opacity: 0, margin: 0, cursor: 'inherit' },
});

export type SegmentOption<T extends string> = { value: T; label: string; icon?: ReactNode; disabled?: boolean };

/** One of two to five, all seen at once: radio buttons in one strip. */
export const Segmented = <T extends string>(props: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly SegmentOption<T>[];
  full?: boolean;
}) => {
  const name = useId();
  return (
    <Strip role="radiogroup" aria-label={props.label} full={props.full === true}>
      {props.options.map((option) => (
        <Segment key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            disabled={option.disabled}
            onChange={() => props.onChange(option.value)}
          />
          {option.icon}
          {option.label}
        </Segment>
      ))}
    </Strip>
  );
};

const Cards = styled('div', { shouldForwardProp: (name) => name !== 'columns' })<{ columns: number }>(({ columns }) =>
  sideBySide({ columns, gap: 12, narrow: 720 }),
);

const Card = styled('label')({
  // before the box: what is chosen looks so under the pointer too
  '&:hover': { borderColor: 'var(--edge)' },
  ...choiceBox,
  ...radioMark(14, 13),
  position: 'relative',
  display: 'block',
  padding: '10px 14px 11px 40px',
  lineHeight: 1.4,
  cursor: 'pointer',
  '&:has(:disabled)': { color: 'var(--faint)', cursor: 'default', background: 'var(--bg)' },
});

export type CardOption<T extends string> = {
  value: T;
  title: string;
  text?: string;
  detail?: ReactNode;
  disabled?: boolean;
};

/** One of a few choices that need a sentence each. */
export const RadioCards = <T extends string>(props: {
  label: string;
  value: T | null;
  onChange: (value: T) => void;
  options: readonly CardOption<T>[];
  columns?: number;
}) => {
  const name = useId();
  return (
    <Cards role="radiogroup" aria-label={props.label} columns={props.columns ?? 2}>
      {props.options.map((option) => (
        <Card key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            disabled={option.disabled}
            onChange={() => props.onChange(option.value)}
          />
          <b style={{ fontWeight: 600 }}>{option.title}</b>
          {option.text === undefined ? null : (
            <span className="soft" style={{ display: 'block', fontSize: 12.5 }}>
              {option.text}
            </span>
          )}
          {option.detail}
        </Card>
      ))}
    </Cards>
  );
};
