import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { ObligationRow } from '../../../shared/contract/memoranda.ts';
import { useLanguage } from '../../ui/window/language.ts';

/** When an obligation is due, in a word or two: a day, «щопівроку», «постійно». */
export const useDueWords = (): ((row: Pick<ObligationRow, 'repeat' | 'dueOn'>) => string) => {
  const { t } = useTranslation(['memoranda', 'vocabulary']);
  const { language } = useLanguage();
  return useCallback(
    ({ repeat, dueOn }) => {
      if (repeat !== 'none') return t(`repeat.${repeat}`);
      return dueOn === null ? t('obligation.noDue') : formatDay(dueOn, language);
    },
    [t, language],
  );
};
