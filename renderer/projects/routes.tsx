import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const ProjectsPage = lazy(async () => ({ default: (await import('./list/ProjectsPage.tsx')).ProjectsPage }));
const OverviewPage = lazy(async () => ({ default: (await import('./overview/OverviewPage.tsx')).OverviewPage }));
const AboutPage = lazy(async () => ({ default: (await import('./about/AboutPage.tsx')).AboutPage }));
const MoneyPage = lazy(async () => ({ default: (await import('./money/MoneyPage.tsx')).MoneyPage }));

/** The projects and the views of one; each view is a page of its own inside `ProjectFrame`. */
export const projectsRoutes: RouteObject[] = [
  { path: 'projects', element: <ProjectsPage /> },
  { path: 'projects/:id', element: <OverviewPage /> },
  { path: 'projects/:id/about', element: <AboutPage /> },
  { path: 'projects/:id/money', element: <MoneyPage /> },
];
