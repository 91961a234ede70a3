import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeEntry } from '../../../shared/contract/exchangeViews.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { GridColumns, GridExport } from '../../ui/grid/GridTools.tsx';
import type { GridPage } from '../../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../../ui/grid/usePagedGrid.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ErrorBar } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { ExchangeFrame } from '../ExchangeFrame.tsx';
import { HeldBatches } from './HeldBatches.tsx';
import { useLogColumns } from './useLogColumns.tsx';

/** The most entries that the core hands out at once. */
const mostEntries = 200;

const everybody = '';

/** A package that was merged: its receipt can be made again whenever it was lost. */
const isMerged = (entry: ExchangeEntry | null | undefined): entry is ExchangeEntry => entry?.direction === 'received';

/** What went and what came, the latest first; over it what is held. */
export const LogPage = () => {
  const { t } = useTranslation(['exchange', 'common']);
  const { run, error } = useActs();
  const [agencyId, setAgencyId] = useState(everybody);
  const { data } = useQuery(orpc.exchange.status.queryOptions());
  const columns = useLogColumns();
  const exportList = useExportList();
  const load = useCallback(
    async (offset: number, limit: number): Promise<GridPage<ExchangeEntry>> => {
      const asked = { agencyId: agencyId === everybody ? null : agencyId, offset, limit: Math.min(limit, mostEntries) };
      const { total, entries } = await client.exchange.log(asked);
      return { total, rows: entries };
    },
    [agencyId],
  );
  const [current, setCurrent] = useState<ExchangeEntry | null>(null);
  const saveReceipt = (entry: ExchangeEntry | null | undefined): void => {
    if (isMerged(entry)) void run(async () => saveFile(await client.exchange.makeReceipt({ id: entry.id })));
  };
  const grid = usePagedGrid<ExchangeEntry>({
    id: 'exchange.log',
    label: t('log.label'),
    columns,
    getRowId: ({ id }) => id,
    load,
    version: data,
    onCurrent: setCurrent,
    keys: { R: { label: t('keys.receipt'), run: ([entry]) => saveReceipt(entry) } },
    menu: (entry) => [
      {
        id: 'receipt',
        label: t('receive.saveReceipt'),
        keys: 'R',
        disabled: !isMerged(entry),
        run: () => saveReceipt(entry),
      },
    ],
    empty: { text: t('log.empty') },
    onExport: (table) => void run(() => exportList(t('log.label'), table)),
  });
  return (
    <ExchangeFrame tab="log" actions={undefined}>
      <HeldBatches agencies={data?.agencies ?? []} ownLater={data?.ownLater ?? []} />
      <Tools>
        <div style={{ width: 260 }}>
          <Select
            label={t('col.agency')}
            labelHidden
            value={agencyId}
            onChange={setAgencyId}
            options={[
              { value: everybody, label: t('log.allAgencies') },
              ...(data?.agencies ?? []).map(({ card }) => ({ value: card.agencyId, label: card.name })),
            ]}
          />
        </div>
        <Grow />
        <Button
          size="small"
          icon={<DownloadIcon />}
          shortcut="R"
          disabled={!isMerged(current)}
          onClick={() => saveReceipt(current)}
        >
          {t('receive.saveReceipt')}
        </Button>
        <GridExport grid={grid} />
        <GridColumns grid={grid} />
      </Tools>
      <ErrorBar error={error} />
      <div style={{ flex: '1 0 200px', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <DataGrid grid={grid} />
      </div>
    </ExchangeFrame>
  );
};
