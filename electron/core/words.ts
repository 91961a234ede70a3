import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type TFunction } from 'i18next';
import type { Language } from '../../shared/languages.ts';

const kept = new Map<string, TFunction>();

/**
 * The words of one area (`resources/locales/<language>/<namespace>.json`), for what the core itself writes: titles,
 * mails, documents. The same files and rules (plurals, `{{name}}`) as on the page.
 * @param resources absolute folder of the bundled resources
 * @throws Error where there is no such file: a mistake in the program
 */
export function wordsOf(resources: string, language: Language, namespace: string): TFunction {
  const file = join(resources, 'locales', language, `${namespace}.json`);
  const known = kept.get(file);
  if (known) return known;
  const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: [namespace],
    defaultNS: namespace,
    resources: { [language]: { [namespace]: words } },
    interpolation: { escapeValue: false },
  });
  void instance.init();
  kept.set(file, instance.t);
  return instance.t;
}
