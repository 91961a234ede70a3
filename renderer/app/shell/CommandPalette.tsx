import Modal from '@mui/material/Modal';
import { styled } from '@mui/material/styles';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { wordMatcher } from '../../ui/matchesWords.ts';
import { useOfferedCommands, type Command } from '../../ui/window/commands.ts';
import { useStatusKeys } from '../../ui/window/status.ts';

const Sheet = styled('div')({
  position: 'absolute',
  top: 52,
  left: '50%',
  transform: 'translateX(-50%)',
  width: 'min(560px, calc(100vw - 32px))',
  maxHeight: 'min(480px, calc(100vh - 80px))',
  display: 'flex',
  flexDirection: 'column',
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--shadow)',
  overflow: 'hidden',
  outline: 'none',
});

const Find = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '0 14px',
  height: 44,
  flex: 'none',
  borderBottom: '1px solid var(--line)',
  color: 'var(--soft)',
  '& input': { flex: 1, border: 0, background: 'none', outline: 'none', color: 'var(--text)', height: '100%' },
});

const List = styled('div')({
  padding: 4,
  overflow: 'auto',
  '& > div': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 32,
    padding: '4px 10px',
    borderRadius: 6,
    cursor: 'pointer',
  },
  '& > [aria-selected=true]': { background: 'var(--ink-soft)' },
  '& > [aria-disabled=true]': { color: 'var(--faint)' },
});

const Palette = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('app');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const matches = wordMatcher(typed);
  const found = useOfferedCommands().filter(({ label, group }) => matches(`${group ?? ''} ${label}`));
  const chosen = Math.min(at, found.length - 1);

  useStatusKeys([
    { keys: ['Up', 'Down'], label: t('find.keys.choose') },
    { keys: 'Enter', label: t('find.keys.run') },
    { keys: 'Esc', label: t('find.keys.close') },
  ]);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (command: Command | undefined): void => {
    if (command === undefined || command.disabled === true) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowUp: chosen - 1, ArrowDown: chosen + 1 };
    const to = moves[event.code];
    if (to !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((to + found.length) % found.length);
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      run(found[chosen]);
    }
  };
  return (
    <Sheet>
      <Find>
        <SearchIcon />
        <input
          // the palette was opened to be typed into
          ref={(input) => input?.focus()}
          role="combobox"
          aria-label={t('find.placeholder')}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder={t('find.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </Find>
      <List id={id} role="listbox" aria-label={t('find.label')} ref={list}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={command.disabled === true}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              run(command);
            }}
          >
            {command.icon}
            <span style={{ flex: 1 }}>{command.label}</span>
            {command.group === undefined ? null : <span className="soft small">{command.group}</span>}
            {command.keys === undefined ? null : <Kbd keys={command.keys} />}
          </div>
        ))}
      </List>
      {found.length > 0 ? null : <p style={{ padding: '4px 16px 14px', color: 'var(--soft)' }}>{t('find.nothing')}</p>}
    </Sheet>
  );
};

/** Ctrl+K: everything that can be done now, by its words. */
export const CommandPalette = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('app');
  return (
    <Modal open={open} onClose={onClose} aria-label={t('find.label')} slotProps={{ backdrop: { invisible: true } }}>
      <div role="dialog" aria-modal="true" aria-label={t('find.label')}>
        {open ? <Palette onClose={onClose} /> : null}
      </div>
    </Modal>
  );
};
