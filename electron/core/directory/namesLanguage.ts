import type { Language } from '../../../shared/languages.ts';
import type { Reading } from './reading.ts';

/**
 * The language in which the directory writes people's names: that of the home agency's country, whatever the
 * interface's language, so that a list does not turn round when somebody switches it.
 */
export function namesLanguage({ sqlite }: Pick<Reading, 'sqlite'>): Language {
  const territory = sqlite
    .prepare<[], string | null>(
      `SELECT o.territory FROM setting s JOIN organisation o ON o.id = json_extract(s.value, '$') WHERE s.id = 'homeAgency'`,
    )
    .pluck()
    .get();
  if (territory?.startsWith('LT')) return 'lt';
  if (territory?.startsWith('LV')) return 'lv';
  return 'uk';
}
