import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const MemorandaPage = lazy(async () => ({ default: (await import('./list/MemorandaPage.tsx')).MemorandaPage }));
const MemorandumPage = lazy(async () => ({ default: (await import('./page/MemorandumPage.tsx')).MemorandumPage }));
const VersionsPage = lazy(async () => ({ default: (await import('./versions/VersionsPage.tsx')).VersionsPage }));
const DocumentPage = lazy(async () => ({ default: (await import('./PapersPage.tsx')).PapersPage }));

/** The register of memoranda and the pages of one. */
export const memorandaRoutes: RouteObject[] = [
  { path: 'memoranda', element: <MemorandaPage /> },
  { path: 'memoranda/documents/:report', element: <DocumentPage /> },
  { path: 'memoranda/:id', element: <MemorandumPage /> },
  { path: 'memoranda/:id/versions', element: <VersionsPage /> },
  { path: 'memoranda/:id/documents/:report', element: <DocumentPage /> },
];
