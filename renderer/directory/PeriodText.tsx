import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/dates.ts';
import { useLanguage } from '../ui/window/language.ts';
import type { Period } from './usePeriodWords.ts';

const Lines = styled('span')({
  fontSize: 12,
  color: 'var(--soft)',
  '& > span': { display: 'block', whiteSpace: 'nowrap' },
});

/** From and until under each other, for a narrow column. */
export const PeriodText = ({ period: { startsOn, endsOn } }: { period: Period }) => {
  const { t } = useTranslation('directory');
  const { language } = useLanguage();
  return (
    <Lines>
      {startsOn === null ? null : <span>{t('period.from', { day: formatDay(startsOn, language) })}</span>}
      {endsOn === null ? null : <span>{t('period.to', { day: formatDay(endsOn, language) })}</span>}
    </Lines>
  );
};
