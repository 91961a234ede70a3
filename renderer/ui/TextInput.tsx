import TextareaAutosize from '@mui/material/TextareaAutosize';
import type { InputHTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import { Field, fieldProps, InputBox, type FieldProps } from './Field.tsx';
import { useFocusOnMount } from './focus.ts';

export type TextInputProps = FieldProps & {
  value: string;
  onChange: (text: string) => void;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | undefined;
  placeholder?: string | undefined;
  /** Takes the focus when it appears. */
  takesFocus?: boolean | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  readOnly?: boolean | undefined;
  name?: string | undefined;
  spellCheck?: boolean | undefined;
  /** Stands at the end of the box: an icon or a small button. */
  trailing?: ReactNode;
  leading?: ReactNode;
  onBlur?: (() => void) | undefined;
  onFocus?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  inputProps?: InputHTMLAttributes<HTMLInputElement> | undefined;
};

/** One line of text. */
export const TextInput = (props: TextInputProps) => {
  const ref = useFocusOnMount<HTMLInputElement>(props.takesFocus === true);
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <InputBox wrong={props.error !== undefined} off={props.disabled === true}>
          {props.leading}
          <input
            {...props.inputProps}
            {...control}
            ref={ref}
            type={props.type ?? 'text'}
            value={props.value}
            name={props.name}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            readOnly={props.readOnly}
            disabled={props.disabled}
            spellCheck={props.spellCheck}
            autoComplete={props.autoComplete ?? 'off'}
            onChange={(event) => props.onChange(event.target.value)}
            onBlur={props.onBlur}
            onFocus={props.onFocus}
            onKeyDown={props.onKeyDown}
          />
          {props.trailing}
        </InputBox>
      )}
    </Field>
  );
};

export type TextAreaProps = FieldProps & {
  value: string;
  onChange: (text: string) => void;
  placeholder?: string | undefined;
  takesFocus?: boolean | undefined;
  minRows?: number | undefined;
  maxRows?: number | undefined;
  readOnly?: boolean | undefined;
  onBlur?: (() => void) | undefined;
};

/** Several lines; grows with the text up to `maxRows`. */
export const TextArea = (props: TextAreaProps) => {
  const ref = useFocusOnMount<HTMLTextAreaElement>(props.takesFocus === true);
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <InputBox wrong={props.error !== undefined} off={props.disabled === true} sx={{ py: '5px' }}>
          <TextareaAutosize
            {...control}
            ref={ref}
            value={props.value}
            placeholder={props.placeholder}
            minRows={props.minRows ?? 3}
            maxRows={props.maxRows ?? 12}
            readOnly={props.readOnly}
            disabled={props.disabled}
            onChange={(event) => props.onChange(event.target.value)}
            onBlur={props.onBlur}
            style={{ resize: 'none' }}
          />
        </InputBox>
      )}
    </Field>
  );
};

/** A number; null when the field is empty. */
export const NumberField = (
  props: FieldProps & {
    value: number | null;
    onChange: (value: number | null) => void;
    min?: number | undefined;
    max?: number | undefined;
    takesFocus?: boolean | undefined;
    trailing?: ReactNode;
  },
) => {
  const ref = useFocusOnMount<HTMLInputElement>(props.takesFocus === true);
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <InputBox wrong={props.error !== undefined} off={props.disabled === true}>
          <input
            {...control}
            ref={ref}
            type="number"
            min={props.min}
            max={props.max}
            value={props.value ?? ''}
            disabled={props.disabled}
            onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
          />
          {props.trailing}
        </InputBox>
      )}
    </Field>
  );
};
