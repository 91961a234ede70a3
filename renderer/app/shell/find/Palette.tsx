import { styled } from '@mui/material/styles';
import { useEffect, useLayoutEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { searchAreas } from '../../../../shared/contract/search.ts';
import { SearchIcon } from '../../../ui/icons.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx';
import { useOfferedCommands } from '../../../ui/window/commands.ts';
import { useKeys } from '../../../ui/window/keys.ts';
import { useStatusKeys } from '../../../ui/window/status.ts';
import { addressOf, withMarks } from './addresses.ts';
import { noConditions, toggleArea } from './conditions.ts';
import { matchingCommands, sectionsOf, type Entry } from './entries.ts';
import { EntryList } from './EntryList.tsx';
import { FindFilters } from './FindFilters.tsx';
import { FindFoot, NothingFound } from './FindNotes.tsx';
import { rememberPlace, rememberSearch, useRecent } from './recent.ts';
import { useFound, useIndexing } from './useFound.ts';

const Sheet = styled('div')({
  position: 'absolute',
  top: 'min(52px, 6vh)',
  left: '50%',
  transform: 'translateX(-50%)',
  width: 'min(760px, calc(100vw - 32px))',
  maxHeight: 'calc(100vh - min(52px, 6vh) - 44px)',
  display: 'flex',
  flexDirection: 'column',
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--shadow)',
  overflow: 'hidden',
  outline: 'none',
  // in a low window the conditions must not take the room of what is found
  '@media (max-height: 420px)': { overflow: 'auto' },
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
  '& input': {
    flex: 1,
    minWidth: 0,
    border: 0,
    background: 'none',
    outline: 'none',
    color: 'var(--text)',
    height: '100%',
  },
});

/** How far PageUp and PageDown go. */
const leap = 8;

/** What is typed is searched for in everything and among the commands; one list, chosen from by arrows and Enter. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['search', 'app']);
  const id = useId();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [conditions, setConditions] = useState(noConditions);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const enterWaits = useRef(false);
  const recent = useRecent();

  const onlyCommands = typed.startsWith('>');
  const found = useFound(typed, conditions, !onlyCommands);
  const indexing = useIndexing();
  const nothingTyped = typed.trim() === '';
  const commands = matchingCommands(useOfferedCommands(), onlyCommands ? typed.slice(1) : typed, onlyCommands);
  const sections = sectionsOf({
    commands,
    results: found.results,
    hasMore: found.more !== undefined,
    recent: nothingTyped ? recent : null,
    onlyCommands,
  });
  const entries = sections.flatMap((section) => section.entries);
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === chosenKey),
  );
  const chosen = entries[at];

  useStatusKeys([
    { keys: ['Up', 'Down'], label: t('app:find.keys.choose') },
    { keys: 'Enter', label: t('app:find.keys.run') },
    { keys: ['Alt+1', `Alt+${searchAreas.length}`], label: t('keys.areas') },
    { keys: 'Esc', label: t('app:find.keys.close') },
  ]);
  useKeys(
    Object.fromEntries(
      searchAreas.map((area, index) => [`Alt+${index + 1}`, () => setConditions((before) => toggleArea(before, area))]),
    ),
    { inText: true },
  );

  const type = (text: string): void => {
    setTyped(text);
    setChosenKey(null);
    enterWaits.current = false;
  };
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined || entry.disabled === true) return;
    switch (entry.kind) {
      case 'command':
        onClose();
        entry.command.run();
        return;
      case 'result': {
        const { entity, title, context, day } = entry.result;
        const address = addressOf(entry.result);
        rememberPlace({ address, entity, title, context, day });
        rememberSearch({ text: typed.trim().slice(0, 200), conditions });
        onClose();
        void navigate(withMarks(address, typed));
        return;
      }
      case 'place':
        onClose();
        void navigate(entry.place.address);
        return;
      case 'search':
        type(entry.search.text);
        setConditions(entry.search.conditions);
        input.current?.focus();
        return;
      case 'more':
        found.more?.();
        // the choice stays with the last one that was there, and what comes next follows it
        setChosenKey(entries.at(-2)?.key ?? null);
    }
  };
  // Enter pressed before the answer came means the answer to come, not what stood there before
  const runFirst = useRef(() => run(entries[0]));
  useLayoutEffect(() => {
    runFirst.current = () => run(entries[0]);
  });
  useEffect(() => {
    if (found.stale || !enterWaits.current) return;
    enterWaits.current = false;
    runFirst.current();
  }, [found.stale]);
  const enter = (): void => {
    if (found.stale && chosenKey === null && chosen?.kind !== 'command') enterWaits.current = true;
    else run(chosen);
  };
  const move = (to: number): void => setChosenKey(entries[to]?.key ?? null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = entries.length - 1;
    const moves: Record<string, number> = {
      ArrowUp: at === 0 ? last : at - 1,
      ArrowDown: at === last ? 0 : at + 1,
      PageUp: Math.max(0, at - leap),
      PageDown: Math.min(last, at + leap),
    };
    const to = moves[event.code];
    if (to !== undefined && !event.altKey) {
      event.preventDefault();
      move(to);
    }
    if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.nativeEvent.isComposing) {
      event.preventDefault();
      enter();
    }
  };
  const isEmpty = entries.length === 0 && !found.stale && (found.error === null || found.idle);
  return (
    <Sheet>
      <Find>
        <SearchIcon />
        <input
          ref={(element) => {
            // the palette was opened to be typed into
            if (input.current === null) element?.focus();
            input.current = element;
          }}
          role="combobox"
          aria-label={t('app:find.placeholder')}
          aria-expanded={entries.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.key}`}
          aria-describedby={`${id}-count`}
          placeholder={t('app:find.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </Find>
      {onlyCommands ? null : <FindFilters conditions={conditions} onChange={setConditions} />}
      {indexing === null || onlyCommands ? null : (
        <div style={{ padding: '8px 12px 0' }}>
          <Notice tone="amber">{t('indexing', { percent: indexing })}</Notice>
        </div>
      )}
      {found.error === null ? null : (
        <div style={{ padding: '8px 12px 0' }}>
          <ErrorNotice error={found.error} />
        </div>
      )}
      <EntryList
        id={id}
        sections={sections}
        chosen={chosen?.key}
        onPoint={(entry) => setChosenKey(entry.key)}
        onRun={run}
      />
      {isEmpty ? <NothingFound conditions={conditions} onlyCommands={onlyCommands} /> : null}
      <FindFoot id={`${id}-count`} found={found} />
    </Sheet>
  );
};
