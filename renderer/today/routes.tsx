import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const TodayPage = lazy(async () => ({ default: (await import('./TodayPage.tsx')).TodayPage }));

/** The first page of an open workspace. */
export const todayRoutes: RouteObject[] = [{ index: true, element: <TodayPage /> }];
