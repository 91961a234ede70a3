import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../../ui/Chip.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import { conditionKinds, inForce, without, type ConditionKind, type Conditions } from './registerFilter.ts';
import type { ConditionWords } from './useConditionWords.ts';

const AddChip = styled(ButtonBase)({
  gap: 5,
  height: 26,
  padding: '0 10px',
  borderRadius: 13,
  border: '1px dashed var(--line-strong)',
  background: 'var(--surface)',
  color: 'var(--soft)',
  fontSize: 12,
  '&:hover': { background: 'var(--bg)' },
  '&.Mui-focusVisible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
});

/** Of a meeting one hears from elsewhere; the others can be asked for here. */
const offered = conditionKinds.filter((kind) => kind !== 'meeting');

/** The conditions in force as chips, and the button that adds one (F). */
export const ConditionBar = ({
  conditions,
  onChange,
  words,
}: {
  conditions: Conditions;
  onChange: (conditions: Conditions) => void;
  words: ConditionWords;
}) => {
  const { t } = useTranslation(['ui', 'decisions']);
  const add = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState(false);
  const [edited, setEdited] = useState<{ kind: ConditionKind; anchor: HTMLElement }>();
  useKeys({ F: () => setChoosing(true) });
  const anchor = add.current;
  const close = (): void => {
    setEdited(undefined);
    // the chip that was pressed may be gone with its condition
    add.current?.focus();
  };
  return (
    <>
      {inForce(conditions).map((kind) => (
        <FilterChip
          key={kind}
          name={words.name(kind)}
          value={words.value(kind, conditions)}
          onRemove={() => onChange(without(conditions, kind))}
          {...(kind === 'meeting' ? {} : { onOpen: (element: HTMLElement) => setEdited({ kind, anchor: element }) })}
        />
      ))}
      <AddChip ref={add} aria-haspopup="menu" aria-expanded={choosing} onClick={() => setChoosing(true)}>
        <PlusIcon size={13} />
        {t('ui:filter.add')}
      </AddChip>
      <Menu
        label={t('ui:filter.which')}
        place={choosing && anchor !== null ? { element: anchor } : null}
        onClose={() => setChoosing(false)}
        items={offered.map((kind) => ({
          id: kind,
          label: t(`decisions:filter.${kind}`),
          run: () => {
            if (anchor !== null) setEdited({ kind, anchor });
          },
        }))}
      />
      <Popover
        open={edited !== undefined}
        anchorEl={edited?.anchor ?? null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            sx: { mt: '4px' },
            role: 'dialog',
            'aria-label': edited === undefined ? '' : t(`decisions:filter.${edited.kind}`),
            onKeyDown: ({ code, target }: KeyboardEvent) => {
              if (code === 'Enter' && target instanceof HTMLInputElement && target.type === 'text') close();
            },
          },
        }}
      >
        {edited === undefined ? null : (
          <ConditionEditor kind={edited.kind} conditions={conditions} onChange={onChange} onClose={close} />
        )}
      </Popover>
    </>
  );
};
