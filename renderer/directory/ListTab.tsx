import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { DataGrid } from '../ui/grid/DataGrid.tsx';
import { GridFilters } from '../ui/grid/GridFilters.tsx';
import { GridColumns, GridExport, GridGroup } from '../ui/grid/GridTools.tsx';
import type { Grid } from '../ui/grid/gridTypes.ts';
import { PlusIcon, UploadIcon } from '../ui/icons.tsx';
import { ErrorBar } from '../ui/Notice.tsx';
import { Grow, Tools } from '../ui/Page.tsx';
import { useCommands, type Command } from '../ui/window/commands.ts';
import { DirectoryFrame, type DirectoryTab } from './DirectoryFrame.tsx';
import { SearchBox } from './SearchBox.tsx';
import { Split, useIsNarrow, useListFocus } from '../ui/Split.tsx';
import type { Search } from './useSearch.ts';

export type ListTabProps<Row> = {
  tab: DirectoryTab;
  grid: Grid<Row>;
  search: Search<Row>;
  searchLabel: string;
  /** How many there are; undefined while they are awaited. */
  count: string | undefined;
  /** Adds one (Ctrl+N). */
  add: { label: string; run: () => void };
  /** Where files of them are imported; nowhere for what is not imported. */
  importing?: { label: string; to: string };
  exportError: unknown;
  panel?: { label: string; content: ReactNode; opened: boolean; onBack: () => void };
  /** Dialogs. */
  children: ReactNode;
};

/** One of the lists of the directory: tools over the grid, the panel beside it. */
export const ListTab = <Row,>(props: ListTabProps<Row>) => {
  const { tab, grid, search, add, importing, panel } = props;
  const { t } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  useListFocus(!grid.waiting && grid.count > 0);
  const toImport = (): void => {
    if (importing !== undefined) void navigate(importing.to);
  };
  const group = t('common:area.directory');
  const commands: Command[] = [
    { id: `directory.add.${tab}`, group, label: add.label, keys: 'Ctrl+N', icon: <PlusIcon />, run: add.run },
  ];
  if (importing !== undefined)
    commands.push({
      id: `directory.import.${tab}`,
      group,
      label: importing.label,
      icon: <UploadIcon />,
      run: toImport,
    });
  useCommands(commands);
  return (
    <DirectoryFrame
      tab={tab}
      subtitle={props.count}
      actions={
        <>
          {importing === undefined ? null : (
            <Button icon={<UploadIcon />} onClick={toImport}>
              {t('common:action.import')}
            </Button>
          )}
          <Button variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={add.run}>
            {add.label}
          </Button>
        </>
      }
    >
      {isNarrow && panel?.opened === true ? null : (
        <Tools>
          <SearchBox search={search} label={props.searchLabel} />
          <GridFilters grid={grid} />
          <Grow />
          <GridGroup grid={grid} />
          <GridExport grid={grid} />
          <GridColumns grid={grid} />
        </Tools>
      )}
      <ErrorBar error={props.exportError} />
      <Split
        list={<DataGrid grid={grid} />}
        panelLabel={panel?.label ?? ''}
        panel={panel?.content ?? null}
        opened={panel?.opened === true}
        onBack={panel?.onBack ?? (() => undefined)}
      />
      {props.children}
    </DirectoryFrame>
  );
};
