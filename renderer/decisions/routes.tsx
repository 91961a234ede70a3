import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const RegisterPage = lazy(async () => ({ default: (await import('./RegisterPage.tsx')).RegisterPage }));
const DecisionDocumentPage = lazy(async () => ({
  default: (await import('./documents/DecisionDocumentPage.tsx')).DecisionDocumentPage,
}));

/** The register of decisions, with one of them beside it, and the documents made of it. */
export const decisionsRoutes: RouteObject[] = [
  { path: 'decisions', element: <RegisterPage /> },
  { path: 'decisions/documents/:report', element: <DecisionDocumentPage /> },
  { path: 'decisions/:id', element: <RegisterPage /> },
];
