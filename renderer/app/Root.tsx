import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { orpc } from '../ui/core/client.ts';
import { useConnection } from '../ui/core/connection.ts';
import { useCarefulLeaving } from '../ui/core/leaving.ts';
import { useLiveQueries } from '../ui/core/live.ts';
import { usePreferences } from '../ui/core/preferences.ts';
import { useHeld } from '../ui/core/holding.ts';
import { useOpenedOutside } from '../ui/core/openedFiles.ts';
import { needsToken } from '../ui/core/token.ts';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { adoptAppearance } from '../ui/window/appearance.ts';
import { adoptLanguage } from '../ui/window/i18n.ts';
import { forgetGridPlaces } from '../ui/grid/gridSettings.ts';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { makeRouter } from './routes.tsx';
import { WindowDrop } from './WindowDrop.tsx';

const Start = lazy(async () => ({ default: (await import('../workspace/Start.tsx')).Start }));

/** Said in the middle of the window while there is nothing else to show. */
const Said = ({ text }: { text: string }) => (
  <main style={{ display: 'grid', placeItems: 'center', height: '100vh', padding: 24 }}>
    <p className="soft" style={{ maxWidth: 480, textAlign: 'center' }}>
      {text}
    </p>
  </main>
);

/**
 * Language and look as the core remembers them, where this window does not. On a computer that has no workspace yet nobody
 * has chosen anything: there the language of the system is the better guess.
 */
const useRemembered = (state: WorkspaceState | undefined): void => {
  const preferences = usePreferences();
  const none = state?.status === 'none';
  const { data: known } = useQuery({ ...orpc.workspace.known.queryOptions(), enabled: none });
  const used = none ? known !== undefined && known.length > 0 : state !== undefined;
  useEffect(() => {
    if (preferences === undefined || !used) return;
    adoptLanguage(preferences.language);
    adoptAppearance(preferences.theme);
  }, [preferences, used]);
};

/** Another workspace begins at its own first page: an address within the last one means nothing in it. */
const useOtherWorkspace = (ref: string | undefined, router: ReturnType<typeof makeRouter>): void => {
  const last = useRef(ref);
  useEffect(() => {
    if (ref === undefined) return;
    if (last.current !== undefined && last.current !== ref) {
      forgetGridPlaces();
      void router.navigate('/');
    }
    last.current = ref;
  }, [ref, router]);
};

const Window = () => {
  const { t } = useTranslation('app');
  const { state, error } = useWorkspaceState();
  const connection = useConnection();
  const held = useHeld();
  const [router] = useState(makeRouter);
  useOtherWorkspace(state?.workspace?.ref, router);
  useLiveQueries();
  useCarefulLeaving();
  useRemembered(state);
  useOpenedOutside();

  if (state === undefined) {
    if (error !== null && error !== undefined && connection === 'ready') {
      return (
        <main style={{ padding: 24 }}>
          <ErrorNotice error={error} />
        </main>
      );
    }
    if (connection === 'refused') return <Said text={t('connection.noToken')} />;
    return <Said text={connection === 'lost' ? t('connection.lost') : t('connection.starting')} />;
  }
  const pages = held === null ? state.status === 'open' : held === 'pages';
  return (
    <>
      <WindowDrop />
      {pages ? (
        <RouterProvider router={router} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <Start state={state} />
        </Suspense>
      )}
    </>
  );
};

/** First whether this page may talk to the core at all, then whether a workspace is open, then its pages. */
export const Root = () => {
  const { t } = useTranslation('app');
  return needsToken ? <Said text={t('connection.noToken')} /> : <Window />;
};
