import { useTranslation } from 'react-i18next';
import { styled } from '@mui/material/styles';
import { IconButton } from '../../ui/Button.tsx';
import { Chip, FilterChip } from '../../ui/Chip.tsx';
import { LockIcon, RedoIcon, UndoIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Brand } from '../../ui/window/Brand.tsx';
import { TopLine } from '../../ui/window/frame.ts';
import { LanguageMenu } from '../../ui/window/LanguageMenu.tsx';
import { ConflictsChip } from './ConflictsChip.tsx';
import type { useMarks } from '../../ui/window/marks.ts';
import type { useUndo } from './useUndo.ts';

const Find = styled('button')({
  flex: '0 1 420px',
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'center',
  height: 30,
  minWidth: 0,
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
  padding: '0 6px 0 10px',
  color: 'var(--faint)',
  background: 'var(--bg)',
  cursor: 'text',
  textAlign: 'left',
});

/** Gives way before anything else does in a narrow window. */
const Yields = styled('span')({
  display: 'flex',
  flex: '0 9 auto',
  minWidth: 60,
  '& > span': { flex: '0 1 auto', minWidth: 0 },
});

export type TopBarProps = {
  /** The workspace in a word: the territory, or the agency. */
  place: string | null;
  undo: ReturnType<typeof useUndo>;
  /** The words that are marked on the page. */
  marks: ReturnType<typeof useMarks>;
  onFind: () => void;
  onLock: () => void;
};

/** Brand, the search box that opens the palette, the workspace, undo and redo, lock, language. */
export const TopBar = ({ place, undo, marks, onFind, onLock }: TopBarProps) => {
  const { t } = useTranslation(['app', 'common', 'search']);
  return (
    <TopLine className="noPrint">
      <Brand width={188} />
      <Find type="button" onClick={onFind} aria-haspopup="dialog">
        <span className="cut">{t('app:find.placeholder')}</span>
        <Kbd keys="Ctrl+K" />
      </Find>
      {marks.words === null ? null : (
        <Yields>
          <FilterChip name={`${t('search:marked')} (${marks.count})`} value={marks.words} onRemove={marks.clear} />
        </Yields>
      )}
      <span style={{ flex: 1 }} />
      <ConflictsChip />
      {place === null ? null : (
        <Yields title={place}>
          <Chip>{place}</Chip>
        </Yields>
      )}
      <span style={{ display: 'inline-flex', gap: 2 }}>
        <IconButton
          label={undo.undoing.label}
          icon={<UndoIcon />}
          size="small"
          shortcut="Ctrl+Z"
          disabled={!undo.undoing.possible}
          onClick={undo.undo}
        />
        <IconButton
          label={undo.redoing.label}
          icon={<RedoIcon />}
          size="small"
          shortcut="Ctrl+Y"
          disabled={!undo.redoing.possible}
          onClick={undo.redo}
        />
        <IconButton
          label={t('common:action.lock')}
          icon={<LockIcon />}
          size="small"
          shortcut="Ctrl+L"
          onClick={onLock}
        />
      </span>
      <LanguageMenu />
    </TopLine>
  );
};
