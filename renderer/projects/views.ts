/** The views of a project in the order of their keys, Ctrl+1 … Ctrl+9. */
export const projectViews = [
  'overview',
  'activities',
  'board',
  'timeline',
  'calendar',
  'indicators',
  'money',
  'programme',
  'about',
] as const;
export type ProjectView = (typeof projectViews)[number];

/** Where a view of a project stands. */
export const addressOfView = (projectId: string, view: ProjectView): string =>
  view === 'overview' ? `/projects/${projectId}` : `/projects/${projectId}/${view}`;
