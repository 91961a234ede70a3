import { useTranslation } from 'react-i18next';
import {
  ageBands,
  participantSexes,
  professionGroups,
  type ParticipantDimension,
} from '../../../../shared/vocabulary.ts';
import { useLanguage } from '../../../ui/window/language.ts';
import { countryOrCode } from './participantRows.ts';

/** What participants of one kind are called: women, police, Latvia. */
export const useKeyName = (): ((dimension: ParticipantDimension, key: string) => string) => {
  const { t } = useTranslation('vocabulary');
  const { language } = useLanguage();
  return (dimension, key) => {
    const sex = participantSexes.find((one) => one === key);
    const age = ageBands.find((one) => one === key);
    const profession = professionGroups.find((one) => one === key);
    if (dimension === 'sex' && sex !== undefined) return t(`participantSex.${sex}`);
    if (dimension === 'ageBand' && age !== undefined) return t(`ageBand.${age}`);
    if (dimension === 'profession' && profession !== undefined) return t(`professionGroup.${profession}`);
    return dimension === 'country' ? countryOrCode(key, language) : key;
  };
};
