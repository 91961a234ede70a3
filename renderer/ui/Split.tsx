import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { ChevronLeftIcon } from './icons.tsx';
import { useKeys } from './window/keys.ts';

/** Below this there is room for the list or for the panel: small windows, and 200 % zoom. */
const narrow = '(max-width: 900px)';

/** Never lower than a few rows: where the window is, the page scrolls. */
const Frame = styled('div')({ display: 'flex', flex: '1 0 240px', minHeight: 0, minWidth: 0, overflow: 'hidden' });

const Side = styled('aside')({
  flex: 'none',
  borderLeft: '1px solid var(--line)',
  background: 'var(--surface)',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  overflow: 'auto',
  // the field that has the focus is never behind the acts at the foot
  scrollPaddingBottom: 56,
  // where it stands alone every line is needed: all of it scrolls, its acts stand at the end
  '&[data-alone]': { borderLeft: 0, '& [role=region]': { flex: 'none', overflow: 'visible' } },
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
});

const List = styled('div')({ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' });

/** Whether there is room for only one of list and panel. */
export const useIsNarrow = (): boolean => useMediaQuery(narrow, { noSsr: true });

const focusPanel = (): void => {
  const fields = document.querySelectorAll<HTMLElement>('#side-panel :is(input, [role=combobox], textarea, button)');
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
 * Puts the focus into the list as soon as it has rows, so that its keys act from the first, unless somebody is at something
 * already: a new page has the focus as a whole, or still has its entry of the navigation.
 */
export const useListFocus = (hasRows: boolean): void =>
  useEffect(() => {
    if (hasRows && document.activeElement?.matches('body, main, nav *') !== false) focusList();
  }, [hasRows]);

/**
 * A list with a panel about its current row; where it is narrow one of the two, the panel when it was asked for. Esc
 * leads from the panel back to the list.
 */
export const Split = ({
  list,
  panel,
  panelLabel,
  width = 356,
  toRead = false,
  opened,
  onBack,
}: {
  list: ReactNode;
  panel: ReactNode;
  panelLabel: string;
  /** Of the panel beside the list, in pixels. */
  width?: number;
  /** Nothing in the panel takes the focus: it does so itself, to be scrolled by the keys. */
  toRead?: boolean;
  /** The panel was asked for, where there is room for one only. */
  opened: boolean;
  onBack: () => void;
}) => {
  const { t } = useTranslation('ui');
  const isNarrow = useIsNarrow();
  const side = useRef<HTMLElement>(null);
  const back = (): void => {
    onBack();
    // the list may have to be drawn first
    requestAnimationFrame(focusList);
  };
  useKeys({ Esc: back }, { scope: side, inText: true });
  const alone = isNarrow && opened && panel !== null;
  // the list that had the focus is gone from the page
  useEffect(() => {
    if (alone && side.current?.contains(document.activeElement) === false) side.current.focus();
  }, [alone]);
  return (
    <Frame>
      {alone ? null : <List>{list}</List>}
      {panel === null || (isNarrow && !opened) ? null : (
        <Side
          ref={side}
          id="side-panel"
          aria-label={panelLabel}
          style={{ width: alone ? '100%' : width }}
          data-alone={alone ? '' : undefined}
          tabIndex={alone || toRead ? 0 : undefined}
        >
          {alone ? (
            <div style={{ padding: '6px 10px', borderBottom: '1px solid var(--line)' }}>
              <Button size="small" variant="bare" icon={<ChevronLeftIcon />} shortcut="Esc" onClick={back}>
                {t('split.back')}
              </Button>
            </div>
          ) : null}
          {panel}
        </Side>
      )}
    </Frame>
  );
};
