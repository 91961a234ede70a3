import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ChevronLeftIcon } from '../ui/icons.tsx';
import { useKeys } from '../ui/window/keys.ts';

/** Below this there is room for the list or for the panel: small windows, and 200 % zoom. */
const narrow = '(max-width: 900px)';

/** Never lower than a few rows: where the window is, the page scrolls. */
const Frame = styled('div')({ display: 'flex', flex: '1 0 240px', minHeight: 0, minWidth: 0, overflow: 'hidden' });

const Side = styled('aside')({
  width: 356,
  flex: 'none',
  borderLeft: '1px solid var(--line)',
  background: 'var(--surface)',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  overflow: 'auto',
  // the field that has the focus is never behind the acts at the foot
  scrollPaddingBottom: 56,
  '&[data-alone]': { width: '100%', borderLeft: 0 },
});

const List = styled('div')({ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' });

/** Whether there is room for only one of list and panel. */
export const useIsNarrow = (): boolean => useMediaQuery(narrow, { noSsr: true });

const focusPanel = (): void => {
  const fields = document.querySelectorAll<HTMLElement>(
    '#directory-panel :is(input, [role=combobox], textarea, button)',
  );
  [...fields].find((field) => !field.hasAttribute('disabled') && field.offsetParent !== null)?.focus();
};

/** Somebody asked to work in the panel: which record they meant, and that it has been done. */
export type PanelWish = { id: string | null; done: () => void };

/** Puts the focus on the panel's first field once it shows the record that was meant, not the one before. */
export const usePanelFocus = (shown: string | undefined, { id, done }: PanelWish): void => {
  useEffect(() => {
    if (id === null || id !== shown) return;
    focusPanel();
    done();
  }, [id, shown, done]);
};

/** Puts the focus into the list. */
export const focusList = (): void => document.querySelector<HTMLElement>('[role=grid]')?.focus();

/**
 * A list with a panel about its current row; where it is narrow one of the two, the panel when it was asked for. Esc
 * leads from the panel back to the list.
 */
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
  opened: boolean;
  onBack: () => void;
}) => {
  const { t } = useTranslation('directory');
  const isNarrow = useIsNarrow();
  const side = useRef<HTMLElement>(null);
  const back = (): void => {
    onBack();
    // the list may have to be drawn first
    requestAnimationFrame(focusList);
  };
  useKeys({ Esc: back }, { scope: side, inText: true });
  const showsPanel = panel !== null && (!isNarrow || opened);
  return (
    <Frame>
      {isNarrow && showsPanel ? null : <List>{list}</List>}
      {showsPanel ? (
        <Side ref={side} id="directory-panel" aria-label={panelLabel} data-alone={isNarrow ? '' : undefined}>
          {isNarrow ? (
            <div style={{ padding: '6px 10px', borderBottom: '1px solid var(--line)' }}>
              <Button size="small" variant="bare" icon={<ChevronLeftIcon />} shortcut="Esc" onClick={back}>
                {t('panel.back')}
              </Button>
            </div>
          ) : null}
          {panel}
        </Side>
      ) : null}
    </Frame>
  );
};
