import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { useConnection } from '../ui/core/connection.ts';
import { useLiveQueries } from '../ui/core/live.ts';
import { usePreferences } from '../ui/core/preferences.ts';
import { useSetUpRunning } from '../ui/core/setUp.ts';
import { needsToken } from '../ui/core/token.ts';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { adoptAppearance } from '../ui/window/appearance.ts';
import { adoptLanguage } from '../ui/window/i18n.ts';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { makeRouter } from './routes.tsx';

const Start = lazy(async () => ({ default: (await import('../workspace/Start.tsx')).Start }));

/** Said in the middle of the window while there is nothing else to show. */
const Said = ({ text }: { text: string }) => (
  <main style={{ display: 'grid', placeItems: 'center', height: '100vh', padding: 24 }}>
    <p className="soft" style={{ maxWidth: 480, textAlign: 'center' }}>
      {text}
    </p>
  </main>
);

/** Language and look as the core remembers them, where this window does not. */
const useRemembered = (): void => {
  const preferences = usePreferences();
  useEffect(() => {
    if (preferences === undefined) return;
    adoptLanguage(preferences.language);
    adoptAppearance(preferences.theme);
  }, [preferences]);
};

const Window = () => {
  const { t } = useTranslation('app');
  const { state, error } = useWorkspaceState();
  const connection = useConnection();
  const settingUp = useSetUpRunning();
  const [router] = useState(makeRouter);
  useLiveQueries();
  useRemembered();

  if (state === undefined) {
    if (error !== null && error !== undefined && connection === 'ready') {
      return (
        <main style={{ padding: 24 }}>
          <ErrorNotice error={error} />
        </main>
      );
    }
    return <Said text={connection === 'lost' ? t('connection.lost') : t('connection.starting')} />;
  }
  if (state.status === 'open' && !settingUp) return <RouterProvider router={router} />;
  return (
    <Suspense fallback={<Waiting />}>
      <Start state={state} />
    </Suspense>
  );
};

/** First whether this page may talk to the core at all, then whether a workspace is open, then its pages. */
export const Root = () => {
  const { t } = useTranslation('app');
  return needsToken ? <Said text={t('connection.noToken')} /> : <Window />;
};
