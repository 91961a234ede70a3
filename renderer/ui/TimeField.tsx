import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoTime } from '../../shared/dates.ts';
import { Field, fieldProps, InputBox, type FieldProps } from './Field.tsx';

/**
 * A time of day as people type it: `9`, `930`, `9.30`, `9:30`, `09 30` are all 09:00 or 09:30. Null when it is none.
 */
export const readTime = (text: string): string | null => {
  const match = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  return isIsoTime(time) ? time : null;
};

/** A time of day, typed. */
export const TimeField = (
  props: FieldProps & { value: string | null; onChange: (time: string | null) => void; placeholder?: string },
) => {
  const { t } = useTranslation('ui');
  const { value, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' && readTime(typed) === null;
  const take = (): void => {
    if (typed === undefined || wrong) return;
    const time = typed.trim() === '' ? null : readTime(typed);
    if (time !== value) onChange(time);
    setTyped(undefined);
  };
  return (
    <Field {...fieldProps(props)} error={props.error ?? (wrong ? t('time.notUnderstood') : undefined)}>
      {(control) => (
        <InputBox wrong={wrong || props.error !== undefined} off={props.disabled === true}>
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            placeholder={props.placeholder ?? '00:00'}
            disabled={props.disabled}
            value={typed ?? value ?? ''}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.code === 'Enter') take();
            }}
          />
        </InputBox>
      )}
    </Field>
  );
};
