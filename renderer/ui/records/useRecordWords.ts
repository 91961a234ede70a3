import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../window/language.ts';
import { recordWordsIn, type Find, type RecordWords } from './recordWords.ts';

/** Words for records of any area, their fields and values; the same functions until the language changes. */
export const useRecordWords = (): RecordWords => {
  const { i18n } = useTranslation(['records', 'ui', 'vocabulary']);
  const { language } = useLanguage();
  return useMemo(() => {
    const find: Find = (namespace, key) => {
      const text: unknown = i18n.getResource(language, namespace, key);
      return typeof text === 'string' ? text : undefined;
    };
    return recordWordsIn(find, language);
  }, [i18n, language]);
};
