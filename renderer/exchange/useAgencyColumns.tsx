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
  return useMemo(() => {
    /** What is still missing before anything can be sent. */
    const nextStep = (state: AgencyStatus['card']['state'], groups: number): string => {
      if (state === 'imported' || state === 'introduced') return t('short.compare');
      return state === 'trusted' && groups === 0 ? t('short.noGroups') : '';
    };
    return [
      { key: 'agency', title: t('col.agency'), width: 188, grow: true, value: ({ card }) => card.name },
      {
        key: 'card',
        title: t('col.card'),
        width: 126,
        value: ({ card }) => t(`vocabulary:cardState.${card.state}`),
        render: ({ card }) => <CardChip state={card.state} />,
      },
      {
        key: 'trouble',
        title: t('col.trouble'),
        width: 130,
        value: ({ troubles, card, groups }) =>
          troubles.length === 0
            ? nextStep(card.state, groups.length)
            : troubles.map(({ code }) => t(`short.${code}`)).join(', '),
        render: ({ troubles, card, groups }) =>
          troubles.length === 0 ? (
            <span className="words soft">{nextStep(card.state, groups.length)}</span>
          ) : (
            <span className="words" style={{ color: 'var(--amber)' }}>
              {troubles.map(({ code }) => t(`short.${code}`)).join(', ')}
            </span>
          ),
      },
      {
        key: 'groups',
        title: t('col.groups'),
        width: 58,
        align: 'right',
        value: ({ groups }) => orNull(groups.length),
        text: ({ groups }) => groups.map(({ name }) => name).join(', '),
        render: ({ groups }) => orNull(groups.length),
      },
      { key: 'unsent', title: t('col.unsent'), width: 98, align: 'right', value: ({ unsent }) => orNull(unsent) },
      {
        key: 'unacknowledged',
        title: t('col.unacknowledged'),
        width: 170,
        value: ({ unacknowledged }) => orNull(unacknowledged),
        text: ({ unacknowledged, unacknowledgedSince }) =>
          unacknowledgedSince === null
            ? ''
            : t('since', { count: unacknowledged, day: words.day(unacknowledgedSince) }),
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
      { key: 'held', title: t('col.held'), width: 92, align: 'right', value: ({ held }) => orNull(held) },
    ];
  }, [t, words]);
};
