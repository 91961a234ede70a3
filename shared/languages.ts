/** The four languages of the interface and of documents; each also stands for its country's official form. */
export const languages = ['uk', 'en', 'lt', 'lv'] as const;

export type Language = (typeof languages)[number];

/** BCP 47 tag with region, for Intl and for the language mark of Word documents. */
export const localeTags: Record<Language, string> = { uk: 'uk-UA', en: 'en-GB', lt: 'lt-LT', lv: 'lv-LV' };

/** How each language calls itself, for language menus. */
export const languageNames: Record<Language, string> = {
  uk: 'Українська',
  en: 'English',
  lt: 'Lietuvių',
  lv: 'Latviešu',
};

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);
