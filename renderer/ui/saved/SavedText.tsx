import type { KeyboardEvent, ReactNode } from 'react';
import { NumberField, TextArea, TextInput } from '../TextInput.tsx';
import { useSavedField, type SavedField } from './savedField.ts';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

type Common = { label: string; hint?: ReactNode; full?: boolean; disabled?: boolean; placeholder?: string };

/** One line, saved when the field is left or Enter is pressed; Esc takes back what was typed. */
export const SavedText = (
  props: Common & {
    field: SavedField<string>;
    type?: 'text' | 'email' | 'tel' | 'url';
    required?: boolean;
    /** What is wrong with what is being typed, before it is saved. */
    check?: (text: string) => string | undefined;
    /** Said under the field, before the hint, of what is being typed. */
    say?: (text: string) => string;
  },
) => {
  const { value, dirty, error, change, commit, revert } = useSavedField(props.field, oneLine);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.code === 'Enter' && !event.ctrlKey) commit();
    if (event.code === 'Escape' && dirty) {
      event.preventDefault();
      revert();
    }
  };
  const wrong = dirty ? props.check?.(value) : undefined;
  const said = props.say?.(value);
  const hint =
    said === undefined ? (
      props.hint
    ) : (
      <>
        <span style={{ display: 'block', color: 'var(--text)' }}>{said}</span>
        {props.hint}
      </>
    );
  return (
    <TextInput
      label={props.label}
      hint={hint}
      full={props.full}
      required={props.required}
      disabled={props.disabled}
      placeholder={props.placeholder}
      type={props.type}
      value={value}
      error={wrong ?? error}
      onChange={change}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
};

/** Several lines, saved when the field is left. */
export const SavedArea = (props: Common & { field: SavedField<string>; minRows?: number; labelHidden?: boolean }) => {
  const { value, error, change, commit } = useSavedField(props.field, (text) => text.trim());
  return (
    <TextArea
      label={props.label}
      labelHidden={props.labelHidden}
      hint={props.hint}
      full={props.full}
      placeholder={props.placeholder}
      minRows={props.minRows ?? 2}
      value={value}
      error={error}
      onChange={change}
      onBlur={commit}
    />
  );
};

/** A number, saved when it is chosen by the arrows or the field is left. */
export const SavedNumber = (props: Common & { field: SavedField<number | null>; min?: number; max?: number }) => {
  const { value, error, change, commit } = useSavedField(props.field);
  return (
    <div onBlur={commit}>
      <NumberField
        label={props.label}
        hint={props.hint}
        min={props.min}
        max={props.max}
        value={value}
        error={error}
        onChange={change}
      />
    </div>
  );
};
