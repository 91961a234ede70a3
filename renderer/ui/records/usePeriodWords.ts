import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { useLanguage } from '../window/language.ts';

const roman = ['I', 'II', 'III', 'IV'];

const numeralOf = (part: string, language: Language): string => {
  const number = Number(part.slice(1));
  return language === 'uk' || language === 'lt' ? (roman[number - 1] ?? '') : String(number);
};

/** A period as it has room below an axis: лис, III кв. 2026, 2026; January is said by its year. */
export const useAxisPeriods = (): ((period: string) => string) => {
  const { t } = useTranslation('ui');
  const { language, locale } = useLanguage();
  const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (period) => {
    const [year = '', part = ''] = period.split('-');
    const number = numeralOf(part, language);
    if (part.startsWith('Q')) return t('period.quarterShort', { number, year });
    if (part.startsWith('H')) return t('period.halfYearShort', { number, year });
    if (part === '' || part === '01') return year;
    return months.format(new Date(`${year}-${part}-01T00:00:00Z`)).slice(0, 3);
  };
};

/** The name of a period in words: листопад 2026 р., III квартал 2026 р., 2026 рік. */
export const usePeriodWords = (): ((period: string) => string) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  return (period) => {
    const [year = '', part = ''] = period.split('-');
    const number = numeralOf(part, language);
    if (part.startsWith('Q')) return t('period.quarter', { number, year });
    if (part.startsWith('H')) return t('period.halfYear', { number, year });
    if (part === '') return t('period.year', { year });
    return formatDay(`${year}-${part}-01`, language, 'month');
  };
};
