import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries, countryName } from '../../../shared/rules/regionNames.ts';
import {
  ageBands,
  participantSexes,
  professionGroups,
  type Disaggregation,
  type ParticipantDimension,
} from '../../../shared/vocabulary.ts';
import { useLanguage } from '../../ui/window/language.ts';

type By = Disaggregation | ParticipantDimension;

/** What the values of a feature are called, and which there are; of one’s own features any word goes. */
export const useKeyWords = (): {
  name: (by: By, key: string) => string;
  all: (by: By) => { key: string; name: string }[];
} => {
  const { t } = useTranslation('vocabulary');
  const { language } = useLanguage();
  return useMemo(() => {
    const all = (by: By): { key: string; name: string }[] => {
      if (by === 'sex') return participantSexes.map((key) => ({ key, name: t(`participantSex.${key}`) }));
      if (by === 'ageBand') return ageBands.map((key) => ({ key, name: t(`ageBand.${key}`) }));
      if (by === 'profession') return professionGroups.map((key) => ({ key, name: t(`professionGroup.${key}`) }));
      return by === 'country' ? countries(language).map(({ code, name }) => ({ key: code, name })) : [];
    };
    return {
      all,
      name: (by, key) => {
        if (by === 'country' && key !== '') return countryName(key, language);
        return all(by).find((one) => one.key === key)?.name ?? key;
      },
    };
  }, [t, language]);
};
