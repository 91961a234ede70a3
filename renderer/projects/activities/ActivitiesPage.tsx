import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActivityRow } from '../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { activityKinds } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { GridColumns, GridGroup } from '../../ui/grid/GridTools.tsx';
import { CalendarIcon, DownloadIcon, PlusIcon, UploadIcon } from '../../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { ErrorBar } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { gridRows, gridTable, mostPrinted } from '../../ui/print/gridSheet.tsx';
import { usePrinting, type Sheet } from '../../ui/print/usePrinting.tsx';
import { usePrintWords } from '../../ui/print/usePrintWords.ts';
import { Split, useIsNarrow, useListFocus } from '../../ui/Split.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useStatusFact } from '../../ui/window/status.ts';
import { useSearch } from '../../ui/window/address.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { SeriesDialog } from '../series/SeriesDialog.tsx';
import { BulkBar } from './BulkBar.tsx';
import { useConditions } from './conditions.ts';
import { NewActivityDialog, type Beginning } from './dialogs/NewActivityDialog.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ActivityPanel } from './panel/ActivityPanel.tsx';
import { useActivities } from './useActivities.ts';
import { useActivityActs } from './useActivityActs.tsx';
import { loadAll } from './useAllActivities.ts';
import { useConditionWords } from './useConditionWords.ts';

/** What the address asks to plan: `?new=1&kind=roundTable&territory=CODE`; once, then it is taken out of the address. */
const useAskedNew = (): [Beginning | undefined, (beginning: Beginning | undefined) => void] => {
  const [search, setSearch] = useSearch();
  const [asked, setAsked] = useState<Beginning>();
  const wanted = search.get('new') !== null;
  const [kind, territory] = [search.get('kind'), search.get('territory')];
  useEffect(() => {
    if (!wanted) return;
    setAsked({ kind: activityKinds.find((one) => one === kind), territory: territory ?? undefined });
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const name of ['new', 'kind', 'territory']) next.delete(name);
        return next;
      },
      { replace: true },
    );
  }, [wanted, kind, territory, setSearch]);
  return [asked, setAsked];
};

/** The row that the address names; moving on writes the other row there, so that a reload finds it. */
const useShown = (): [string | null, (id: string | null) => void] => {
  const [search, setSearch] = useSearch();
  const show = useCallback(
    (id: string | null): void =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          if (id === null) next.delete('activity');
          else next.set('activity', id);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search.get('activity'), show];
};

