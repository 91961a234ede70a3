import { styled } from '@mui/material/styles';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import type { ActivityStatus } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { mostPrinted } from '../../ui/print/gridSheet.tsx';
import { PrintButton } from '../../ui/print/PrintButton.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { usePrintWords } from '../../ui/print/usePrintWords.ts';
import { Split } from '../../ui/Split.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { filterOf, useConditions } from '../activities/conditions.ts';
import { NewActivityDialog } from '../activities/dialogs/NewActivityDialog.tsx';
import { FilterBar } from '../activities/FilterBar.tsx';
import { ActivityPanel } from '../activities/panel/ActivityPanel.tsx';
import { useActivityActs } from '../activities/useActivityActs.tsx';
import { useAllActivities } from '../activities/useAllActivities.ts';
import { useConditionWords } from '../activities/useConditionWords.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { BoardPaper } from './BoardPaper.tsx';
import { Column } from './Column.tsx';
import { columnsOf, statusBeside } from './columns.ts';

const Columns = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  gap: 10,
  padding: 12,
  overflowX: 'auto',
  background: 'var(--bg)',
});

const Board = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { conditions, isNarrowed, change, clear } = useConditions();
  const narrowed = useDeferredValue(conditions);
  // the board itself shows the states; what is asked for of them holds for the cards too
  const filter = useMemo(
    () => ({ ...filterOf(project.id, narrowed), sort: { by: 'planned' as const, descending: false } }),
    [project.id, narrowed],
  );
  const { data, error, refetch } = useAllActivities(filter);
  const columns = useMemo(() => columnsOf(data ?? []), [data]);
  const { acts, dialog } = useActivityActs(project);
  const [current, setCurrent] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [wish, setWish] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [focusOn, setFocusOn] = useState<ActivityStatus>();
  const row = data?.find(({ id }) => id === current);
  const column = columns.find(({ status }) => status === row?.status);

  const moveTo = (id: string, status: ActivityStatus | undefined): void => {
    const meant = data?.find((one) => one.id === id);
    if (meant === undefined || status === undefined || meant.status === status) return;
    setCurrent(id);
    acts.setStatus([id], status);
  };
  const go = (by: number): boolean => {
    const at = column?.rows.findIndex(({ id }) => id === current) ?? -1;
    const next = column?.rows[at + by];
    if (next !== undefined) setCurrent(next.id);
    return column !== undefined;
  };
  /** To the nearest column with cards, at the same height. */
  const beside = (by: 1 | -1): boolean => {
    if (column === undefined || row === undefined) return false;
    const at = column.rows.indexOf(row);
    for (let status = statusBeside(column.status, by); status !== undefined; status = statusBeside(status, by)) {
      const rows = columns.find((one) => one.status === status)?.rows ?? [];
      const next = rows[Math.min(at, rows.length - 1)];
      if (next === undefined) continue;
      setCurrent(next.id);
      setFocusOn(status);
      break;
    }
    return true;
  };
  const open = (): void => {
    setOpened(true);
    setWish(current);
  };
  const inBoard =
    (act: () => boolean | void) =>
    (event: KeyboardEvent): boolean | void =>
      event.target instanceof Element && event.target.closest('[role=listbox][data-status]') !== null ? act() : false;
  const meant = current === null ? [] : [current];
  useKeys({
    Up: inBoard(() => go(-1)),
    Down: inBoard(() => go(1)),
    Left: inBoard(() => beside(-1)),
    Right: inBoard(() => beside(1)),
    Enter: inBoard(() => (current === null ? false : open())),
    'Alt+Left': () => (row === undefined ? false : moveTo(row.id, statusBeside(row.status, -1))),
    'Alt+Right': () => (row === undefined ? false : moveTo(row.id, statusBeside(row.status, 1))),
    N: () => setAdding(true),
    V: () => acts.setStatus(meant, 'held'),
    S: () => acts.shift(meant),
    Del: () => acts.remove(meant),
  });
  useStatusKeys([
    { keys: ['Up', 'Down', 'Left', 'Right'], label: t('board.keys.card') },
    { keys: ['Alt+Left', 'Alt+Right'], label: t('board.keys.move') },
    { keys: 'N', label: t('activity.newShort') },
    { keys: 'Enter', label: t('activity.keys.panel') },
  ]);
  const group = t('common:area.projects');
  const printWords = usePrintWords();
  const conditionWords = useConditionWords(project, conditions);
  const { print, printed } = usePrinting({
    group,
    sheet:
      data === undefined
        ? undefined
        : {
            title: `${project.title}. ${t('frame.view.board')}`,
            facts: [...conditionWords, printWords.rows(Math.min(data.length, mostPrinted), data.length)],
            wide: true,
            body: <BoardPaper rows={data.slice(0, mostPrinted)} />,
          },
  });
  useCommands([
    {
      id: 'projects.newActivity',
      group,
      label: t('activity.new'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: () => setAdding(true),
    },
  ]);
  const first = columns.find(({ rows }) => rows.length > 0)?.status;
  useEffect(() => {
    if (first !== undefined && document.activeElement?.matches('body, main, nav *') !== false) setFocusOn(first);
  }, [first]);
  const focused = useCallback(() => setFocusOn(undefined), []);
  const list =
    data === undefined ? (
      <Waiting lines={8} />
    ) : data.length === 0 ? (
      <EmptyState
        text={isNarrowed ? t('activity.nothing') : t('activity.empty')}
        action={
          isNarrowed
            ? { label: t('common:action.clearFilter'), run: clear }
            : { label: t('activity.new'), shortcut: 'N', run: () => setAdding(true) }
        }
      />
    ) : (
      <Columns>
        {columns.map((one) => (
          <Column
            key={one.status}
            column={one}
            title={t(`vocabulary:activityStatus.${one.status}`)}
            current={current}
            takesFocus={focusOn === one.status}
            onFocused={focused}
            onCurrent={setCurrent}
            onOpen={open}
            onDrop={(id) => moveTo(id, one.status)}
          />
        ))}
      </Columns>
    );
  return (
    <>
      <Tools>
        <FilterBar project={project} conditions={conditions} onChange={change} />
        <Grow />
        <PrintButton onClick={print} />
        <Button size="small" variant="primary" icon={<PlusIcon />} shortcut="N" onClick={() => setAdding(true)}>
          {t('activity.newShort')}
        </Button>
      </Tools>
      <ErrorNotice error={error} retry={() => void refetch()} />
      <Split
        list={list}
        panel={
          current === null || !opened ? null : (
            <ActivityPanel id={current} project={project} acts={acts} wish={{ id: wish, done: () => setWish(null) }} />
          )
        }
        panelLabel={t('activity.panel')}
        width={356}
        opened={opened}
        onBack={() => {
          setOpened(false);
          setFocusOn(row?.status);
        }}
      />
      {printed}
      {dialog}
      {adding ? <NewActivityDialog project={project} onClose={() => setAdding(false)} onMade={setCurrent} /> : null}
    </>
  );
};

/** The activities of a project as cards by status. */
export const BoardPage = () => (
  <ProjectFrame view="board" fill="roomy">
    {(project) => <Board key={project.id} project={project} />}
  </ProjectFrame>
);
