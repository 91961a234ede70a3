import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeEntry } from '../../../shared/contract/exchangeViews.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

const orNull = (count: number): number | null => (count === 0 ? null : count);

/** The columns of the log; the core orders it, the latest first. */
export const useLogColumns = (): GridColumn<ExchangeEntry>[] => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  return useMemo(() => {
    const columns: GridColumn<ExchangeEntry>[] = [
      { key: 'at', title: t('col.at'), width: 148, value: ({ at }) => at, text: ({ at }) => words.moment(at) },
      {
        key: 'direction',
        title: t('col.direction'),
        width: 108,
        value: ({ direction }) => t(`log.${direction}`),
        render: ({ direction }) => (
          <Chip size="small" tone={direction === 'sent' ? 'neutral' : 'ink'}>
            {t(`log.${direction}`)}
          </Chip>
        ),
      },
      { key: 'agency', title: t('col.agency'), width: 180, grow: true, value: ({ agency }) => agency },
      { key: 'number', title: t('col.number'), width: 48, align: 'right', value: ({ number }) => orNull(number) },
      { key: 'carrier', title: t('col.carrier'), width: 96, value: ({ carrier }) => t(`log.carrier.${carrier}`) },
      { key: 'changes', title: t('col.changes'), width: 76, align: 'right', value: ({ changes }) => changes },
      {
        key: 'attachments',
        title: t('col.attachments'),
        width: 76,
        align: 'right',
        value: ({ attachments }) => orNull(attachments),
      },
      { key: 'refused', title: t('col.refused'), width: 88, align: 'right', value: ({ refused }) => orNull(refused) },
      {
        key: 'conflicts',
        title: t('col.conflicts'),
        width: 92,
        align: 'right',
        value: ({ conflicts }) => orNull(conflicts),
      },
      { key: 'held', title: t('col.held'), width: 92, align: 'right', value: ({ held }) => orNull(held) },
      {
        key: 'acknowledged',
        title: t('col.acknowledged'),
        width: 148,
        value: ({ acknowledgedAt }) => acknowledgedAt,
        text: ({ acknowledgedAt }) => words.moment(acknowledgedAt),
      },
      {
        key: 'size',
        title: t('col.size'),
        width: 76,
        align: 'right',
        hidden: true,
        value: ({ bytes }) => bytes,
        text: ({ bytes }) => words.size(bytes),
      },
      { key: 'file', title: t('col.file'), width: 240, hidden: true, value: ({ fileName }) => fileName },
    ];
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [t, words]);
};
