import type { ReactNode } from 'react';
import {
  CheckIcon,
  DirectoryIcon,
  ExchangeIcon,
  MeetingsIcon,
  MemorandaIcon,
  ProjectsIcon,
  ReportsIcon,
  SettingsIcon,
  TodayIcon,
} from '../ui/icons.tsx';

/** An entry of the navigation. */
export type Area = {
  key:
    'today' | 'meetings' | 'decisions' | 'memoranda' | 'projects' | 'directory' | 'exchange' | 'reports' | 'settings';
  to: string;
  icon: ReactNode;
  /** Which number stands beside it. */
  badge?: 'overdue' | 'unfinished' | 'exchange';
};

/** What the navigation shows, in two parts divided by a line: the daily work, then what it rests on. */
export const areas: readonly (readonly Area[])[] = [
  [
    { key: 'today', to: '/', icon: <TodayIcon />, badge: 'overdue' },
    { key: 'meetings', to: '/meetings', icon: <MeetingsIcon /> },
    { key: 'decisions', to: '/decisions', icon: <CheckIcon />, badge: 'unfinished' },
    { key: 'memoranda', to: '/memoranda', icon: <MemorandaIcon /> },
    { key: 'projects', to: '/projects', icon: <ProjectsIcon /> },
  ],
  [
    { key: 'directory', to: '/directory', icon: <DirectoryIcon /> },
    { key: 'exchange', to: '/exchange', icon: <ExchangeIcon />, badge: 'exchange' },
    { key: 'reports', to: '/reports', icon: <ReportsIcon /> },
    { key: 'settings', to: '/settings', icon: <SettingsIcon /> },
  ],
];
