import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const ProjectsPage = lazy(async () => ({ default: (await import('./list/ProjectsPage.tsx')).ProjectsPage }));
const OverviewPage = lazy(async () => ({ default: (await import('./overview/OverviewPage.tsx')).OverviewPage }));
const ActivitiesPage = lazy(async () => ({
  default: (await import('./activities/ActivitiesPage.tsx')).ActivitiesPage,
}));
const BoardPage = lazy(async () => ({ default: (await import('./board/BoardPage.tsx')).BoardPage }));
const TimelinePage = lazy(async () => ({ default: (await import('./timeline/TimelinePage.tsx')).TimelinePage }));
const CalendarPage = lazy(async () => ({ default: (await import('./calendar/CalendarPage.tsx')).CalendarPage }));
const AboutPage = lazy(async () => ({ default: (await import('./about/AboutPage.tsx')).AboutPage }));
const MoneyPage = lazy(async () => ({ default: (await import('./money/MoneyPage.tsx')).MoneyPage }));
const ProgrammePage = lazy(async () => ({ default: (await import('./programme/ProgrammePage.tsx')).ProgrammePage }));
const ProjectImportPage = lazy(async () => ({
  default: (await import('./imports/ProjectImportPage.tsx')).ProjectImportPage,
}));
const DocumentsPage = lazy(async () => ({ default: (await import('./documents/DocumentsPage.tsx')).DocumentsPage }));
const IndicatorsPage = lazy(async () => ({
  default: (await import('./indicators/IndicatorsPage.tsx')).IndicatorsPage,
}));

/** The projects and the views of one; each view is a page of its own inside `ProjectFrame`. */
export const projectsRoutes: RouteObject[] = [
  { path: 'projects', element: <ProjectsPage /> },
  { path: 'projects/:id', element: <OverviewPage /> },
  { path: 'projects/:id/activities', element: <ActivitiesPage /> },
  { path: 'projects/:id/board', element: <BoardPage /> },
  { path: 'projects/:id/timeline', element: <TimelinePage /> },
  { path: 'projects/:id/calendar', element: <CalendarPage /> },
  { path: 'projects/:id/about', element: <AboutPage /> },
  { path: 'projects/:id/money', element: <MoneyPage /> },
  { path: 'projects/:id/programme', element: <ProgrammePage /> },
  { path: 'projects/:id/import', element: <ProjectImportPage /> },
  { path: 'projects/:id/documents/:report', element: <DocumentsPage /> },
  { path: 'projects/:id/indicators', element: <IndicatorsPage /> },
];
