import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, languages, type Language } from '../../../shared/languages.ts';
import { bridge } from '../core/bridge.ts';
import { changePreferences } from '../core/preferences.ts';
import { readRemembered, writeRemembered } from './remembered.ts';

/** `{ '../../../resources/locales/uk/common.json': () => import(…) }`: each file is a chunk of its own, loaded when its language is. */
const files = import.meta.glob<Record<string, unknown>>(
  ['../../../resources/locales/*/*.json', '!**/{cli,documents,menu}.json'],
  { import: 'default' },
);

const loadWords = async (language: Language): Promise<Record<string, Record<string, unknown>>> => {
  const ours = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  const words = await Promise.all(
    ours.map(async ([path, load]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), await load()] as const),
  );
  return Object.fromEntries(words);
};

/** The language to begin with: the last one chosen here, else the first of the system's that we speak, else Ukrainian. */
const firstLanguage = (): Language => {
  const chosen = readRemembered('language');
  if (isLanguage(chosen)) return chosen;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => isLanguage(tag));
  return isLanguage(spoken) ? spoken : 'uk';
};

const show = (language: Language): void => {
  document.documentElement.lang = language;
  document.title = i18next.t('common:app.name');
  bridge?.setLanguage(language);
};

/** Loads the words of the first language; nothing is drawn before. */
export const startLanguage = async (): Promise<void> => {
  const language = firstLanguage();
  const words = await loadWords(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    ns: Object.keys(words),
    defaultNS: 'common',
    resources: { [language]: words },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  show(language);
};

/** Sees to it that the words of a language are at hand, also beside the one on the page: a paper has its own. */
export const ensureWords = async (language: Language): Promise<void> => {
  if (i18next.hasResourceBundle(language, 'common')) return;
  for (const [area, words] of Object.entries(await loadWords(language))) {
    i18next.addResourceBundle(language, area, words);
  }
};

/** Puts the words of a language on the page. */
const showLanguage = async (language: Language): Promise<void> => {
  await ensureWords(language);
  await i18next.changeLanguage(language);
  show(language);
};

/** Takes the language that the core remembers, unless one was chosen in this window. */
export const adoptLanguage = (language: Language): void => {
  if (readRemembered('language') === undefined && language !== i18next.language) void showLanguage(language);
};

/** Changes every word on the page and remembers the choice on this computer. */
export const changeLanguage = async (language: Language): Promise<void> => {
  await showLanguage(language);
  writeRemembered('language', language);
  await changePreferences({ language });
};
