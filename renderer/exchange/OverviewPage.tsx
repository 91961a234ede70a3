import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyStatus, ExchangeStatus, OwnCard } from '../../shared/contract/exchange.ts';
import { Button } from '../ui/Button.tsx';
import { useActs } from '../ui/core/acts.ts';
import { orpc } from '../ui/core/client.ts';
import { DataGrid } from '../ui/grid/DataGrid.tsx';
import { useGrid } from '../ui/grid/useGrid.ts';
import { DownloadIcon, PlusIcon, UploadIcon } from '../ui/icons.tsx';
import { ErrorBar, ErrorNotice } from '../ui/Notice.tsx';
import { focusList, useListFocus } from '../ui/Split.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useKeys } from '../ui/window/keys.ts';
import { useAsked } from './asked.ts';
import { CardDialog, type CardSource } from './cards/CardDialog.tsx';
import { ExchangeFrame } from './ExchangeFrame.tsx';
import { OverviewAside } from './OverviewAside.tsx';
import { receiveFiles } from './receiveFiles.ts';
import { AgencyGroupsDialog } from './ParticipantsDialog.tsx';
import { SendDialog } from './sending/SendDialog.tsx';
import { useAgencyColumns } from './useAgencyColumns.tsx';
import { Waits } from './Waits.tsx';
import { Welcome } from './Welcome.tsx';

const Sides = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 276px',
  flex: 1,
  minHeight: 0,
  '& > div': { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  '& > aside': {
    borderLeft: '1px solid var(--line)',
    background: 'var(--surface)',
    overflow: 'auto',
    minHeight: 0,
  },
  '@media (max-width: 900px)': {
    display: 'flex',
    flexDirection: 'column',
    flex: 'none',
    '& > div': { flex: 'none' },
    '& > div > :last-child': { minHeight: 240, flex: 'none' },
    '& > aside': { borderLeft: 0, borderTop: '1px solid var(--line)', overflow: 'visible' },
  },
});

/** Back to where one was before a dialog opened, unless another, or the palette, has been opened since. */
const backToList = (): void =>
  void requestAnimationFrame(() => {
    const dialog = document.activeElement?.closest('[role=dialog]') ?? null;
    if (dialog === null) focusList();
  });

const Overview = ({ status, own }: { status: ExchangeStatus; own: OwnCard }) => {
  const { t } = useTranslation(['exchange', 'common']);
  const { run, error } = useActs(false);
  const [card, setCard] = useState<CardSource>();
  const openCard = useCallback((source: CardSource) => setCard(source), []);
  const receive = (): void => void run(receiveFiles);
  const add = (): void => setCard('new');
  const close = (): void => {
    setCard(undefined);
    // where the dialog took a button's place there is nothing to give the focus back to
    backToList();
  };
  const columns = useAgencyColumns();
  const [sendTo, setSendTo] = useState<string>();
  const addressee = status.agencies.find(({ card: { id } }) => id === sendTo);
  const [groupsOf, setGroupsOf] = useState<AgencyStatus>();
  const choose = (rows: readonly AgencyStatus[]): void => setGroupsOf(rows[0]);
  const send = (rows: readonly AgencyStatus[]): void => setSendTo(rows[0]?.card.id);
  const open = ({ card: known }: AgencyStatus): void => setCard({ card: known });
  useAsked('take', add);
  useAsked('send', setSendTo);
  useAsked('card', (id) => {
    const cards = status.agencies.flatMap(({ card: known, renewed }) => [
      known,
      ...(renewed === null ? [] : [renewed]),
    ]);
    const asked = [...cards, ...status.ownLater].find((known) => known.id === id);
    if (asked !== undefined) setCard({ card: asked });
  });
  const grid = useGrid<AgencyStatus>({
    id: 'exchange.agencies',
    label: t('agencies.label'),
    rows: status.agencies,
    columns,
    getRowId: (row) => row.card.id,
    density: 'list',
    onOpen: open,
    keys: { S: { label: t('keys.send'), run: send }, G: { label: t('keys.groups'), run: choose } },
    menu: (row) => [
      { id: 'send', label: t('agencies.send'), keys: 'S', run: () => send([row]) },
      { id: 'groups', label: t('agencies.groups'), keys: 'G', run: () => choose([row]) },
      { id: 'card', label: t('agencies.card'), keys: 'Enter', run: () => open(row) },
    ],
    statusKeys: [
      { keys: 'S', label: t('keys.send') },
      { keys: 'G', label: t('keys.groups') },
      { keys: 'Enter', label: t('keys.card') },
      { keys: 'N', label: t('keys.newCard') },
      { keys: 'O', label: t('keys.receive') },
    ],
    empty: { text: t('agencies.empty'), action: { label: t('agencies.add'), run: add, shortcut: 'N' } },
  });
  useListFocus(status.agencies.length > 0);
  useKeys({ N: add, O: receive });
  const current = status.agencies.find(({ card: { id } }) => id === grid.current) ?? status.agencies[0];
  return (
    <ExchangeFrame
      tab="agencies"
      actions={
        <>
          {current === undefined ? null : (
            <Button icon={<UploadIcon />} shortcut="S" onClick={() => send([current])}>
              {t('agencies.send')}
            </Button>
          )}
          <Button icon={<PlusIcon />} shortcut="N" onClick={add}>
            {t('agencies.add')}
          </Button>
          <Button
            variant={current === undefined ? 'plain' : 'primary'}
            icon={<DownloadIcon />}
            shortcut="O"
            onClick={receive}
          >
            {t('agencies.receive')}
          </Button>
        </>
      }
    >
      <ErrorBar error={error} />
      <Sides>
        <div>
          <Waits status={status} openCard={openCard} />
          <DataGrid grid={grid} />
        </div>
        <aside aria-label={t('own.title')}>
          <OverviewAside status={status} own={own} />
        </aside>
      </Sides>
      {addressee === undefined ? null : (
        <SendDialog
          key={addressee.card.id}
          agency={addressee}
          hasFolder={status.folder.folder !== null}
          onCard={() => {
            setSendTo(undefined);
            open(addressee);
          }}
          onGroups={() => {
            setSendTo(undefined);
            choose([addressee]);
          }}
          onClose={() => {
            setSendTo(undefined);
            backToList();
          }}
        />
      )}
      {groupsOf === undefined ? null : (
        <AgencyGroupsDialog
          agency={groupsOf.card}
          groups={status.groups}
          onClose={() => {
            setGroupsOf(undefined);
            backToList();
          }}
        />
      )}
      {card === undefined ? null : <CardDialog source={card} onClose={close} />}
    </ExchangeFrame>
  );
};

/** With whom we exchange, how far each is, and what waits. Without keys: what the exchange is. */
export const OverviewPage = () => {
  const { data, error, refetch } = useQuery(orpc.exchange.status.queryOptions());
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return data.own === null ? <Welcome /> : <Overview status={data} own={data.own} />;
};
