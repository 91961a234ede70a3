import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { IndicatorRow } from '../../../shared/contract/indicatorViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { GridFilters } from '../../ui/grid/GridFilters.tsx';
import { GridColumns, GridExport, GridGroup } from '../../ui/grid/GridTools.tsx';
import { useGrid } from '../../ui/grid/useGrid.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorBar } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { gridRows, gridTable } from '../../ui/print/gridSheet.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { usePrintWords } from '../../ui/print/usePrintWords.ts';
import { Split, useListFocus } from '../../ui/Split.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import { IndicatorPanel } from './IndicatorPanel.tsx';
import { useIndicatorColumns } from './useIndicatorColumns.tsx';
import { ValueSheet } from './ValueSheet.tsx';

type Asked = { of: 'edit'; row: IndicatorRow | null } | { of: 'remove'; row: IndicatorRow };

const Indicators = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'common', 'ui']);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('indicator');
  const [opened, setOpened] = useState(asked !== null);
  const [currentId, setCurrentId] = useState<string | null>(asked);
  const [dialog, setDialog] = useState<Asked>();
  const { run, error } = useActs();
  const exportList = useExportList();
  const list = useRef<HTMLDivElement>(null);
  const columns = useIndicatorColumns();
  const {
    data,
    error: refused,
    refetch,
  } = useQuery(orpc.projects.indicators.queryOptions({ input: { projectId: project.id } }));
  const current = data?.find(({ id }) => id === currentId) ?? data?.[0];
  const sheetOf = data?.find(({ id }) => id === search.get('values'));
  const toValues = (row: IndicatorRow | undefined): void => {
    if (row !== undefined && row.rule === null) setSearch({ indicator: row.id, values: row.id });
  };
  const move = (row: IndicatorRow, by: number): void => {
    const to = (data ?? []).findIndex(({ id }) => id === row.id) + by;
    if (to >= 0 && to < (data ?? []).length)
      void run(() => client.projects.movePart({ part: 'indicator', id: row.id, to }));
  };
  const create = (): void => setDialog({ of: 'edit', row: null });
  const edit = (row: IndicatorRow): void => setDialog({ of: 'edit', row });
  const remove = (row: IndicatorRow): void => setDialog({ of: 'remove', row });
  const goToImport = (): void => void navigate(`/projects/${project.id}/import?kind=indicatorValues`);
  const grid = useGrid<IndicatorRow>({
    id: 'projects.indicators',
    label: t('indicators.name'),
    columns,
    rows: data,
    error: refused,
    retry: () => void refetch(),
    getRowId: ({ id }) => id,
    reveal: asked ?? undefined,
    onCurrent: (row) => {
      if (row !== null) setCurrentId(row.id);
    },
    onOpen: (row) => {
      setCurrentId(row.id);
      setOpened(true);
    },
    keys: {
      V: { label: t('indicators.values'), run: ([row]) => toValues(row) },
      E: {
        label: t('common:action.edit'),
        run: ([row]) => {
          if (row !== undefined) edit(row);
        },
      },
    },
    menu: (row) => [
      { id: 'values', label: t('indicators.values'), keys: 'V', disabled: row.rule !== null, run: () => toValues(row) },
      { id: 'edit', label: t('common:action.edit'), keys: 'E', run: () => edit(row) },
      'line',
      { id: 'up', label: t('common:action.moveUp'), keys: 'Alt+Up', run: () => move(row, -1) },
      { id: 'down', label: t('common:action.moveDown'), keys: 'Alt+Down', run: () => move(row, 1) },
      'line',
      { id: 'remove', label: t('common:action.remove'), keys: 'Del', danger: true, run: () => remove(row) },
    ],
    statusKeys: [
      { keys: ['Up', 'Down'], label: t('ui:grid.keys.row') },
      ...(current?.rule === null ? [{ keys: 'V', label: t('indicators.keys.values') }] : []),
      { keys: 'E', label: t('about.key.open') },
      { keys: ['Alt+Up', 'Alt+Down'], label: t('about.key.move') },
      { keys: 'Del', label: t('about.key.remove') },
      { keys: 'Ctrl+N', label: t('indicators.keys.new') },
    ],
    empty: { text: t('indicators.empty'), action: { label: t('indicators.new'), shortcut: 'Ctrl+N', run: create } },
    onExport: (table) => void run(() => exportList(t('indicators.title', { project: project.title }), table)),
  });
  useKeys(
    {
      'Alt+Up': current === undefined ? undefined : () => move(current, -1),
      'Alt+Down': current === undefined ? undefined : () => move(current, 1),
      Del: current === undefined ? undefined : () => remove(current),
    },
    { scope: list, enabled: sheetOf === undefined },
  );
  useStatusKeys([
    { keys: 'Ctrl+N', label: t('indicators.keys.new') },
    { keys: 'Ctrl+P', label: t('common:action.print') },
    { keys: ['Ctrl+1', 'Ctrl+9'], label: t('coverage.key.view') },
  ]);
  useListFocus(sheetOf === undefined && !grid.waiting && grid.count > 0);
  const group = t('common:area.projects');
  const words = usePrintWords();
  const { entry: printEntry, printed } = usePrinting({
    group,
    // the values of one indicator are printed as they stand
    sheet:
      sheetOf !== undefined
        ? undefined
        : () => {
            const rows = gridRows(grid);
            return {
              title: t('indicators.title', { project: project.title }),
              facts: [...words.conditions(grid), words.rows(rows.length)],
              wide: true,
              body: gridTable(grid, rows, words.figure),
            };
          },
  });
  useCommands([
    { id: 'projects.newIndicator', group, label: t('indicators.new'), keys: 'Ctrl+N', icon: <PlusIcon />, run: create },
    { id: 'projects.importValues', group, label: t('indicators.import'), run: goToImport },
  ]);
  const { setCurrent } = grid;
  const dialogs =
    dialog === undefined ? null : dialog.of === 'edit' ? (
      <IndicatorDialog
        project={project}
        indicator={dialog.row}
        onClose={() => setDialog(undefined)}
        onMade={(id) => {
          setCurrentId(id);
          setCurrent(id);
        }}
      />
    ) : (
      <ConfirmDialog
        open
        danger
        title={t('indicators.remove')}
        text={t('common:msg.confirmDelete', { name: dialog.row.title })}
        confirmLabel={t('common:action.remove')}
        onConfirm={async () => {
          await trackSaving(client.projects.removePart({ part: 'indicator', id: dialog.row.id }));
        }}
        onClose={() => setDialog(undefined)}
      />
    );
  if (sheetOf !== undefined && sheetOf.rule === null)
    return (
      <ValueSheet
        key={sheetOf.id}
        project={project}
        indicator={sheetOf}
        onBack={() => setSearch({ indicator: sheetOf.id })}
      />
    );
  return (
    <>
      {printed}
      <Tools>
        <GridFilters grid={grid} />
        <Grow />
        <GridGroup grid={grid} />
        <GridColumns grid={grid} />
        <GridExport grid={grid} />
        <MenuButton
          iconOnly
          label={t('money.more')}
          items={[printEntry, { id: 'import', label: t('indicators.import'), run: goToImport }]}
        />
        <Button size="small" variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={create}>
          {t('indicators.new')}
        </Button>
      </Tools>
      <ErrorBar error={error} />
      <Split
        width={400}
        list={
          <div ref={list} style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 }}>
            <DataGrid grid={grid} />
          </div>
        }
        panelLabel={t('indicators.one')}
        panel={
          current === undefined ? null : (
            <IndicatorPanel
              project={project}
              row={current}
              onEdit={() => edit(current)}
              onValues={() => toValues(current)}
              onRemove={() => remove(current)}
              onMove={(by) => move(current, by)}
            />
          )
        }
        opened={opened}
        onBack={() => setOpened(false)}
      />
      {dialogs}
    </>
  );
};

/** The indicators of a project: how far each is, and where its values are entered. */
export const IndicatorsPage = () => (
  <ProjectFrame view="indicators" fill>
    {(project) => <Indicators key={project.id} project={project} />}
  </ProjectFrame>
);
