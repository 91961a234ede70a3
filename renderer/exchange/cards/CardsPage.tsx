import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyCardView } from '../../../shared/contract/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useGrid } from '../../ui/grid/useGrid.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { focusList } from '../../ui/Split.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { ExchangeFrame } from '../ExchangeFrame.tsx';
import { useExchangeWords } from '../useExchangeWords.ts';
import { Welcome } from '../Welcome.tsx';
import { CardDialog, type CardSource } from './CardDialog.tsx';
import { CardChip } from './CardFacts.tsx';
import { OwnCard } from './OwnCard.tsx';

const useCardColumns = (): GridColumn<AgencyCardView>[] => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const words = useExchangeWords();
  return useMemo(
    () => [
      { key: 'agency', title: t('col.agency'), width: 200, grow: true, value: ({ name }) => name },
      {
        key: 'state',
        title: t('col.card'),
        width: 150,
        value: ({ state }) => t(`vocabulary:cardState.${state}`),
        render: ({ state }) => <CardChip state={state} />,
      },
      { key: 'fingerprint', title: t('col.fingerprint'), width: 332, value: ({ fingerprint }) => fingerprint },
      {
        key: 'checked',
        title: t('col.checked'),
        width: 196,
        value: ({ trustedAt }) => trustedAt,
        text: ({ trustedAt, checked }) =>
          trustedAt === null
            ? ''
            : t('card.trustedOn', { how: t(`vocabulary:cardCheck.${checked}`), day: words.day(trustedAt) }),
      },
      { key: 'introducedBy', title: t('col.introducedBy'), width: 150, value: ({ introducedBy }) => introducedBy },
    ],
    [t, words],
  );
};

/** Our own card as others need it, and the cards of others. */
export const CardsPage = () => {
  const { t } = useTranslation('exchange');
  const { data, error, refetch } = useQuery(orpc.exchange.status.queryOptions());
  const [source, setSource] = useState<CardSource>();
  const columns = useCardColumns();
  const close = (): void => {
    setSource(undefined);
    requestAnimationFrame(focusList);
  };
  const add = (): void => setSource('new');
  const grid = useGrid<AgencyCardView>({
    id: 'exchange.cards',
    label: t('tab.cards'),
    rows: data && [
      ...data.agencies.flatMap(({ card, renewed }) => (renewed === null ? [card] : [card, renewed])),
      ...data.ownLater,
    ],
    columns,
    getRowId: ({ id }) => id,
    density: 'list',
    onOpen: (card) => setSource({ card }),
    empty: { text: t('agencies.empty'), action: { label: t('agencies.add'), run: add, shortcut: 'N' } },
  });
  useKeys({ N: add });
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.own === null) return <Welcome />;
  return (
    <ExchangeFrame
      tab="cards"
      actions={
        <Button
          variant={data.agencies.length === 0 ? 'plain' : 'primary'}
          icon={<PlusIcon />}
          shortcut="N"
          onClick={add}
        >
          {t('agencies.add')}
        </Button>
      }
    >
      <OwnCard own={data.own} />
      <div style={{ flex: '1 0 200px', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <DataGrid grid={grid} />
      </div>
      {source === undefined ? null : <CardDialog source={source} onClose={close} />}
    </ExchangeFrame>
  );
};
