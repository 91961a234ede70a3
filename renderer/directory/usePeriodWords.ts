import { useTranslation } from 'react-i18next';
import { formatDay, type IsoDay } from '../../shared/dates.ts';
import { useLanguage } from '../ui/window/language.ts';

/** From–to, both days included; null is open. */
export type Period = { startsOn: IsoDay | null; endsOn: IsoDay | null };

/** `з 01.09.2024`, `до 30.06.2025`, `01.09.2024–30.06.2025`; empty where nothing is said. */
export const usePeriodWords = (): ((period: Period) => string) => {
  const { t } = useTranslation('directory');
  const { language } = useLanguage();
  return ({ startsOn, endsOn }) => {
    if (startsOn !== null && endsOn !== null) return `${formatDay(startsOn, language)}–${formatDay(endsOn, language)}`;
    if (startsOn !== null) return t('period.from', { day: formatDay(startsOn, language) });
    return endsOn === null ? '' : t('period.to', { day: formatDay(endsOn, language) });
  };
};

export const isPast = ({ endsOn }: Period, today: IsoDay): boolean => endsOn !== null && endsOn < today;

export const isNow = (period: Period, today: IsoDay): boolean =>
  !isPast(period, today) && (period.startsOn === null || period.startsOn <= today);
