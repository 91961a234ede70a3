import type { ReactNode } from 'react';
import { CheckIcon, DirectoryIcon, MeetingsIcon, MemorandaIcon, ReportsIcon, SettingsIcon } from '../ui/icons.tsx';

/** An entry of the navigation. */
export type Area = {
  key: 'meetings' | 'decisions' | 'memoranda' | 'directory' | 'reports' | 'settings';
  to: string;
  icon: ReactNode;
};

/** What the navigation shows, in two parts divided by a line: the daily work, then what it rests on. */
export const areas: readonly (readonly Area[])[] = [
  [
    { key: 'meetings', to: '/meetings', icon: <MeetingsIcon /> },
    { key: 'decisions', to: '/decisions', icon: <CheckIcon /> },
    { key: 'memoranda', to: '/memoranda', icon: <MemorandaIcon /> },
  ],
  [
    { key: 'directory', to: '/directory', icon: <DirectoryIcon /> },
    { key: 'reports', to: '/reports', icon: <ReportsIcon /> },
    { key: 'settings', to: '/settings', icon: <SettingsIcon /> },
  ],
];
