import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeFates,
  type ChangeFate,
  type PackagePreview,
  type PreviewRow,
} from '../../../shared/contract/exchangeViews.ts';
import { client } from '../../ui/core/client.ts';
import type { Grid, GridOptions, GridPage, PageQuery } from '../../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../../ui/grid/usePagedGrid.ts';
import { usePreviewColumns } from './usePreviewColumns.tsx';
import { rowKey } from './useReceiving.ts';

/** What of the changes is shown. */
export type ChangeFilter = { fate: ChangeFate | 'all'; entity: string; words: string };

export const anyChange: ChangeFilter = { fate: 'all', entity: '', words: '' };

/** The most rows that the core hands out at once. */
const mostRows = 500;

const asked = (previewId: string, { fate, entity, words }: ChangeFilter) => ({
  previewId,
  fates: fate === 'all' ? [] : [fate],
  entity: entity === '' ? null : entity,
  words,
});

/** Why a package brings nothing to be merged now. */
const nothingIn = ({ troubles, held }: PackagePreview) => {
  if (troubles.some(({ code }) => code === 'gap')) return 'receive.nothingGap' as const;
  return held > 0 ? ('receive.nothingHeld' as const) : ('receive.nothing' as const);
};

/** How many changes of each fate meet the conditions. */
const countsOf = async (
  { previewId, counts }: PackagePreview,
  filter: ChangeFilter,
): Promise<readonly [ChangeFate, number][]> => {
  const fates = changeFates.filter((fate) => counts[fate] > 0 && (filter.fate === 'all' || filter.fate === fate));
  if (filter.entity === '' && filter.words === '') return fates.map((fate) => [fate, counts[fate]]);
  return Promise.all(
    fates.map(async (fate): Promise<[ChangeFate, number]> => {
      const page = { ...asked(previewId, { ...filter, fate }), offset: 0, limit: 1 };
      return [fate, (await client.exchange.previewRows(page)).total];
    }),
  );
};

/** All changes of a package, page by page. */
export const allChanges = async (previewId: string): Promise<PreviewRow[]> => {
  const rows: PreviewRow[] = [];
  for (;;) {
    const page = { ...asked(previewId, anyChange), offset: rows.length, limit: mostRows };
    const { total, rows: more } = await client.exchange.previewRows(page);
    rows.push(...more);
    if (rows.length >= total || more.length === 0) return rows;
  }
};

/** The change list: by what becomes of each, as many as there are, the rows fetched as they come into view. */
export const useChangeList = (
  preview: PackagePreview,
  options: Pick<GridOptions<PreviewRow>, 'onOpen' | 'keys' | 'statusKeys'>,
): {
  grid: Grid<PreviewRow>;
  filter: ChangeFilter;
  setFilter: (filter: ChangeFilter) => void;
} => {
  const { t } = useTranslation('exchange');
  const columns = usePreviewColumns();
  const [filter, setFilter] = useState(anyChange);
  const load = useCallback(
    async (offset: number, limit: number, _query: PageQuery): Promise<GridPage<PreviewRow>> => {
      const [{ total, rows }, counts] = await Promise.all([
        client.exchange.previewRows({ ...asked(preview.previewId, filter), offset, limit }),
        countsOf(preview, filter),
      ]);
      const groups = counts
        .filter(([, count]) => count > 0)
        .map(([fate, count]) => ({
          key: fate,
          title: t(`group.${fate}`),
          count,
          note: fate === 'conflict' ? t('group.conflictNote') : undefined,
        }));
      return { total, rows, groups };
    },
    [preview, filter, t],
  );
  const grid = usePagedGrid<PreviewRow>({
    ...options,
    id: 'exchange.preview',
    label: t('receive.list'),
    columns,
    getRowId: rowKey,
    group: 'fate',
    isRefused: ({ fate }) => fate === 'refused',
    load,
    version: preview.previewId,
    empty: { text: t(filter === anyChange ? nothingIn(preview) : 'receive.noneFound') },
  });
  return { grid, filter, setFilter };
};