const List = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'common', 'ui']);
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const { language } = useLanguage();
  const { run, error } = useActs();
  const { conditions, isNarrowed, change, clear: clearConditions } = useConditions();
  const [shown, show] = useShown();
  const [asked] = useState(shown);
  // what a link named, then what was made here: the grid goes there as soon as its row has come
  const [reveal, setReveal] = useState(asked);
  const [opened, setOpened] = useState(asked !== null);
  const [wish, setWish] = useState<string | null>(null);
  const [beginning, setBeginning] = useAskedNew();
  const [series, setSeries] = useState(false);
  const { acts, dialog } = useActivityActs(project);

  const group = t('common:area.projects');
  const printWords = usePrintWords();
  const conditionWords = useConditionWords(project, conditions);

  const add = (): void => setBeginning({});
  const open = ({ id }: ActivityRow): void => {
    setOpened(true);
    setWish(id);
  };
  const menu = ({ id }: ActivityRow): MenuEntry[] => [
    { id: 'held', label: t('activity.markHeld'), keys: 'V', run: () => acts.setStatus([id], 'held') },
    { id: 'shift', label: t('activity.shiftDo'), keys: 'S', run: () => acts.shift([id]) },
    { id: 'line', label: t('activity.lineDo'), run: () => acts.setLine([id]) },
    'line',
    {
      id: 'timeline',
      label: t('activity.onTimeline'),
      run: () => void navigate(`/projects/${project.id}/timeline?activity=${id}`),
    },
    'line',
    { id: 'remove', label: t('common:action.delete'), keys: 'Del', danger: true, run: () => acts.remove([id]) },
  ];
  const { grid, view, participants } = useActivities(project, conditions, {
    reveal: reveal ?? undefined,
    onOpen: open,
    menu,
    empty: isNarrowed
      ? { text: t('activity.nothing'), action: { label: t('common:action.clearFilter'), run: clearConditions } }
      : { text: t('activity.empty'), action: { label: t('activity.new'), shortcut: 'N', run: add } },
    statusKeys: [
      { keys: ['Up', 'Down'], label: t('ui:grid.keys.row') },
      { keys: 'Space', label: t('ui:grid.keys.mark') },
      { keys: 'N', label: t('activity.newShort') },
      { keys: 'V', label: t('activity.markHeld') },
      { keys: 'S', label: t('activity.shiftDo') },
      { keys: 'Enter', label: t('activity.keys.panel') },
    ],
  });
  useStatusFact(participants === 0 ? undefined : t('activity.sumOfParticipants', { count: participants }));

  // a link has named an activity: its panel opens whether the conditions find it or not
  const { setCurrent } = grid;
  useEffect(() => {
    if (asked !== null) setCurrent(asked);
  }, [asked, setCurrent]);
  const current = grid.current === null || grid.current.startsWith('group:') ? null : grid.current;
  useEffect(() => {
    if (current !== null) show(current);
  }, [current, show]);
  useListFocus(!grid.waiting && grid.count > 0);

  const marked = [...grid.marked];
  const meant = marked.length > 0 ? marked : current === null ? [] : [current];
  const clear = useCallback(() => grid.setMarked(new Set()), [grid]);
  const remove = (): void => {
    acts.remove(meant);
    clear();
  };
  const exportTable = (): void =>
    void run(async () =>
      saveFile(
        await client.projects.exportActivities({ ...view, title: `${project.title}. ${t('activity.list')}`, language }),
      ),
    );
  const lineOf = ({ lineId }: ActivityRow): string => {
    const line = project.lines.find(({ id }) => id === lineId);
    return line === undefined ? t('activity.noLine') : `${line.number}. ${line.title}`;
  };
  const sheetOf = (rows: readonly ActivityRow[]): Sheet => ({
    title: `${project.title}. ${t('activity.list')}`,
    facts: [...conditionWords, printWords.rows(rows.length, grid.total)],
    wide: true,
    body: gridTable(grid, rows, printWords.figure, lineOf),
  });
  const { entry: printEntry, printed } = usePrinting({
    group,
    sheet: () => sheetOf(gridRows(grid)),
    whole: async () => sheetOf(await loadAll(view, mostPrinted)),
  });
  const toImport = (): void => void navigate(`/projects/${project.id}/import?kind=activities`);
  const plan = (): void => setSeries(true);
  useKeys({
    N: add,
    V: () => acts.setStatus(meant, 'held'),
    S: () => acts.shift(meant),
    Del: remove,
    Esc: marked.length === 0 ? undefined : clear,
  });
  useCommands([
    { id: 'projects.newActivity', group, label: t('activity.new'), keys: 'Ctrl+N', icon: <PlusIcon />, run: add },
    { id: 'projects.series', group, label: t('series.title'), icon: <CalendarIcon />, run: plan },
    { id: 'projects.exportActivities', group, label: t('ui:grid.export'), icon: <DownloadIcon />, run: exportTable },
    { id: 'projects.importActivities', group, label: t('activity.import'), icon: <UploadIcon />, run: toImport },
  ]);
  const shownId = current ?? (grid.current === null ? shown : null) ?? null;
  const alone = isNarrow && opened && shownId !== null;
  return (
    <>
      {alone ? null : (
        <>
          <Tools>
            <FilterBar project={project} conditions={conditions} onChange={change} />
            {isNarrowed ? (
              <Button variant="bare" onClick={clearConditions}>
                {t('common:action.clearFilter')}
              </Button>
            ) : null}
            <Grow />
            <GridGroup grid={grid} />
            <GridColumns grid={grid} />
            <MenuButton
              size="small"
              iconOnly
              label={t('activity.more')}
              items={[
                { id: 'series', label: t('series.title'), icon: <CalendarIcon />, run: plan },
                { id: 'import', label: t('activity.import'), icon: <UploadIcon />, run: toImport },
                'line',
                { id: 'export', label: t('ui:grid.export'), icon: <DownloadIcon />, run: exportTable },
                printEntry,
              ]}
            />
            <Button size="small" variant="primary" icon={<PlusIcon />} shortcut="N" onClick={add}>
              {t('activity.newShort')}
            </Button>
          </Tools>
          {marked.length === 0 ? null : <BulkBar ids={marked} acts={acts} onClear={clear} />}
        </>
      )}
      <ErrorBar error={error} />
      <Split
        list={<DataGrid grid={grid} />}
        panel={
          shownId === null ? null : (
            <ActivityPanel id={shownId} project={project} acts={acts} wish={{ id: wish, done: () => setWish(null) }} />
          )
        }
        panelLabel={t('activity.panel')}
        width={372}
        opened={opened}
        onBack={() => setOpened(false)}
      />
      {dialog}
      {series ? <SeriesDialog project={project} onClose={() => setSeries(false)} /> : null}
      {beginning === undefined ? null : (
        <NewActivityDialog
          project={project}
          beginning={{ ...beginning, lineId: conditions.lineId ?? undefined }}
          onClose={() => setBeginning(undefined)}
          onMade={(id) => {
            setReveal(id);
            setOpened(true);
          }}
        />
      )}
      {printed}
    </>
  );
};

/** All activities of a project in one list, one of them beside it. */
export const ActivitiesPage = () => (
  <ProjectFrame view="activities" fill="roomy">
    {(project) => <List key={project.id} project={project} />}
  </ProjectFrame>
);
