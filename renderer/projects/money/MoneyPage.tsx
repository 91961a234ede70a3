import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BudgetLineView, ExpenseRow, MoneyView } from '../../../shared/contract/moneyViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choice.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { GridFilters } from '../../ui/grid/GridFilters.tsx';
import type { GridTable } from '../../ui/grid/gridTypes.ts';
import { GridColumns, GridExport, GridGroup } from '../../ui/grid/GridTools.tsx';
import { useGrid } from '../../ui/grid/useGrid.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorBar, ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Panes, Tools } from '../../ui/Page.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { useListFocus } from '../../ui/Split.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { useSearch } from '../../ui/window/address.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { Expenses } from './Expenses.tsx';
import { FundersPane } from './FundersPane.tsx';
import { MoneyCharts } from './MoneyCharts.tsx';
import { MoneyDialogs } from './MoneyDialogs.tsx';
import { MoneyPaper } from './MoneyPaper.tsx';
import type { MoneyDialog, MoneyWarnings } from './moneyState.ts';
import { useGroupNote, useLineColumns } from './useLineColumns.tsx';

type Asking = { project: ProjectDetail; money: MoneyView };

/** The funder and the line that the page is narrowed to; they stand in the address. */
const useChosen = () => {
  const [search, setSearch] = useSearch();
  const put = (name: 'funder' | 'line', value: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        if (name === 'funder') next.delete('line');
        return next;
      },
      { replace: true },
    );
  return { funderId: search.get('funder'), asked: search.get('line'), put };
};

const useLineGrid = (
  money: MoneyView,
  funderId: string | null,
  asked: string | null,
  on: {
    ask: (dialog: MoneyDialog) => void;
    current: (line: BudgetLineView | null) => void;
    move: (line: BudgetLineView, by: number) => void;
    exportTable: (table: GridTable) => void;
  },
) => {
  const { t } = useTranslation(['projects', 'common', 'ui']);
  const rows = useMemo(
    () => (funderId === null ? money.lines : money.lines.filter((line) => line.funderId === funderId)),
    [money.lines, funderId],
  );
  const spend = (kind: 'spending' | 'commitment') => (lines: BudgetLineView[]) => {
    if (lines[0] !== undefined) on.ask({ of: 'expense', lineId: lines[0].id, kind, expenseId: null });
  };
  return useGrid<BudgetLineView>({
    id: `projects.money`,
    label: t('money.lines'),
    columns: useLineColumns(),
    rows,
    getRowId: ({ id }) => id,
    group: 'funder',
    groupNote: useGroupNote(),
    reveal: asked ?? undefined,
    onCurrent: on.current,
    onOpen: (line) => on.ask({ of: 'line', line }),
    keys: {
      S: { label: t('money.expense.new.spending'), run: spend('spending') },
      C: { label: t('money.expense.new.commitment'), run: spend('commitment') },
    },
    menu: (line) => [
      { id: 'edit', label: t('common:action.edit'), keys: 'Enter', run: () => on.ask({ of: 'line', line }) },
      { id: 'spend', label: t('money.expense.new.spending'), keys: 'S', run: () => spend('spending')([line]) },
      { id: 'commit', label: t('money.expense.new.commitment'), keys: 'C', run: () => spend('commitment')([line]) },
      'line',
      { id: 'up', label: t('common:action.moveUp'), keys: 'Alt+Up', run: () => on.move(line, -1) },
      { id: 'down', label: t('common:action.moveDown'), keys: 'Alt+Down', run: () => on.move(line, 1) },
      'line',
      {
        id: 'remove',
        label: t('common:action.remove'),
        keys: 'Del',
        danger: true,
        run: () => on.ask({ of: 'remove', what: 'line', id: line.id, name: line.title }),
      },
    ],
    statusKeys: [
      { keys: ['Up', 'Down'], label: t('ui:grid.keys.row') },
      { keys: 'Enter', label: t('about.key.open') },
      { keys: 'S', label: t('money.keys.spend') },
      { keys: 'C', label: t('money.keys.commit') },
      { keys: ['Alt+Up', 'Alt+Down'], label: t('about.key.move') },
      { keys: 'Del', label: t('about.key.remove') },
    ],
    empty: {
      text: t('money.noLines'),
      action: { label: t('money.line.new'), run: () => on.ask({ of: 'line', line: null }) },
    },
    onExport: on.exportTable,
  });
};

