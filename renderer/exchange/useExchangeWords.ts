import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type exchange from '../../resources/locales/en/exchange.json';
import { formatDay, today } from '../../shared/dates.ts';
import { useFigure } from '../ui/window/figures.ts';
import { useLanguage } from '../ui/window/language.ts';
import { momentWords } from '../ui/window/whenWords.ts';

type Reason = keyof typeof exchange.reason;
type Trouble = keyof typeof exchange.trouble;
type There = keyof typeof exchange.there;

export type ExchangeWords = {
  /** Day and time of an instant; '' where there is none. */
  moment: (instant: string | null) => string;
  /** The day of an instant; '' where there is none. */
  day: (instant: string | null) => string;
  /** A number of bytes. */
  size: (bytes: number) => string;
  /** Why something was refused, held or waits, by its code. */
  reason: (code: string) => string;
  /** What a person has to know, by its code; a code of a later version is said by its reason or in general. */
  trouble: (trouble: { code: string; params: Readonly<Record<string, string | number>> }) => string;
};

const kilo = 1024;

/** Words for what the core of the exchange says by codes and numbers. */
export const useExchangeWords = (): ExchangeWords => {
  const { t, i18n } = useTranslation('exchange');
  const { language } = useLanguage();
  const figure = useFigure();
  return useMemo(() => {
    const reason = (code: string): string =>
      i18n.exists(`exchange:reason.${code}`) ? t(`reason.${code as Reason}`) : t('reason.other');
    /** Why a partner has not taken something, said to the one who sent it. */
    const there = (code: string): string =>
      i18n.exists(`exchange:there.${code}`) ? t(`there.${code as There}`) : t('there.other');
    const dayOf = (instant: unknown): string =>
      typeof instant === 'string' && instant !== '' ? formatDay(today(new Date(instant)), language) : '';
    return {
      moment: (instant) => (instant === null || instant === '' ? '' : momentWords(instant, language)),
      day: dayOf,
      size: (bytes) => {
        const [key, amount] =
          bytes < kilo
            ? (['size.bytes', bytes] as const)
            : bytes < kilo * kilo
              ? (['size.kilo', Math.round(bytes / kilo)] as const)
              : (['size.mega', Math.round((10 * bytes) / (kilo * kilo)) / 10] as const);
        return t(key, { amount: figure(amount) });
      },
      reason,
      trouble: ({ code, params }) => {
        const why = [
          ...new Set(
            String(params['codes'] ?? '')
              .split(' ')
              .map(there),
          ),
        ].join(' ');
        return i18n.exists(`exchange:trouble.${code}`)
          ? t(`trouble.${code as Trouble}`, { ...params, why, until: dayOf(params['until']) })
          : reason(code);
      },
    };
  }, [t, i18n, language, figure]);
};
