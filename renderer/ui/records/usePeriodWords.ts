import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { useLanguage } from '../window/language.ts';

const roman = ['I', 'II', 'III', 'IV'];

/** The name of a period in words: листопад 2026 р., III квартал 2026 р., 2026 рік. */
export const usePeriodWords = (): ((period: string) => string) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  return (period) => {
    const [year = '', part = ''] = period.split('-');
    const number = Number(part.slice(1));
    const numeral = language === 'uk' || language === 'lt' ? (roman[number - 1] ?? '') : String(number);
    if (part.startsWith('Q')) return t('period.quarter', { number: numeral, year });
    if (part.startsWith('H')) return t('period.halfYear', { number: numeral, year });
    if (part === '') return t('period.year', { year });
    return formatDay(`${year}-${part}-01`, language, 'month');
  };
};
