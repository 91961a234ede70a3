import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/window/language.ts';

/** What an act of the ledger is called, by its label; undefined for one that this version does not know. */
export const useActWords = (): ((label: string) => string | undefined) => {
  const { i18n } = useTranslation('acts');
  const { language } = useLanguage();
  return useCallback(
    (label) => {
      const words: unknown = i18n.getResource(language, 'acts', label);
      return typeof words === 'string' ? words : undefined;
    },
    [i18n, language],
  );
};
