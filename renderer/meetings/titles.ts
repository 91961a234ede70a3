import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/dates.ts';
import type { MeetingRow } from '../../shared/contract/meetings.ts';
import { useLanguage } from '../ui/window/language.ts';

/** How a meeting is called on the screen: «Засідання № 7», «Круглий стіл № 3». */
export const useMeetingTitle = (): ((meeting: Pick<MeetingRow, 'kind' | 'number'>) => string) => {
  const { t } = useTranslation('meetings');
  return ({ kind, number }) => {
    const name = t(`kindTitle.${kind}`);
    return number === '' ? name : t('numbered', { name, number });
  };
};

/** Group, day and place in one soft line. */
export const useMeetingSubtitle = (): ((meeting: Pick<MeetingRow, 'group' | 'heldOn' | 'place'>) => string) => {
  const { language } = useLanguage();
  return ({ group, heldOn, place }) =>
    [group, heldOn === null ? '' : formatDay(heldOn, language, 'long'), place].filter(Boolean).join(' · ');
};
