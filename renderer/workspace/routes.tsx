import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const SettingsPage = lazy(async () => ({ default: (await import('./SettingsPage.tsx')).SettingsPage }));

/** The pages of the workspace itself. */
export const workspaceRoutes: RouteObject[] = [
  { path: 'settings', element: <SettingsPage /> },
  { path: 'settings/:part', element: <SettingsPage /> },
];
