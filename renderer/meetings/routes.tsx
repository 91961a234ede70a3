import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { MeetingPage } from './MeetingPage.tsx';

const MeetingsPage = lazy(async () => ({ default: (await import('./list/MeetingsPage.tsx')).MeetingsPage }));

const DocumentPage = lazy(async () => ({ default: (await import('./documents/DocumentPage.tsx')).DocumentPage }));
const SignedPage = lazy(async () => ({ default: (await import('./signed/SignedPage.tsx')).SignedPage }));

/** The list of meetings and the pages of one. */
export const meetingsRoutes: RouteObject[] = [
  { path: 'meetings', element: <MeetingsPage /> },
  { path: 'meetings/:id', element: <MeetingPage view="now" /> },
  { path: 'meetings/:id/plan', element: <MeetingPage view="plan" /> },
  { path: 'meetings/:id/write', element: <MeetingPage view="write" /> },
  { path: 'meetings/:id/signed', element: <SignedPage /> },
  { path: 'meetings/:id/documents/:report', element: <DocumentPage /> },
];
