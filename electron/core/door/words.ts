import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type TFunction } from 'i18next';
import { AppError } from '../../../shared/errors.ts';
import { isLanguage, type Language } from '../../../shared/languages.ts';

/**
 * The words of a door outside the page: native menus, messages in a terminal.
 * @param resources absolute folder of the bundled resources
 * @param areas file names under locales/<language>/; the first one is the default
 * @throws Error when a file is not there
 */
export function doorWords<Area extends string>(
  resources: string,
  language: Language,
  areas: [Area, ...Area[]],
): TFunction {
  const read = (area: Area): unknown =>
    JSON.parse(readFileSync(join(resources, 'locales', language, `${area}.json`), 'utf8'));
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: areas,
    defaultNS: areas[0],
    resources: { [language]: Object.fromEntries(areas.map((area) => [area, read(area) as Record<string, string>])) },
    interpolation: { escapeValue: false },
  });
  void instance.init();
  return instance.t;
}

/** What the system calls its language (`uk_UA.UTF-8`, `lt-LT`) as one of ours; English where it is none of them. */
export function languageOf(...tags: (string | undefined)[]): Language {
  for (const tag of tags) {
    const name = tag?.slice(0, 2).toLowerCase();
    if (isLanguage(name)) return name;
  }
  return 'en';
}

/** A refusal in words; `words` must know the area `errors`. Anything that is no refusal is told by its own message. */
export function refusalText(words: TFunction, error: unknown): string {
  if (error instanceof AppError) return words(`errors:${error.code}`, error.params);
  return error instanceof Error ? error.message : String(error);
}
