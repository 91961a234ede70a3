import { styled } from '@mui/material/styles';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { ProjectRow } from '../../../shared/contract/projects.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useOrganisationOptions } from '../../ui/directory/options.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { GridFilters } from '../../ui/grid/GridFilters.tsx';
import { GridColumns, GridExport, GridGroup } from '../../ui/grid/GridTools.tsx';
import { useGrid } from '../../ui/grid/useGrid.ts';
import { PlusIcon, SearchIcon } from '../../ui/icons.tsx';
import { ErrorBar } from '../../ui/Notice.tsx';
import { Grow, Page, Tools } from '../../ui/Page.tsx';
import { gridRows, gridTable, mostPrinted } from '../../ui/print/gridSheet.tsx';
import { PrintButton } from '../../ui/print/PrintButton.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { usePrintWords } from '../../ui/print/usePrintWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { say } from '../../ui/window/say.ts';
import { addressOfView, projectViews } from '../views.ts';
import { useColumns } from './columns.tsx';
import { NewProjectDialog } from './NewProjectDialog.tsx';
import { useProjects } from './useProjects.ts';

const Wide = styled('div')({ flex: '1 1 150px', maxWidth: 240, minWidth: 0 });

/** The views that the menu of a row leads to beside the overview. */
const ways = projectViews.filter((view) => view !== 'overview');

const idOf = ({ id }: ProjectRow): string => id;

/** All projects. */
export const ProjectsPage = () => {
  const { t } = useTranslation(['projects', 'common']);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const acts = useActs();
  const exportList = useExportList();
  const organisations = useOrganisationOptions();
  const [creating, setCreating] = useState<{ predecessorId: string | null } | null>(null);
  const [removing, setRemoving] = useState<ProjectRow | null>(null);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const organisationId = search.get('organisation');
  const searchBox = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  const { rows, error } = useProjects(organisationId, text);

  const setOrganisation = (id: string | null): void =>
    setSearch(id === null ? {} : { organisation: id }, { replace: true });
  const clear = (): void => {
    setOrganisation(null);
    setTyped('');
  };
  const create = (): void => setCreating({ predecessorId: null });
  const filtered = organisationId !== null || text !== '';
  const grid = useGrid<ProjectRow>({
    id: 'projects.list',
    label: t('common:area.projects'),
    columns,
    rows,
    error,
    getRowId: idOf,
    sort: { key: 'starts', descending: true },
    onOpen: ({ id }) => void navigate(addressOfView(id, 'overview')),
    menu: (row) => [
      ...projectViews.map((view) => ({
        id: view,
        label: t(`frame.view.${view}`),
        run: () => void navigate(addressOfView(row.id, view)),
      })),
      'line',
      { id: 'continue', label: t('list.continue'), run: () => setCreating({ predecessorId: row.id }) },
      { id: 'remove', label: t('list.remove'), danger: true, run: () => setRemoving(row) },
    ],
    empty: filtered
      ? { text: t('list.nothing'), action: { label: t('common:action.clearFilter'), run: clear } }
      : { text: t('list.empty'), action: { label: t('list.new'), shortcut: 'Ctrl+N', run: create } },
    onExport: (table) => void acts.run(() => exportList(t('list.export'), table)),
  });
  const group = t('common:area.projects');
  const words = usePrintWords();
  const { print, printed } = usePrinting({
    group,
    sheet: () => {
      const found = gridRows(grid).slice(0, mostPrinted);
      return {
        title: group,
        facts: [
          organisations.find(({ id }) => id === organisationId)?.label ?? '',
          text === '' ? '' : `«${text}»`,
          ...words.conditions(grid),
          words.rows(found.length, grid.shown),
        ],
        wide: true,
        body: gridTable(grid, found, words.figure),
      };
    },
  });
  const current = rows?.find(({ id }) => id === grid.current) ?? null;
  useCommands([
    { id: 'projects.new', group, label: t('list.new'), keys: 'Ctrl+N', icon: <PlusIcon />, run: create },
    ...(current === null
      ? []
      : [
          ...ways.map((view) => ({
            id: `projects.open.${view}`,
            group,
            label: `${current.shortName || current.title}: ${t(`frame.view.${view}`)}`,
            run: () => void navigate(addressOfView(current.id, view)),
          })),
          { id: 'projects.remove', group, label: t('list.remove'), run: () => setRemoving(current) },
        ]),
  ]);
  useKeys({
    'Ctrl+F': () => searchBox.current?.querySelector('input')?.focus(),
    Del: () => (current === null ? false : setRemoving(current)),
  });
  const ongoing = rows?.filter(({ status }) => status === 'ongoing').length ?? 0;
  const late = rows?.reduce((sum, row) => sum + row.late, 0) ?? 0;
  const subtitle =
    rows === undefined || rows.length === 0
      ? undefined
      : [
          t('list.count', { count: rows.length }),
          ongoing > 0 ? t('list.ongoing', { count: ongoing }) : '',
          late > 0 ? t('list.late', { count: late }) : '',
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <Page
      fill
      title={t('common:area.projects')}
      subtitle={subtitle}
      actions={
        <Button variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={create}>
          {t('list.new')}
        </Button>
      }
    >
      <Tools>
        <Wide ref={searchBox}>
          <TextInput
            label={t('list.search')}
            labelHidden
            type="search"
            leading={<SearchIcon size={13} />}
            placeholder={t('list.search')}
            value={typed}
            onChange={setTyped}
          />
        </Wide>
        <Wide>
          <Combobox
            label={t('list.organisation')}
            labelHidden
            placeholder={t('list.anyOrganisation')}
            options={organisations}
            value={organisations.find(({ id }) => id === organisationId) ?? null}
            onChange={(option) => setOrganisation(option?.id ?? null)}
          />
        </Wide>
        <GridFilters grid={grid} />
        <Grow />
        <GridGroup grid={grid} />
        <GridExport grid={grid} />
        <PrintButton onClick={print} />
        <GridColumns grid={grid} />
      </Tools>
      <ErrorBar error={acts.error} />
      <DataGrid grid={grid} />
      {printed}
      {creating === null ? null : (
        <NewProjectDialog predecessorId={creating.predecessorId} onClose={() => setCreating(null)} />
      )}
      {removing === null ? null : (
        <ConfirmDialog
          open
          danger
          title={t('list.remove')}
          text={t('list.removeText', { title: removing.title })}
          confirmLabel={t('common:action.remove')}
          onConfirm={async () => {
            await client.projects.remove({ id: removing.id });
            say(t('list.removed', { title: removing.shortName || removing.title }));
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Page>
  );
};
