import type { ReactNode } from 'react';
import { DirectoryIcon, MeetingsIcon, ReportsIcon, SettingsIcon } from '../ui/icons.tsx';

/** An entry of the navigation. */
export type Area = { key: 'meetings' | 'directory' | 'reports' | 'settings'; to: string; icon: ReactNode };

/** What the navigation shows, in two parts divided by a line: the daily work, then what it rests on. */
export const areas: readonly (readonly Area[])[] = [
  [{ key: 'meetings', to: '/meetings', icon: <MeetingsIcon /> }],
  [
    { key: 'directory', to: '/directory', icon: <DirectoryIcon /> },
    { key: 'reports', to: '/reports', icon: <ReportsIcon /> },
    { key: 'settings', to: '/settings', icon: <SettingsIcon /> },
  ],
];
