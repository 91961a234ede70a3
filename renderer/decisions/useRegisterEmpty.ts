import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { anyDecision } from '../../shared/contract/decisionRegister.ts';
import { orpc } from '../ui/core/client.ts';
import type { GridOptions } from '../ui/grid/gridTypes.ts';
import { inForce, type Conditions } from './filter/registerFilter.ts';
import type { ConditionWords } from './filter/useConditionWords.ts';

/**
 * What stands where no row does: that there are no decisions yet and where they come from, or which conditions find
 * none and how to drop them.
 */
export const useRegisterEmpty = (
  conditions: Conditions,
  words: ConditionWords,
  acts: { drop: () => void; add: () => void },
): GridOptions<never>['empty'] => {
  const { t } = useTranslation(['decisions', 'ui']);
  const { data } = useQuery(
    orpc.decisions.register.queryOptions({
      input: {
        filter: anyDecision,
        sort: { by: 'due', descending: false },
        groupBy: 'none',
        offset: 0,
        limit: 1,
      },
    }),
  );
  if (inForce(conditions).length > 0 && data?.total !== 0)
    return {
      text: t('ui:filter.nothing', { filters: words.all(conditions) }),
      action: { label: t('ui:filter.clear'), run: acts.drop },
    };
  return { text: t('empty'), action: { label: t('new.title'), shortcut: 'Ctrl+N', run: acts.add } };
};
