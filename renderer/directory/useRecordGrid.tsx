import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../ui/core/acts.ts';
import { useExportList } from '../ui/grid/exportList.ts';
import type { Grid, GridColumn } from '../ui/grid/gridTypes.ts';
import { useGrid } from '../ui/grid/useGrid.ts';
import { DeleteIcon, EditIcon } from '../ui/icons.tsx';
import type { DirectoryTab } from './DirectoryFrame.tsx';
import type { PanelWish } from '../ui/Split.tsx';
import { useRecordPlace } from './useRecordPlace.ts';
import type { Search } from './useSearch.ts';

export type RecordGridOptions<Row> = {
  tab: DirectoryTab;
  columns: readonly GridColumn<Row>[];
  search: Search<Row>;
  error: unknown;
  retry: () => void;
  /** Said where there is nothing at all, and the first that can be made. */
  empty: { text: string; add: { label: string; run: () => void } };
  /** Enter and E; the panel beside the list unless given. */
  onOpen?: (row: Row) => void;
};

const rowId = ({ id }: { id: string }): string => id;

/** A list of records with the acts that they share: open or edit, remove (asked about first), mark, export. */
export const useRecordGrid = <Row extends { id: string }>(options: RecordGridOptions<Row>) => {
  const { t } = useTranslation(['directory', 'common']);
  const { tab, search, empty } = options;
  const exportList = useExportList();
  const exporting = useActs();
  const [current, setCurrent] = useState<Row | null>(null);
  const [opened, setOpened] = useState(false);
  const [removing, setRemoving] = useState<readonly Row[]>([]);
  const [wished, setWished] = useState<string | null>(null);
  const done = useCallback(() => setWished(null), []);
  const open = (row: Row): void => {
    if (options.onOpen !== undefined) {
      options.onOpen(row);
      return;
    }
    setOpened(true);
    setWished(row.id);
  };
  const editLabel = options.onOpen === undefined ? t('common:action.edit') : t('common:action.open');
  const grid: Grid<Row> = useGrid<Row>({
    id: `directory.${tab}`,
    label: t(`tab.${tab}`),
    columns: options.columns,
    rows: search.rows,
    getRowId: rowId,
    sort: { key: 'name' },
    markable: true,
    error: options.error,
    retry: options.retry,
    onCurrent: setCurrent,
    onOpen: open,
    keys: {
      E: {
        label: options.onOpen === undefined ? t('list.keys.edit') : t('list.keys.open'),
        run: ([row]) => {
          if (row !== undefined) open(row);
        },
      },
      Del: { label: t('list.keys.remove'), run: setRemoving },
    },
    menu: (row) => [
      { id: 'edit', label: editLabel, keys: 'E', icon: <EditIcon />, run: () => open(row) },
      'line',
      {
        id: 'remove',
        label: t('common:action.remove'),
        keys: 'Del',
        icon: <DeleteIcon />,
        danger: true,
        run: () => setRemoving([row]),
      },
    ],
    onExport: (table) => void exporting.run(() => exportList(t(`tab.${tab}`), table)),
    empty: search.active
      ? { text: t('list.nothing'), action: { label: t('list.clear'), run: () => search.setTyped('') } }
      : { text: empty.text, action: { ...empty.add, shortcut: 'Ctrl+N' } },
  });
  useRecordPlace(grid, () => setOpened(true));
  return {
    grid,
    current,
    opened,
    close: () => setOpened(false),
    wish: { id: wished, done } satisfies PanelWish,
    removing,
    setRemoving,
    exportError: exporting.error,
  };
};
