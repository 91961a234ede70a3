import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ChevronLeftIcon } from '../ui/icons.tsx';
import { useKeys } from '../ui/window/keys.ts';

/** Below this there is room for the register or for the panel: small windows, and 200 % zoom. */
const narrow = '(max-width: 900px)';

const Frame = styled('div')({ display: 'flex', flex: '1 0 200px', minHeight: 0, minWidth: 0, overflow: 'hidden' });
const List = styled('div')({ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' });
const Side = styled('aside')({
  width: 372,
  flex: 'none',
  borderLeft: '1px solid var(--line)',
  background: 'var(--surface)',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  // where it stands alone every line is needed: all of it scrolls, its acts stand at the end
  '&[data-alone]': {
    width: '100%',
    borderLeft: 0,
    overflow: 'auto',
    '& [role=region]': { flex: 'none', overflow: 'visible' },
  },
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
});

export const useIsNarrow = (): boolean => useMediaQuery(narrow, { noSsr: true });

/** Puts the focus into the register. */
export const focusRegister = (): void => document.querySelector<HTMLElement>('[role=grid]')?.focus();

/** The register with the panel of its current row; where it is narrow one of the two. Esc leads from the panel back. */
export const Split = ({
  list,
  panel,
  panelLabel,
  opened,
  onBack,
}: {
  list: ReactNode;
  panel: ReactNode;
  panelLabel: string;
  /** The panel was asked for, where there is room for one only. */
  opened: boolean;
  onBack: () => void;
}) => {
  const { t } = useTranslation('decisions');
  const isNarrow = useIsNarrow();
  const side = useRef<HTMLElement>(null);
  const back = (): void => {
    onBack();
    // the register may have to be drawn first
    requestAnimationFrame(focusRegister);
  };
  useKeys({ Esc: back }, { scope: side, inText: true });
  const alone = isNarrow && opened && panel !== null;
  // the register that had the focus is gone from the page
  useEffect(() => {
    if (alone) side.current?.focus();
  }, [alone]);
  return (
    <Frame>
      {alone ? null : <List>{list}</List>}
      {panel === null || (isNarrow && !opened) ? null : (
        <Side ref={side} aria-label={panelLabel} data-alone={alone ? '' : undefined} tabIndex={alone ? 0 : undefined}>
          {alone ? (
            <div style={{ padding: '6px 10px', borderBottom: '1px solid var(--line)' }}>
              <Button size="small" variant="bare" icon={<ChevronLeftIcon />} shortcut="Esc" onClick={back}>
                {t('panel.back')}
              </Button>
            </div>
          ) : null}
          {panel}
        </Side>
      )}
    </Frame>
  );
};
