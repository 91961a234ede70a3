import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const OverviewPage = lazy(async () => ({ default: (await import('./OverviewPage.tsx')).OverviewPage }));
const CardsPage = lazy(async () => ({ default: (await import('./cards/CardsPage.tsx')).CardsPage }));
const ReceivePage = lazy(async () => ({ default: (await import('./receiving/ReceivePage.tsx')).ReceivePage }));
const ConflictsPage = lazy(async () => ({ default: (await import('./conflicts/ConflictsPage.tsx')).ConflictsPage }));
const LogPage = lazy(async () => ({ default: (await import('./log/LogPage.tsx')).LogPage }));

/** The exchange between agencies: with whom, their cards, what comes, what went and came, and what is to be decided. */
export const exchangeRoutes: RouteObject[] = [
  { path: 'exchange', element: <OverviewPage /> },
  { path: 'exchange/cards', element: <CardsPage /> },
  { path: 'exchange/receive', element: <ReceivePage /> },
  { path: 'exchange/log', element: <LogPage /> },
  { path: 'conflicts', element: <ConflictsPage /> },
];
