import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';

/** What a control puts on its input so that label, hint and error belong to it. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

/** What every input of the kit takes. */
export type FieldProps = {
  label: string;
  /** Said under the field as long as there is no error. */
  hint?: ReactNode | undefined;
  /** What is wrong with the value, under the field. */
  error?: string | undefined;
  labelHidden?: boolean | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Spans a whole row of a `FormGrid`. */
  full?: boolean | undefined;
};

/** Picks what the frame of a field needs out of the props of an input. */
export const fieldProps = ({ label, hint, error, labelHidden, required, full }: FieldProps): FieldProps => ({
  label,
  hint,
  error,
  labelHidden,
  required,
  full,
});

const Frame = styled('div', { shouldForwardProp: (name) => name !== 'full' })<{ full: boolean }>(({ full }) => ({
  display: 'block',
  minWidth: 0,
  ...(full && { gridColumn: '1 / -1' }),
}));

const Label = styled('label')({
  display: 'block',
  fontSize: 12,
  fontWeight: 550,
  color: 'var(--soft)',
  marginBottom: 3,
});

const Below = styled('div', { shouldForwardProp: (name) => name !== 'wrong' })<{ wrong?: boolean }>(({ wrong }) => ({
  fontSize: 12,
  marginTop: 3,
  color: wrong === true ? 'var(--red)' : 'var(--soft)',
}));

/** The id of the label over a control, for controls that a `<label for>` cannot name. */
export const labelIdOf = (controlId: string): string => `${controlId}-label`;

/** Label above, error or hint below; `children` gets what it must put on its input. */
export const Field = ({
  label,
  hint,
  error,
  labelHidden = false,
  required = false,
  full = false,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) => {
  const id = useId();
  const below = `${id}-below`;
  const says = error !== undefined || hint !== undefined;
  return (
    <Frame full={full}>
      <Label id={labelIdOf(id)} htmlFor={id} className={labelHidden ? 'unseen' : undefined}>
        {label}
      </Label>
      {children({
        id,
        'aria-describedby': says ? below : undefined,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': required ? true : undefined,
      })}
      <div id={below} role={error === undefined ? undefined : 'alert'}>
        {error === undefined ? null : <Below wrong>{error}</Below>}
        {error === undefined && hint !== undefined ? <Below>{hint}</Below> : null}
      </div>
    </Frame>
  );
};

/** Fields beside each other, one under the other where it is narrow (also at 200 % zoom). */
export const FormGrid = styled('div', { shouldForwardProp: (name) => name !== 'columns' })<{ columns?: number }>(
  ({ columns = 2 }) => ({
    display: 'grid',
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gap: '13px 12px',
    alignItems: 'start',
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
);

/** The box of an input: 32 high, the edge at 3:1, a ring when the keyboard is in it. */
export const InputBox = styled('div', { shouldForwardProp: (name) => name !== 'wrong' && name !== 'off' })<{
  wrong?: boolean;
  off?: boolean;
}>(({ wrong = false, off = false }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  padding: '0 10px',
  border: `1px solid ${wrong ? 'var(--red)' : 'var(--edge)'}`,
  borderRadius: 'var(--radius)',
  background: off ? 'var(--sunken)' : 'var(--surface)',
  color: off ? 'var(--soft)' : 'inherit',
  minWidth: 0,
  '&:focus-within': { outline: '2px solid var(--ink)', outlineOffset: 1 },
  '& input, & textarea': {
    flex: 1,
    minWidth: 0,
    width: '100%',
    border: 0,
    padding: 0,
    margin: 0,
    background: 'transparent',
    outline: 'none',
  },
  '& input': { height: 28, textOverflow: 'ellipsis' },
}));
