import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { meaningOf } from './fields.ts';

/** The name of a field in words: «дата підписання», «Рада: посада підписанта». */
export const useFieldName = (memorandum: MemorandumDetail): ((key: string) => string) => {
  const { t } = useTranslation('memoranda');
  return useCallback(
    (key) => {
      const meaning = meaningOf(key, memorandum);
      switch (meaning.kind) {
        case 'own':
          return t(`field.${meaning.field}`);
        case 'signing':
          return t('field.signedOn');
        case 'parties':
          return t('field.parties');
        case 'party': {
          const who = meaning.party?.shortName || meaning.party?.name || t('field.partyN', { n: meaning.n });
          return t(`field.party.${meaning.field}`, { who });
        }
        case 'obligation':
          return t('field.obligationDue', { n: meaning.n });
        case 'hole':
          return t('field.hole');
      }
    },
    [memorandum, t],
  );
};
