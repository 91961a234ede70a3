import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const DirectoryPage = lazy(async () => ({ default: (await import('./DirectoryPage.tsx')).DirectoryPage }));
const GroupPage = lazy(async () => ({ default: (await import('./groups/GroupPage.tsx')).GroupPage }));
const ImportPage = lazy(async () => ({ default: (await import('./import/ImportPage.tsx')).ImportPage }));

/** The three lists of the directory, the page of a group, and the import of people and organisations. */
export const directoryRoutes: RouteObject[] = [
  { path: 'directory/:tab?/:id?', element: <DirectoryPage /> },
  { path: 'directory/groups/:id', element: <GroupPage /> },
  { path: 'directory/import/:kind', element: <ImportPage /> },
];
