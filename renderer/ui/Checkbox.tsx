import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useId } from 'react';

const Line = styled('label')({
  display: 'inline-flex',
  gap: 8,
  alignItems: 'flex-start',
  lineHeight: 1.4,
  minHeight: 24,
  paddingTop: 2,
  cursor: 'pointer',
});

/** The square of a checkbox, drawn from tokens on the native input, so keyboard and screen reader are the browser's own. */
export const CheckSquare = styled('input')({
  appearance: 'none',
  width: 16,
  height: 16,
  flex: 'none',
  margin: '2px 0 0',
  borderRadius: 4,
  border: '1px solid var(--edge)',
  background: 'var(--surface)',
  display: 'inline-grid',
  placeItems: 'center',
  cursor: 'pointer',
  '&::after': {
    content: '""',
    width: 8,
    height: 4,
    marginTop: -2,
    borderLeft: '2px solid var(--on-ink)',
    borderBottom: '2px solid var(--on-ink)',
    transform: 'rotate(-45deg)',
    visibility: 'hidden',
  },
  '&:checked': { background: 'var(--ink)', borderColor: 'var(--ink)' },
  '&:checked::after': { visibility: 'visible' },
  '&:indeterminate': { background: 'var(--ink)', borderColor: 'var(--ink)' },
  '&:indeterminate::after': {
    visibility: 'visible',
    transform: 'none',
    height: 0,
    marginTop: 0,
    borderLeft: 0,
  },
  '&:disabled': { background: 'var(--sunken)', borderColor: 'var(--line-strong)' },
  '@media (forced-colors: active)': { appearance: 'auto' },
});

export type CheckboxProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  full?: boolean | undefined;
};

/** Yes or no. */
export const Checkbox = ({ label, checked, onChange, hint, disabled, full }: CheckboxProps) => {
  const id = useId();
  return (
    <Line style={full === true ? { gridColumn: '1 / -1' } : {}}>
      <CheckSquare
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : id}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint === undefined ? null : (
          <span id={id} className="soft small" style={{ display: 'block' }}>
            {hint}
          </span>
        )}
      </span>
    </Line>
  );
};
