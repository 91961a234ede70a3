import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTypedTime } from '../../shared/rules/typedTimes.ts';
import { Field, fieldProps, InputBox, type FieldProps } from './Field.tsx';

/** A time of day, typed. */
export const TimeField = (
  props: FieldProps & { value: string | null; onChange: (time: string | null) => void; placeholder?: string },
) => {
  const { t } = useTranslation('ui');
  const { value, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' && parseTypedTime(typed) === null;
  const take = (): void => {
    if (typed === undefined || wrong) return;
    const time = typed.trim() === '' ? null : parseTypedTime(typed);
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
