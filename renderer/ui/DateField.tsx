import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/dates.ts';
import { parseTypedDate } from '../../shared/rules/typedDates.ts';
import { useLanguage } from './window/language.ts';
import { useToday } from './window/today.ts';
import { IconButton } from './Button.tsx';
import { Calendar } from './Calendar.tsx';
import { Field, fieldProps, InputBox, type FieldProps } from './Field.tsx';
import { useFocusOnMount } from './focus.ts';
import { CalendarIcon } from './icons.tsx';

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD` */
  value: string | null;
  onChange: (day: string | null) => void;
  takesFocus?: boolean | undefined;
};

/**
 * A day as people write it («15.12», «завтра», “by Friday”): says under the field which day it understood and takes it
 * when the field is left or Enter is pressed. Alt+↓ opens a small calendar.
 */
export const DateField = (props: DateFieldProps) => {
  const { value, onChange } = props;
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const input = useFocusOnMount<HTMLInputElement>(props.takesFocus === true);
  const box = useRef<HTMLDivElement>(null);
  const today = useToday();

  const text = typed?.trim() ?? '';
  const understood = text === '' ? null : parseTypedDate(text, { today, language });
  const wrong = text !== '' && understood === null;
  const take = (): void => {
    if (typed === undefined || wrong) return;
    if (understood !== value) onChange(understood);
    setTyped(undefined);
  };
  const choose = (day: string): void => {
    setTyped(undefined);
    setOpen(false);
    onChange(day);
    input.current?.focus();
  };
  const hint = understood === null ? props.hint : formatDay(understood, language, 'weekdayLong');
  return (
    <Field {...fieldProps(props)} hint={hint} error={props.error ?? (wrong ? t('date.notUnderstood') : undefined)}>
      {(control) => (
        <>
          <InputBox
            ref={box}
            wrong={wrong || props.error !== undefined}
            off={props.disabled === true}
            sx={{ pr: '3px' }}
          >
            <input
              {...control}
              ref={input}
              autoComplete="off"
              spellCheck={false}
              disabled={props.disabled}
              value={typed ?? (value === null ? '' : formatDay(value, language))}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={take}
              onKeyDown={(event) => {
                if (event.code === 'Enter') take();
                if (event.altKey && event.code === 'ArrowDown') {
                  event.preventDefault();
                  take();
                  setOpen(true);
                }
              }}
            />
            <IconButton
              size="small"
              label={t('calendar.open')}
              icon={<CalendarIcon />}
              expanded={open}
              disabled={props.disabled === true}
              onClick={() => setOpen(true)}
            />
          </InputBox>
          <Popover
            open={open}
            anchorEl={() => box.current}
            onClose={() => setOpen(false)}
            anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
            slotProps={{ paper: { sx: { p: '8px', mt: '4px' }, role: 'dialog', 'aria-label': props.label } }}
          >
            <Calendar value={value} today={today} onChoose={choose} />
          </Popover>
        </>
      )}
    </Field>
  );
};
