import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { executionStatuses, type ExecutionStatus } from '../../../shared/vocabulary.ts';
import type { Tone } from '../../ui/Chip.tsx';
import { ChevronDownIcon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';

const colours: Record<Tone, string> = {
  neutral: 'var(--soft)',
  green: 'var(--green)',
  amber: 'var(--amber)',
  red: 'var(--red)',
  ink: 'var(--ink-text)',
  violet: 'var(--violet)',
};

const Word = styled(ButtonBase)({
  gap: 4,
  minHeight: 24,
  padding: '0 4px',
  margin: '0 -4px 0 0',
  borderRadius: 4,
  fontSize: 12,
  '&:hover': { background: 'var(--fill)' },
  '&.Mui-focusVisible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
});

/** A state as a word that can be changed where it stands. */
export const StateMenu = (props: {
  /** Whose state it is, for the name of the button. */
  of: string;
  words: string;
  tone: Tone;
  status: ExecutionStatus;
  onChoose: (status: ExecutionStatus) => void;
  more?: readonly MenuEntry[];
}) => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const place = open && anchor.current !== null ? { element: anchor.current } : null;
  return (
    <>
      <Word
        ref={anchor}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('panel.stateOf', { name: props.of, state: props.words })}
        style={{ color: colours[props.tone] }}
        onClick={() => setOpen(true)}
      >
        {props.words}
        <ChevronDownIcon size={12} />
      </Word>
      <Menu
        label={t('panel.chooseState')}
        place={place}
        onClose={() => setOpen(false)}
        items={[
          ...executionStatuses.map((value) => ({
            id: value,
            label: t(`vocabulary:executionStatus.${value}`),
            checked: value === props.status,
            run: () => props.onChoose(value),
          })),
          ...(props.more === undefined ? [] : (['line', ...props.more] as const)),
        ]}
      />
    </>
  );
};
