import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyStatus } from '../../shared/contract/exchange.ts';
import type { GridColumn } from '../ui/grid/gridTypes.ts';
import { CardChip } from './cards/CardFacts.tsx';
import { useExchangeWords } from './useExchangeWords.ts';

const orNull = (count: number): number | null => (count === 0 ? null : count);

/** The columns of the list of agencies. */
export const useAgencyColumns = (): GridColumn<AgencyStatus>[] => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const words = useExchangeWords();
  return useMemo(
    () => [
      { key: 'agency', title: t('col.agency'), width: 230, grow: true, value: ({ card }) => card.name },
      {
        key: 'card',
        title: t('col.card'),
        width: 126,
        value: ({ card }) => t(`vocabulary:cardState.${card.state}`),
        render: ({ card }) => <CardChip state={card.state} />,
      },
      {
        key: 'groups',
        title: t('col.groups'),
        width: 130,
        value: ({ groups }) => groups.map(({ name }) => name).join(', '),
      },
      {
        key: 'sent',
        title: t('col.sent'),
        width: 92,
        value: ({ lastSentAt }) => lastSentAt,
        text: ({ lastSentAt }) => words.moment(lastSentAt),
        render: ({ lastSentAt }) => words.day(lastSentAt),
      },
      {
        key: 'received',
        title: t('col.received'),
        width: 92,
        value: ({ lastReceivedAt }) => lastReceivedAt,
        text: ({ lastReceivedAt }) => words.moment(lastReceivedAt),
        render: ({ lastReceivedAt }) => words.day(lastReceivedAt),
      },
      {
        key: 'unsent',
        title: t('col.unsent'),
        width: 100,
        align: 'right',
        value: ({ unsent }) => orNull(unsent),
      },
      {
        key: 'unacknowledged',
        title: t('col.unacknowledged'),
        width: 128,
        value: ({ unacknowledged }) => orNull(unacknowledged),
        text: ({ unacknowledged, unacknowledgedSince }) =>
          unacknowledgedSince === null
            ? ''
            : t('since', { count: unacknowledged, day: words.day(unacknowledgedSince) }),
      },
      { key: 'held', title: t('col.held'), width: 92, align: 'right', value: ({ held }) => orNull(held) },
      {
        key: 'trouble',
        title: t('col.trouble'),
        width: 150,
        value: ({ troubles }) => troubles.map(({ code }) => t(`short.${code}`)).join(', '),
        render: ({ troubles }) =>
          troubles.length === 0 ? null : (
            <span className="words" style={{ color: 'var(--amber)' }}>
              {troubles.map(({ code }) => t(`short.${code}`)).join(', ')}
            </span>
          ),
      },
    ],
    [t, words],
  );
};
