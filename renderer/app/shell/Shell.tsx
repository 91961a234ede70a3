import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { bridge } from '../../ui/core/bridge.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { changePreferences, usePreferences } from '../../ui/core/preferences.ts';
import { useWaitingFiles } from '../../ui/core/openedFiles.ts';
import { flushAll } from '../../ui/core/saving.ts';
import { useWorkspaceState } from '../../ui/core/workspaceState.ts';
import { Notice } from '../../ui/Notice.tsx';
import { runCommand } from '../../ui/window/commands.ts';
import { ConnectionBar } from '../../ui/window/ConnectionBar.tsx';
import { Main, Middle, SkipLink, Window } from '../../ui/window/frame.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useMarks } from '../../ui/window/marks.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useRoomWanted } from '../../ui/window/room.ts';
import { say } from '../../ui/window/say.ts';
import { StatusBar } from '../../ui/window/StatusBar.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { forgetRecent } from './find/recent.ts';
import { Navigation } from './Navigation.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { TopBar } from './TopBar.tsx';
import { Troubles } from './Troubles.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { useShellCommands } from './useShellCommands.ts';
import { useUndo } from './useUndo.ts';

/** The workspace in a word: the territory of the agency, or the agency itself. */
const usePlace = (): string | null => {
  const { state } = useWorkspaceState();
  const { language } = useLanguage();
  const code = state?.workspace?.territory ?? null;
  const { data } = useQuery({
    ...orpc.directory.territoryByCode.queryOptions({ input: { code: code ?? '', language } }),
    enabled: code !== null,
  });
  return data?.name ?? state?.workspace?.agency ?? null;
};

/** What still waits to be saved goes first, for afterwards the core takes nothing. */
const closeWorkspace = async (): Promise<void> => {
  await flushAll();
  await client.workspace.close();
};

/** Locks and closes the workspace. */
const useLeaving = (): { lock: () => void; close: () => void } => {
  const errorText = useErrorText();
  const leave = async (how: () => Promise<unknown>): Promise<void> => {
    try {
      await how();
    } catch (error) {
      say(errorText(error));
    }
  };
  return {
    lock: () =>
      void leave(async () => {
        await flushAll();
        await client.workspace.lock();
      }),
    close: () => void leave(closeWorkspace),
  };
};

/** What can be done in the exchange; it asks the core, so only while the palette is open. */
const ExchangeCommands = lazy(async () => ({
  default: (await import('../../exchange/ExchangeCommands.tsx')).ExchangeCommands,
}));

const OpenedFiles = lazy(async () => ({ default: (await import('./opened/OpenedFiles.tsx')).OpenedFiles }));

/** What was opened by double click or dropped; the code of it comes with the first such file. */
const Opened = () => {
  const waits = useWaitingFiles().length > 0;
  const [needed, setNeeded] = useState(false);
  if (waits && !needed) setNeeded(true);
  return needed ? (
    <Suspense fallback={null}>
      <OpenedFiles onLeave={closeWorkspace} />
    </Suspense>
  ) : null;
};

/** The window around every page of an open workspace. */
export const Shell = () => {
  const { t } = useTranslation('app');
  const { state } = useWorkspaceState();
  const preferences = usePreferences();
  const [finding, setFinding] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const place = usePlace();
  const undo = useUndo();
  const { lock, close } = useLeaving();
  const roomWanted = useRoomWanted();
  const [wideAnyway, setWideAnyway] = useState(false);
  const slim = roomWanted ? !wideAnyway : preferences?.navigation === 'slim';
  const toggleNavigation = (): void => {
    if (roomWanted) setWideAnyway(slim);
    else void changePreferences({ navigation: slim ? 'wide' : 'slim' });
  };
  const find = (): void => setFinding(true);
  const marks = useMarks(main);
  useEffect(() => forgetRecent, []);

  useShellCommands({
    toggleNavigation,
    find,
    undo: undo.undo,
    redo: undo.redo,
    lock,
    close,
  });
  // in a text field these keys belong to the text's own undo
  useKeys({ 'Ctrl+Z': undo.undo, 'Ctrl+Y': undo.redo, 'Ctrl+Shift+Z': undo.redo }, { outsideText: true });
  useIdleLock(preferences?.lockAfterMinutes ?? 0, lock);
  useEffect(() => bridge?.onMenu((command) => void runCommand(command)), []);
  // a new page is read from its top by the keyboard and by a screen reader
  const shown = useRef(pathname);
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (shown.current !== pathname && lost) main.current?.focus();
    shown.current = pathname;
  }, [pathname]);

  return (
    <Window>
      <SkipLink
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </SkipLink>
      <TopBar place={place} undo={undo} marks={marks} onFind={find} onLock={lock} />
      <div className="noPrint">
        <ConnectionBar />
        <Troubles />
        <Opened />
        {state?.workspace?.inSharedFolder === true ? <Notice tone="amber">{t('shared.folder')}</Notice> : null}
      </div>
      <Middle side={slim ? 52 : 200}>
        <Navigation slim={slim} />
        <Main id="main" tabIndex={-1} ref={main}>
          <PageBoundary key={pathname.split('/')[1]}>
            <Outlet />
          </PageBoundary>
        </Main>
      </Middle>
      <StatusBar />
      {finding ? (
        <Suspense fallback={null}>
          <ExchangeCommands />
        </Suspense>
      ) : null}
      <CommandPalette open={finding} onClose={() => setFinding(false)} />
    </Window>
  );
};
