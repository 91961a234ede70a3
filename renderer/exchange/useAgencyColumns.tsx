import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyStatus } from '../../shared/contract/exchange.ts';
import type { GridColumn } from '../ui/grid/gridTypes.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { useFigure } from '../ui/window/figures.ts';
import { CardChip } from './cards/CardFacts.tsx';
import { countColumn } from './countColumn.tsx';
import { useExchangeWords } from './useExchangeWords.ts';

/** The columns of the list of agencies: no more than stand beside each other in a window of 1280. */
export const useAgencyColumns = (): GridColumn<AgencyStatus>[] => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const words = useExchangeWords();
  const figure = useFigure();
  return useMemo(() => {
    /** What is still missing before anything can be sent. */
    const nextStep = ({ card: { state }, groups }: AgencyStatus): string => {
      if (state === 'imported' || state === 'introduced') return t('short.compare');
      return state === 'trusted' && groups.length === 0 ? t('short.noGroups') : '';
    };
    /** What a person has to look at, shortly; the whole of it stands over the list. */
    const concerns = ({ troubles, held }: AgencyStatus): string[] => [
      ...troubles.map(({ code }) => t(`short.${code}`)),
      ...(held === 0 ? [] : [t('short.held', { count: held })]),
    ];
    const toLookAt = (row: AgencyStatus): string => [nextStep(row), ...concerns(row)].filter(Boolean).join(', ');
    const isAllThere = ({ unacknowledgedSince, acknowledgedAt }: AgencyStatus): boolean =>
      unacknowledgedSince === null && acknowledgedAt !== null;
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
        width: 152,
        value: toLookAt,
        render: (row) => (
          <span className="words" style={{ color: concerns(row).length === 0 ? 'var(--soft)' : 'var(--amber)' }}>
            {toLookAt(row)}
          </span>
        ),
      },
      countColumn(figure, { key: 'unsent', title: t('col.unsent'), width: 100, count: ({ unsent }) => unsent }),
      {
        key: 'unacknowledged',
        title: t('col.unacknowledged'),
        width: 160,
        value: ({ unacknowledged }) => unacknowledged || null,
        text: (row) => {
          const { unacknowledged, unacknowledgedSince, acknowledgedAt } = row;
          if (isAllThere(row)) return t('allThere', { when: words.moment(acknowledgedAt) });
          if (unacknowledgedSince === null) return '';
          return t('since', { count: unacknowledged, day: words.day(unacknowledgedSince) });
        },
        render: (row) => {
          const { unacknowledged, unacknowledgedSince, acknowledgedAt } = row;
          if (isAllThere(row))
            return (
              <span className="words soft" style={{ display: 'flex', alignItems: 'center', gap: 5 }}>
                <CheckIcon size={13} />
                <span className="unseen">{t('allThere', { when: words.moment(acknowledgedAt) })}</span>
                <span aria-hidden="true">{words.day(acknowledgedAt)}</span>
              </span>
            );
          if (unacknowledgedSince === null) return null;
          return (
            <span className="words">{t('since', { count: unacknowledged, day: words.day(unacknowledgedSince) })}</span>
          );
        },
      },
      ...(['lastSentAt', 'lastReceivedAt'] as const).map((key) => ({
        key,
        title: t(key === 'lastSentAt' ? 'col.sent' : 'col.received'),
        width: 107,
        value: (row: AgencyStatus) => row[key],
        text: (row: AgencyStatus) => words.moment(row[key]),
        render: (row: AgencyStatus) => <span className="words">{words.day(row[key])}</span>,
      })),
    ];
  }, [t, words, figure]);
};
