import MenuItem from '@mui/material/MenuItem';
import MuiSelect from '@mui/material/Select';
import { styled } from '@mui/material/styles';
import { useState, type KeyboardEvent } from 'react';
import InputBase from '@mui/material/InputBase';
import { Field, fieldProps, labelIdOf, type FieldProps } from './Field.tsx';
import { ChevronDownIcon } from './icons.tsx';

export type SelectOption<T extends string> = { value: T; label: string; disabled?: boolean };

const Box = styled(InputBase)({
  width: '100%',
  minHeight: 32,
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  fontSize: 14,
  '& .MuiSelect-select, & .MuiSelect-select.MuiInputBase-input': {
    padding: '4px 30px 4px 10px',
    minHeight: 0,
    height: 22,
    lineHeight: '22px',
    background: 'transparent',
  },
  '& .MuiSelect-icon': { right: 9, top: 'calc(50% - 7px)', color: 'var(--soft)', transition: 'none' },
  '&.Mui-focused': { outline: '2px solid var(--ink)', outlineOffset: 1 },
  '&.Mui-error': { borderColor: 'var(--red)' },
  '&.Mui-disabled': { background: 'var(--sunken)' },
  '& .Mui-disabled': { color: 'var(--soft)', WebkitTextFillColor: 'var(--soft)' },
});

const Chevron = ({ className }: { className?: string }) => (
  <span className={className} style={{ position: 'absolute', pointerEvents: 'none', display: 'flex' }}>
    <ChevronDownIcon size={13} />
  </span>
);

export type SelectProps<T extends string> = FieldProps & {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  placeholder?: string | undefined;
};

/** Keys that open the list. */
const opening = [' ', 'Enter', 'ArrowUp', 'ArrowDown'];

/** One of a few known values; for many or for searching take `Combobox`. */
export const Select = <T extends string>(props: SelectProps<T>) => {
  const { value, onChange, options, placeholder } = props;
  const [open, setOpen] = useState(false);
  // with Ctrl or Alt these keys belong to the dialog and the page around (Ctrl+Enter submits)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!opening.includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <MuiSelect<string>
          value={value ?? ''}
          displayEmpty
          input={<Box />}
          IconComponent={Chevron}
          disabled={props.disabled === true}
          error={props.error !== undefined}
          labelId={labelIdOf(control.id)}
          SelectDisplayProps={{ ...control, onKeyDown }}
          open={open}
          onOpen={() => setOpen(true)}
          onClose={() => setOpen(false)}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
          renderValue={(shown) =>
            options.find((option) => option.value === shown)?.label ?? (
              <span className="faint">{placeholder ?? '\u00a0'}</span>
            )
          }
        >
          {options.map((option) => (
            <MenuItem key={option.value} value={option.value} disabled={option.disabled === true}>
              {option.label}
            </MenuItem>
          ))}
        </MuiSelect>
      )}
    </Field>
  );
};
