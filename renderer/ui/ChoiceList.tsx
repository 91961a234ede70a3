import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckSquare } from './Checkbox.tsx';
import { wordMatcher } from './matchesWords.ts';
import { TextInput } from './TextInput.tsx';

const Values = styled('div')({
  maxHeight: 260,
  overflow: 'auto',
  margin: '0 -6px',
  '& label': {
    display: 'flex',
    gap: 8,
    alignItems: 'center',
    minHeight: 28,
    padding: '2px 6px',
    borderRadius: 6,
    cursor: 'pointer',
  },
  '& label:hover': { background: 'var(--bg)' },
  '& label > span:first-of-type': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** More values than these are searched rather than scrolled through. */
const searchFrom = 9;

/** Several of many, ticked; searched by their words where there are many. */
export const ChoiceList = <T extends string>(props: {
  label: string;
  options: readonly { value: T; label: string; note?: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) => {
  const { label, options, chosen, onChange } = props;
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const matches = wordMatcher(typed);
  return (
    <>
      {options.length < searchFrom ? null : (
        <TextInput
          label={t('filter.find')}
          labelHidden
          placeholder={t('filter.find')}
          value={typed}
          onChange={setTyped}
          takesFocus
        />
      )}
      <Values role="group" aria-label={label}>
        {options
          .filter((option) => matches(option.label))
          .map((option, index) => (
            <label key={option.value}>
              <CheckSquare
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={() =>
                  onChange(
                    chosen.includes(option.value)
                      ? chosen.filter((one) => one !== option.value)
                      : [...chosen, option.value],
                  )
                }
                ref={(element: HTMLInputElement | null) => {
                  if (index === 0 && options.length < searchFrom && chosen.length === 0) element?.focus();
                }}
                sx={{ mt: 0 }}
              />
              <span>{option.label}</span>
              {option.note === undefined ? null : <span className="soft small">{option.note}</span>}
            </label>
          ))}
      </Values>
    </>
  );
};
