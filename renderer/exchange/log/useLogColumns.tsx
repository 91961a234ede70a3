import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeEntry } from '../../../shared/contract/exchangeViews.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useFigure } from '../../ui/window/figures.ts';
import { countColumn } from '../countColumn.tsx';
import { useExchangeWords } from '../useExchangeWords.ts';

const orNull = (count: number): number | null => (count === 0 ? null : count);

/** The columns of the log; the core orders it, the latest first. */
export const useLogColumns = (): GridColumn<ExchangeEntry>[] => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const figure = useFigure();
  return useMemo(() => {
    const counted = (key: 'changes' | 'attachments' | 'refused' | 'conflicts' | 'held', width: number) =>
      countColumn<ExchangeEntry>(figure, { key, title: t(`col.${key}`), width, count: (entry) => entry[key] });
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
      counted('changes', 76),
      counted('attachments', 76),
      counted('refused', 88),
      counted('conflicts', 92),
      counted('held', 92),
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
  }, [t, words, figure]);
};
