import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { languageNames, languages } from '../../../shared/languages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { setAppearance } from '../../ui/window/appearance.ts';
import { areas } from '../areas.tsx';
import { bridge } from '../../ui/core/bridge.ts';
import { orpc } from '../../ui/core/client.ts';
import { runCommand, useCommands, type Command } from '../../ui/window/commands.ts';
import { changeLanguage } from '../../ui/window/i18n.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { changePreferences, usePreferences } from '../../ui/core/preferences.ts';
import { flushAll } from '../../ui/core/saving.ts';
import { useWorkspaceState } from '../../ui/core/workspaceState.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ConnectionBar } from '../../ui/window/ConnectionBar.tsx';
import { Main, Middle, SkipLink, Window } from '../../ui/window/frame.ts';
import { Navigation } from './Navigation.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { StatusBar } from '../../ui/window/StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { useUndo } from './useUndo.ts';

/** Goes to the areas, changes language and look. */
const useShellCommands = (toggleNavigation: () => void, lock: () => void): void => {
  const { t } = useTranslation(['app', 'common']);
  const navigate = useNavigate();
  const commands = useMemo((): Command[] => {
    const go = areas.flat().map((area, index) => ({
      id: `go.${area.key}`,
      label: t(`common:area.${area.key}`),
      group: t('app:find.go'),
      keys: `Alt+${index + 1}`,
      icon: area.icon,
      run: () => void navigate(area.to),
    }));
    const look = t('app:find.look');
    return [
      ...go,
      { id: 'view.navigation', label: t('app:navigation.toggle'), group: look, keys: 'Ctrl+\\', run: toggleNavigation },
      { id: 'view.light', label: t('app:theme.light'), group: look, run: () => setAppearance('light') },
      { id: 'view.dark', label: t('app:theme.dark'), group: look, run: () => setAppearance('dark') },
      ...languages.map((language) => ({
        id: `view.language.${language}`,
        label: languageNames[language],
        group: t('app:language.change'),
        run: () => void changeLanguage(language),
      })),
      {
        id: 'workspace.lock',
        label: t('common:action.lock'),
        group: t('app:find.workspace'),
        keys: 'Ctrl+L',
        run: lock,
      },
    ];
  }, [t, navigate, toggleNavigation, lock]);
  useCommands(commands);
};

/** The window around every page of an open workspace. */
export const Shell = () => {
  const { t } = useTranslation('app');
  const { state } = useWorkspaceState();
  const preferences = usePreferences();
  const [finding, setFinding] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const undo = useUndo();
  const { mutate: lockNow } = useMutation(orpc.workspace.lock.mutationOptions());
  const slim = preferences?.navigation === 'slim';
  const toggleNavigation = useCallback(() => void changePreferences({ navigation: slim ? 'wide' : 'slim' }), [slim]);
  // what still waits to be saved goes first: after the lock the core takes nothing
  const lock = useCallback(() => void flushAll().then(() => lockNow({})), [lockNow]);

  useShellCommands(toggleNavigation, lock);
  useIdleLock(preferences?.lockAfterMinutes ?? 0, lock);
  useKeys({ 'Ctrl+K': () => setFinding(true) }, { inText: true });
  // in a text field the keys belong to the text's own undo
  useKeys({ 'Ctrl+Z': undo.undo, 'Ctrl+Y': undo.redo, 'Ctrl+Shift+Z': undo.redo }, { outsideText: true });
  useEffect(() => bridge?.onMenu((command) => void runCommand(command)), []);
  // a new page is read from its top by the keyboard and by a screen reader
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) main.current?.focus();
  }, [pathname]);

  const workspace = state?.workspace ?? null;
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
      <TopBar place={workspace?.agency ?? null} undo={undo} onFind={() => setFinding(true)} onLock={lock} />
      <div className="noPrint">
        <ConnectionBar />
        {workspace?.inSharedFolder === true ? <Notice tone="amber">{t('shared.folder')}</Notice> : null}
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
      <CommandPalette open={finding} onClose={() => setFinding(false)} />
      <div className="unseen" role="status">
        {undo.said}
      </div>
    </Window>
  );
};
