import Store from 'electron-store';
import * as z from 'zod';
import { languages } from '../../shared/languages.ts';
import { windowState } from './windowState.ts';

/** What the desktop itself remembers; nothing of any workspace. */
const settings = z.object({
  window: windowState.nullable().catch(null),
  language: z.enum(languages).nullable().catch(null),
  /** The day on which the daily notice was last given. */
  noticedOn: z.iso.date().nullable().catch(null),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
});
export type Settings = z.infer<typeof settings>;

/** The settings store, a JSON file in the installation's folder. What cannot be read counts as never set. */
export function openSettings(folder: string) {
  const store = new Store<Record<string, unknown>>({ name: 'desktop', cwd: folder, clearInvalidConfig: true });
  return {
    read: (): Settings =>
      settings.parse({
        window: store.get('window'),
        language: store.get('language'),
        noticedOn: store.get('noticedOn'),
        theme: store.get('theme'),
      }),
    change(patch: Partial<Settings>): void {
      store.set(patch);
    },
  };
}

export type SettingsStore = ReturnType<typeof openSettings>;
