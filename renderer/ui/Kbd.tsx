import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { capsOf, isMac } from './window/keyCombos.ts';

const Cap = styled('kbd')({
  display: 'inline-block',
  font: 'inherit',
  fontSize: 11,
  lineHeight: '16px',
  height: 18,
  border: '1px solid var(--line-strong)',
  borderBottomWidth: 2,
  borderRadius: 4,
  padding: '0 5px',
  color: 'var(--soft)',
  background: 'var(--surface)',
  whiteSpace: 'nowrap',
  fontWeight: 450,
});

const drawn: Record<string, string> = {
  Enter: '↵',
  Shift: '⇧',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Backspace: '⌫',
};

/** The caps of a combo as drawn on the keyboard: `Ctrl+Shift+Enter` → `Ctrl ⇧ ↵`; the space bar has its word. */
export const useKeyText = (): ((combo: string) => string) => {
  const { t } = useTranslation('ui');
  const cap = (name: string): string => {
    if (name === 'Space') return t('key.space');
    if (isMac() && name === 'Ctrl') return '⌘';
    if (isMac() && name === 'Alt') return '⌥';
    return drawn[name] ?? name;
  };
  return (combo) => capsOf(combo).map(cap).join(' ');
};

/** A key or a combo as its cap: `<Kbd keys="Ctrl+Enter" />`. */
export const Kbd = ({ keys }: { keys: string }) => {
  const keyText = useKeyText();
  return <Cap>{keyText(keys)}</Cap>;
};
