import { useSyncExternalStore } from 'react';
import { bridge } from '../core/bridge.ts';
import { changePreferences } from '../core/preferences.ts';
import { readRemembered, writeRemembered } from './remembered.ts';

/** What the person chose; `system` follows the computer. */
export const appearanceChoices = ['system', 'light', 'dark'] as const;
export type AppearanceChoice = (typeof appearanceChoices)[number];

const isChoice = (value: unknown): value is AppearanceChoice => appearanceChoices.some((choice) => choice === value);

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
const atStart = readRemembered('theme');
let choice: AppearanceChoice = isChoice(atStart) ? atStart : 'system';

const shown = (): 'light' | 'dark' => {
  if (choice !== 'system') return choice;
  return darkSystem.matches ? 'dark' : 'light';
};

const apply = (): void => {
  document.documentElement.dataset['theme'] = shown();
  for (const listener of listeners) listener();
};

/** Puts the remembered appearance on the page before anything is drawn, and follows the system from then on. */
export const startAppearance = (): void => {
  apply();
  bridge?.setTheme(choice);
  darkSystem.addEventListener('change', apply);
};

export const setAppearance = (next: AppearanceChoice): void => {
  choice = next;
  writeRemembered('theme', next);
  void changePreferences({ theme: next });
  bridge?.setTheme(next);
  apply();
};

/** Takes the appearance that the core remembers, unless one was chosen in this window. */
export const adoptAppearance = (remembered: AppearanceChoice): void => {
  if (readRemembered('theme') !== undefined || remembered === choice) return;
  choice = remembered;
  bridge?.setTheme(choice);
  apply();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The choice and what it shows now. */
export const useAppearance = (): { choice: AppearanceChoice; shown: 'light' | 'dark' } => ({
  choice: useSyncExternalStore(subscribe, () => choice),
  shown: useSyncExternalStore(subscribe, shown),
});
