import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const LibraryPage = lazy(async () => ({ default: (await import('./LibraryPage.tsx')).LibraryPage }));

/** The library of papers; a paper itself is shown on the page of its meeting. */
export const reportsRoutes: RouteObject[] = [{ path: 'reports', element: <LibraryPage /> }];