const MoneyViewPage = ({ project, money }: Asking) => {
  const { t } = useTranslation(['projects', 'common', 'ui']);
  const navigate = useNavigate();
  const { funderId: askedFunder, asked, put } = useChosen();
  const funderId = money.funders.some(({ id }) => id === askedFunder) ? askedFunder : null;
  const [shown, setShown] = useState<'budget' | 'charts'>('budget');
  const [dialog, setDialog] = useState<MoneyDialog>();
  const [lineId, setLineId] = useState<string | null>(asked);
  const [warnings, setWarnings] = useState<MoneyWarnings>([]);
  const [expenses, setExpenses] = useState<readonly ExpenseRow[]>([]);
  const lines = useRef<HTMLDivElement>(null);
  const told = useRef<string>(undefined);
  const { run, error } = useActs();
  const exportList = useExportList();
  const line = money.lines.find(({ id }) => id === lineId && (funderId === null || funderId === funderOf(money, id)));
  const move = (one: BudgetLineView, by: number): void => {
    const beside = money.lines.filter((other) => other.funderId === one.funderId);
    const to = beside.findIndex(({ id }) => id === one.id) + by;
    if (to >= 0 && to < beside.length) void run(() => client.projects.movePart({ part: 'budgetLine', id: one.id, to }));
  };
  const grid = useLineGrid(money, funderId, asked, {
    ask: setDialog,
    current: useCallback((one: BudgetLineView | null) => {
      if (one !== null) setLineId(one.id);
      // the same line read again has not been left: what was said of it stays
      if (one?.id !== told.current) setWarnings([]);
      told.current = one?.id;
    }, []),
    move,
    exportTable: (table) => void run(() => exportList(t('money.title', { project: project.title }), table)),
  });
  const { setCurrent } = grid;
  const current = grid.current === null ? undefined : money.lines.find(({ id }) => id === grid.current);
  useKeys(
    {
      'Alt+Up': current === undefined ? undefined : () => move(current, -1),
      'Alt+Down': current === undefined ? undefined : () => move(current, 1),
      Del:
        current === undefined
          ? undefined
          : () => setDialog({ of: 'remove', what: 'line', id: current.id, name: current.title }),
    },
    { scope: lines },
  );
  const group = t('common:area.projects');
  const { entry: printEntry, printed } = usePrinting({
    group,
    sheet: {
      title: t('money.title', { project: project.title }),
      facts: [money.funders.find(({ id }) => id === funderId)?.name ?? ''],
      wide: true,
      body: <MoneyPaper money={money} funderId={funderId} />,
    },
  });
  const imports = (kind: string): void => void navigate(`/projects/${project.id}/import?kind=${kind}`);
  const newFunder = (): void => setDialog({ of: 'funder', funder: null });
  const newLine = (): void => setDialog({ of: 'line', line: null });
  useCommands([
    { id: 'projects.newFunder', group, label: t('money.funder.new'), icon: <PlusIcon />, run: newFunder },
    {
      id: 'projects.newLine',
      group,
      label: t('money.line.new'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: money.funders.length === 0 ? newFunder : newLine,
    },
  ]);
  useStatusKeys([
    { keys: 'Ctrl+N', label: money.funders.length === 0 ? t('money.keys.funder') : t('money.keys.line') },
    { keys: 'Ctrl+P', label: t('common:action.print') },
    { keys: ['Ctrl+1', 'Ctrl+9'], label: t('coverage.key.view') },
  ]);
  useListFocus(shown === 'budget' && !grid.waiting && grid.count > 0);
  const chooseFunder = (id: string | null): void => {
    put('funder', id);
    if (id !== null && line?.funderId !== id) setLineId(null);
  };
  if (money.funders.length === 0)
    return (
      <>
        <EmptyState text={t('money.empty')} action={{ label: t('money.funder.new'), run: newFunder }} />
        <div style={{ display: 'flex', justifyContent: 'center', paddingBottom: 40 }}>
          <Button onClick={() => imports('budgetLines')}>{t('money.importLines')}</Button>
        </div>
        <MoneyDialogs
          dialog={dialog}
          project={project}
          money={money}
          funderId={null}
          expenses={expenses}
          onClose={() => setDialog(undefined)}
          onFunder={(id) => put('funder', id)}
          onLine={setLineId}
          onKept={setWarnings}
        />
      </>
    );
  return (
    <>
      {printed}
      <Tools>
        <Segmented
          label={t('money.show')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'budget', label: t('money.lines') },
            { value: 'charts', label: t('money.charts') },
          ]}
        />
        {shown === 'budget' ? <GridFilters grid={grid} /> : null}
        <Grow />
        {shown === 'budget' ? (
          <>
            <GridGroup grid={grid} />
            <GridColumns grid={grid} />
            <GridExport grid={grid} />
          </>
        ) : null}
        <MenuButton
          iconOnly
          label={t('money.more')}
          items={[
            printEntry,
            'line',
            { id: 'lines', label: t('money.importLines'), run: () => imports('budgetLines') },
            { id: 'expenses', label: t('money.importExpenses'), run: () => imports('expenses') },
          ]}
        />
        <Button size="small" variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={newLine}>
          {t('money.line.new')}
        </Button>
      </Tools>
      <ErrorBar error={error} />
      <Panes
        left={
          <FundersPane
            money={money}
            funderId={funderId}
            onChoose={chooseFunder}
            onMove={(id, to) => void run(() => client.projects.movePart({ part: 'funder', id, to }))}
            ask={setDialog}
          />
        }
        leftLabel={t('money.funders')}
        leftWidth={280}
        label={shown === 'budget' ? t('money.lines') : t('money.charts')}
      >
        {shown === 'charts' ? (
          <MoneyCharts money={money} />
        ) : (
          <>
            <div
              ref={lines}
              style={{ display: 'flex', flexDirection: 'column', flex: '3 0 230px', minHeight: 0, minWidth: 0 }}
            >
              <DataGrid grid={grid} />
            </div>
            <Expenses
              projectId={project.id}
              funderId={funderId}
              line={line ?? null}
              hasLines={money.lines.length > 0}
              warnings={warnings}
              onWarnings={setWarnings}
              ask={setDialog}
              onRows={setExpenses}
            />
          </>
        )}
      </Panes>
      <MoneyDialogs
        dialog={dialog}
        project={project}
        money={money}
        funderId={funderId}
        expenses={expenses}
        onClose={() => setDialog(undefined)}
        onFunder={(id) => put('funder', id)}
        onLine={(id) => {
          setLineId(id);
          setCurrent(id);
        }}
        onKept={setWarnings}
      />
    </>
  );
};

const funderOf = (money: MoneyView, lineId: string): string | undefined =>
  money.lines.find(({ id }) => id === lineId)?.funderId;

const Loaded = ({ project }: { project: ProjectDetail }) => {
  const { data, error, refetch } = useQuery(orpc.projects.money.queryOptions({ input: { projectId: project.id } }));
  if (data === undefined)
    return error === null ? (
      <Waiting lines={8} />
    ) : (
      <div style={{ padding: 16 }}>
        <ErrorNotice error={error} retry={() => void refetch()} />
      </div>
    );
  return <MoneyViewPage project={project} money={data} />;
};

/** The money of a project: who pays, what is planned, promised and spent. */
export const MoneyPage = () => (
  <ProjectFrame view="money" fill>
    {(project) => <Loaded key={project.id} project={project} />}
  </ProjectFrame>
);
