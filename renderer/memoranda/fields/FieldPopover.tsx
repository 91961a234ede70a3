import Popover from '@mui/material/Popover';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, isIsoDay } from '../../../shared/dates.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { parseTypedDate } from '../../../shared/rules/typedDates.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorText } from '../../ui/core/errors.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { inputOf, meaningOf, saveValue, storedValue, type FieldInput } from './fields.ts';
import { useFieldName } from './useFieldName.ts';

/** A field of the paper that is being filled in. */
export type Filling = {
  key: string;
  label: string;
  element: HTMLElement;
  /** Its place in the text; null for those around it. */
  position: number | null;
  /** What was typed over it to begin with. */
  typed: string;
};

export type FieldPopoverProps = {
  memorandum: MemorandumDetail;
  filling: Filling;
  /** Puts words in the place of a hole. */
  onHole: (filling: Filling, words: string) => void;
  /** Back to the paper: at the field, or on to the next one (or the one before). */
  onDone: (step: -1 | 0 | 1) => void;
};

/** Reads what was typed: the value to store, or undefined when it makes no sense. */
const useRead = (input: FieldInput): ((typed: string) => string | undefined) => {
  const { language } = useLanguage();
  const today = useToday();
  return (typed) => {
    const text = typed.trim();
    if (text === '' || input === 'line' || input === 'text') return text;
    if (input === 'months') {
      const months = Number(text);
      return Number.isInteger(months) && months >= 1 && months <= 1200 ? text : undefined;
    }
    return isIsoDay(text) ? text : (parseTypedDate(text, { today, language }) ?? undefined);
  };
};

/** A field is filled in where it stands: Enter keeps the value, Tab goes on to the next one, Esc leaves it as it was. */
export const FieldPopover = ({ memorandum, filling, onHole, onDone }: FieldPopoverProps) => {
  const { t } = useTranslation(['memoranda', 'common', 'ui']);
  const { language } = useLanguage();
  const errorText = useErrorText();
  const nameOf = useFieldName(memorandum);
  const meaning = meaningOf(filling.key, memorandum);
  const input = inputOf(meaning) ?? 'line';
  const read = useRead(input);
  const stored = storedValue(meaning, memorandum);
  const shown = input === 'day' && stored !== '' ? formatDay(stored, language) : stored;
  const [typed, setTyped] = useState(filling.typed === '' ? shown : filling.typed);
  const [error, setError] = useState<unknown>();
  const [wrong, setWrong] = useState(false);
  const value = read(typed);
  const keep = async (step: -1 | 0 | 1): Promise<void> => {
    if (value === undefined) {
      setWrong(true);
      return;
    }
    try {
      if (meaning.kind === 'hole') {
        if (value !== '') onHole(filling, value);
      } else if (value !== stored) await trackSaving(saveValue(meaning, value, memorandum));
      onDone(step);
    } catch (caught) {
      setError(caught);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      event.stopPropagation();
      void keep(0);
    }
    if (event.code === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      void keep(event.shiftKey ? -1 : 1);
    }
  };
  const hint =
    input === 'day' && value !== undefined && value !== ''
      ? formatDay(value, language, 'weekdayLong')
      : meaning.kind === 'hole'
        ? t('fill.holeHint')
        : t('fill.hint');
  const misread = wrong && value === undefined;
  return (
    <Popover
      open
      anchorEl={filling.element}
      onClose={() => onDone(0)}
      disableRestoreFocus
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': nameOf(filling.key),
          sx: {
            p: '10px 12px 12px',
            mt: '6px',
            width: 300,
            maxWidth: 'calc(100vw - 32px)',
            border: '1px solid var(--line)',
            borderRadius: '8px',
            background: 'var(--surface)',
            boxShadow: 'var(--shadow)',
          },
        },
      }}
    >
      <div style={{ display: 'flex', gap: 6, alignItems: 'flex-start' }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <TextInput
            label={meaning.kind === 'hole' && filling.label !== '' ? filling.label : nameOf(filling.key)}
            hint={hint}
            error={
              misread
                ? t(input === 'day' ? 'ui:date.notUnderstood' : 'fill.monthsWrong')
                : error === undefined
                  ? undefined
                  : errorText(error)
            }
            takesFocus
            value={typed}
            onChange={(text) => {
              setTyped(text);
              setWrong(false);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div style={{ paddingTop: 20 }}>
          <Button variant="primary" onClick={() => void keep(0)}>
            {t('common:action.ok')}
          </Button>
        </div>
      </div>
    </Popover>
  );
};
