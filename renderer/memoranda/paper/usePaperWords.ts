import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/languages.ts';
import { ensureWords } from '../../ui/window/i18n.ts';

/** The words that the paper itself has, in its own language, whatever the language of the screen. */
export const usePaperWords = (language: Language) => {
  const { t, i18n } = useTranslation('memoranda', { lng: language });
  const [, setReady] = useState(false);
  useEffect(() => {
    let left = false;
    void ensureWords(language).then(() => {
      if (!left) setReady(true);
    });
    return () => {
      left = true;
    };
  }, [language]);
  return i18n.hasResourceBundle(language, 'memoranda') ? t : null;
};
