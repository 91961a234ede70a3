import { lazy } from 'react';
import { createHashRouter, type RouteObject } from 'react-router';
import { decisionsRoutes } from '../decisions/routes.tsx';
import { directoryRoutes } from '../directory/routes.tsx';
import { exchangeRoutes } from '../exchange/routes.tsx';
import { meetingsRoutes } from '../meetings/routes.tsx';
import { memorandaRoutes } from '../memoranda/routes.tsx';
import { projectsRoutes } from '../projects/routes.tsx';
import { reportsRoutes } from '../reports/routes.tsx';
import { todayRoutes } from '../today/routes.tsx';
import { workspaceRoutes } from '../workspace/routes.tsx';
import { Shell } from './shell/Shell.tsx';

const NoPage = lazy(async () => ({ default: (await import('./NoPage.tsx')).NoPage }));

/** Every page of an open workspace; each area gives its own, loaded when first opened. */
const pages: RouteObject[] = [
  ...todayRoutes,
  ...meetingsRoutes,
  ...decisionsRoutes,
  ...memorandaRoutes,
  ...projectsRoutes,
  ...directoryRoutes,
  ...exchangeRoutes,
  ...reportsRoutes,
  ...workspaceRoutes,
  { path: '*', element: <NoPage /> },
];

export const makeRouter = (): ReturnType<typeof createHashRouter> =>
  createHashRouter([{ path: '/', element: <Shell />, children: pages }]);
