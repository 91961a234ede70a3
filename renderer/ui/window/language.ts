import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, localeTags, type Language } from '../../../shared/languages.ts';
import { changeLanguage } from './i18n.ts';

/** The language of the interface; that of a document is separate. `locale` is for Intl. */
export const useLanguage = (): { language: Language; locale: string; setLanguage: (language: Language) => void } => {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'uk';
  return { language, locale: localeTags[language], setLanguage: (next) => void changeLanguage(next) };
};

/** Order of words as the language of the interface has it (г after ґ in Ukrainian), numbers by value. */
export const useCollator = (): Intl.Collator => {
  const { locale } = useLanguage();
  return useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
};
