import { preferences, type Preferences } from '../../../shared/contract/workspace.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Installation } from './device.ts';

const initial: Preferences = {
  language: 'uk',
  theme: 'system',
  lockAfterMinutes: 15,
  navigation: 'wide',
  dailyNotice: true,
};

/** What is not secret and belongs to the installation: it lives outside the workspaces. */
export function readPreferences(installation: Installation): Preferences {
  const stored = preferences.partial().safeParse(installation.get('preferences'));
  return preferences.parse({ ...initial, ...(stored.success ? stored.data : {}) });
}

export function writePreferences(installation: Installation, patch: Sparse<Preferences>): Preferences {
  const next = preferences.parse({ ...readPreferences(installation), ...given(patch) });
  installation.set('preferences', next);
  return next;
}

/** In which language names are shown: the one that the page asks for, else the one that this installation works in. */
export const shownIn = (installation: Installation, asked: Language | undefined): Language =>
  asked ?? readPreferences(installation).language;

const given = (patch: object): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
