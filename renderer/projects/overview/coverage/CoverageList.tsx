import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '../../../../shared/contract/projects.ts';
import { formatDay } from '../../../../shared/dates.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../../ui/grid/exportList.ts';
import { GridFilters } from '../../../ui/grid/GridFilters.tsx';
import { GridColumns, GridExport, GridGroup } from '../../../ui/grid/GridTools.tsx';
import type { GridColumn } from '../../../ui/grid/gridTypes.ts';
import { useGrid } from '../../../ui/grid/useGrid.ts';
import { ErrorNotice } from '../../../ui/Notice.tsx';
import { Grow, Tools } from '../../../ui/Page.tsx';
import { gridRows, gridTable, mostPrinted } from '../../../ui/print/gridSheet.tsx';
import { PrintButton } from '../../../ui/print/PrintButton.tsx';
import { usePrinting } from '../../../ui/print/usePrinting.tsx';
import { usePrintWords } from '../../../ui/print/usePrintWords.ts';
import { useLanguage } from '../../../ui/window/language.ts';
import { useKindWords } from '../../useKindWords.ts';
import { Mark, type MarkLook } from './marks.tsx';
import type { ChosenCell } from './Matrix.tsx';
import type { CoverageCell, CoverageDistrict } from './places.ts';

type CellRow = ChosenCell & {
  id: string;
  district: string;
  community: string;
  kindName: string;
  look: MarkLook;
  cell: CoverageCell;
};

const idOf = ({ id }: CellRow): string => id;

/** Every cell of the matrix as a row: to filter, group, copy and export, and to be read aloud. */
export const CoverageList = ({
  name,
  kinds,
  districts,
  onChoose,
  onOpen,
  onPlan,
}: {
  /** Of the worksheet. */
  name: string;
  kinds: CoverageView['kinds'];
  districts: readonly CoverageDistrict[];
  onChoose: (cell: ChosenCell | null) => void;
  onOpen: (cell: ChosenCell) => void;
  onPlan: (cell: ChosenCell) => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const names = useKindWords();
  const acts = useActs();
  const exportList = useExportList();
  const rows = useMemo(
    (): CellRow[] =>
      districts.flatMap((district) =>
        district.rows.flatMap((row) =>
          kinds.flatMap((kind, at): CellRow[] => {
            const cell = row.cells[at];
            if (cell === undefined) return [];
            return [
              {
                id: `${row.territory} ${kind}`,
                territory: row.territory,
                kind: at,
                district: district.name,
                community: row.name,
                kindName: names.name(kind),
                look: cell.state === 'none' && row.never ? 'never' : cell.state,
                cell,
              },
            ];
          }),
        ),
      ),
    [districts, kinds, names],
  );
  const columns = useMemo((): GridColumn<CellRow>[] => {
    return [
      {
        key: 'district',
        title: t('coverage.district'),
        width: 150,
        filter: 'choice',
        groupable: true,
        value: ({ district }) => district,
      },
      {
        key: 'community',
        title: t('coverage.community'),
        width: 160,
        grow: true,
        filter: 'text',
        groupable: true,
        value: ({ community }) => community,
      },
      {
        key: 'kind',
        title: t('coverage.kind'),
        width: 150,
        filter: 'choice',
        groupable: true,
        value: ({ kindName }) => kindName,
      },
      {
        key: 'state',
        title: t('coverage.state'),
        width: 150,
        filter: 'choice',
        groupable: true,
        value: ({ look }) => t(`coverage.${look}`),
        render: ({ look }) => (
          <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
            <span style={{ width: 16, display: 'grid', placeItems: 'center' }}>
              <Mark look={look} />
            </span>
            <span className="cut" style={look === 'never' ? { color: 'var(--red)' } : undefined}>
              {t(`coverage.${look}`)}
            </span>
          </span>
        ),
      },
      {
        key: 'on',
        title: t('coverage.on'),
        width: 116,
        filter: 'day',
        value: ({ cell }) => cell.on,
        text: ({ cell }) => (cell.on === null ? '' : formatDay(cell.on, language)),
      },
      {
        key: 'held',
        title: t('coverage.activitiesHeld'),
        width: 110,
        align: 'right',
        hidden: true,
        value: ({ cell }) => cell.held,
      },
      {
        key: 'planned',
        title: t('coverage.activitiesPlanned'),
        width: 130,
        align: 'right',
        hidden: true,
        value: ({ cell }) => cell.planned,
      },
    ];
  }, [t, language]);
  const grid = useGrid<CellRow>({
    id: 'projects.coverage',
    label: t('coverage.title'),
    columns,
    rows,
    getRowId: idOf,
    onOpen,
    onCurrent: onChoose,
    keys: {
      N: {
        label: t('coverage.key.plan'),
        run: ([row]) => {
          if (row !== undefined) onPlan(row);
        },
      },
    },
    empty: { text: t('coverage.nothing') },
    onExport: (table) => void acts.run(() => exportList(name, table)),
  });
  const words = usePrintWords();
  const { print, printed } = usePrinting({
    group: t('common:area.projects'),
    sheet: () => {
      const found = gridRows(grid).slice(0, mostPrinted);
      return {
        title: name,
        facts: [...words.conditions(grid), words.rows(found.length, grid.shown)],
        body: gridTable(grid, found, words.figure),
      };
    },
  });
  return (
    <>
      <Tools>
        <GridFilters grid={grid} />
        <Grow />
        <GridGroup grid={grid} />
        <GridExport grid={grid} />
        <PrintButton onClick={print} />
        <GridColumns grid={grid} />
      </Tools>
      {acts.error === undefined ? null : <ErrorNotice error={acts.error} />}
      <DataGrid grid={grid} />
      {printed}
    </>
  );
};
