import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { TimelineView } from '../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { addDays, formatDay } from '../../../shared/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CalendarIcon, PlusIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorBar, ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { mostPrinted } from '../../ui/print/gridSheet.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { usePrintWords } from '../../ui/print/usePrintWords.ts';
import { Split, useIsNarrow } from '../../ui/Split.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { readRemembered, writeRemembered } from '../../ui/window/remembered.ts';
import { say } from '../../ui/window/say.ts';
import { useStatusFact, useStatusKeys } from '../../ui/window/status.ts';
import { useToday } from '../../ui/window/today.ts';
import { NewActivityDialog } from '../activities/dialogs/NewActivityDialog.tsx';
import { useActivityActs } from '../activities/useActivityActs.tsx';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { SeriesDialog } from '../series/SeriesDialog.tsx';
import { moved } from './BarOf.tsx';
import { Chart } from './Chart.tsx';
import { Legend } from './Legend.tsx';
import { PrintedTimeline } from './PrintedTimeline.tsx';
import { extentOf, isMovable, rowsOf, type TimelineRow } from './rows.ts';
import { makeScale, scaleUnits, type ScaleUnit } from './scale.ts';
import { TimelinePanel } from './TimelinePanel.tsx';
import { useMove, type Move, type MoveEdge } from './useMove.ts';
import { useWords } from './useWords.ts';

const remembered = 'projects.timeline.scale';

/** Names at the left and the panel, in pixels; narrower where there is less room. */
const nameWidths = { wide: 308, narrow: 190 };

/** The width that is left for the calendar, followed as the window changes. */
const useRoom = (names: number) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(640);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setRoom(Math.max(200, element.clientWidth - names));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [names]);
  return { scroller, room };
};

const useUnit = () => {
  const [unit, setUnit] = useState<ScaleUnit>(
    () => scaleUnits.find((one) => one === readRemembered(remembered)) ?? 'month',
  );
  const choose = useCallback((next: ScaleUnit): void => {
    writeRemembered(remembered, next);
    setUnit(next);
  }, []);
  const step = (by: 1 | -1): void => {
    const next = scaleUnits[scaleUnits.indexOf(unit) + by];
    if (next !== undefined) choose(next);
  };
  return { unit, choose, step };
};

const Timeline = ({ project, view }: { project: ProjectDetail; view: TimelineView }) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const isNarrow = useIsNarrow();
  const names = isNarrow ? nameWidths.narrow : nameWidths.wide;
  const { scroller, room } = useRoom(names);
  const { unit, choose, step } = useUnit();
  const [search] = useSearchParams();
  const [current, setCurrent] = useState<string | null>(search.get('activity'));
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<'baseline' | 'new' | 'series'>();
  const { run, error } = useActs();
  const { acts, dialog: actDialog } = useActivityActs(project);
  const words = useWords(project.shortName || project.title);

  const rows = useMemo(() => rowsOf(view, closed), [view, closed]);
  const extent = useMemo(() => extentOf(view, today) ?? { from: today, until: addDays(today, 90) }, [view, today]);
  const scale = useMemo(() => makeScale(extent.from, extent.until, unit, room), [extent, unit, room]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const row = current === null ? undefined : byId.get(current);
  const bar = row?.kind === 'bar' ? row.bar : undefined;
  const activityId = bar?.kind === 'activity' ? bar.id : null;

  const onMove = useCallback(
    async ({ id, days, edge }: Move): Promise<void> => {
      const meant = view.bars.find((one) => one.id === id);
      try {
        if (meant?.kind === 'milestone') {
          const dueOn = addDays(meant.plannedUntil ?? meant.plannedFrom ?? '', days);
          await trackSaving(client.projects.updatePart({ id, patch: { part: 'milestone', fields: { dueOn } } }));
        } else await trackSaving(client.projects.shiftActivities({ ids: [id], days, edge, dependent: false }));
      } catch (caught) {
        say(errorText(caught));
        throw caught;
      }
    },
    [view, errorText],
  );
  const { move, grab, nudge } = useMove({ scale, state: view, onMove });
  const shift = (days: number, edge: MoveEdge = 'both'): void => {
    if (bar === undefined || row?.kind !== 'bar' || row.span === null) return;
    if (!isMovable(bar)) {
      say(t('timeline.notMovable', { title: bar.title }));
      return;
    }
    // a milestone has one day: it has no ends to pull
    const next = nudge(bar.id, days, bar.kind === 'milestone' ? 'both' : edge);
    say(`${bar.title}: ${words.span(moved(row.span, next))}`);
  };
  const open = (meant: TimelineRow): void => {
    if (meant.kind !== 'bar') fold(meant.id, !meant.open);
    else if (isNarrow && !opened) setOpened(true);
    else if (meant.bar.kind === 'activity') void navigate(`/projects/${project.id}/activities?activity=${meant.id}`);
    else void navigate(`/projects/${project.id}/about?part=milestones`);
  };
  const fold = (id: string, isOpen: boolean): void =>
    setClosed((now) => {
      const next = new Set(now);
      if (isOpen) next.delete(id);
      else next.add(id);
      return next;
    });
  const term = [view.startsOn, view.endsOn].map((day) => (day === null ? '…' : formatDay(day, language, 'long')));
  const group = t('common:area.projects');
  const printWords = usePrintWords();
  const { entry: printEntry, printed } = usePrinting({
    group,
    sheet: {
      title: `${project.title}. ${t('timeline.label')}`,
      facts: [
        view.startsOn === null && view.endsOn === null ? '' : term.join(' – '),
        printWords.rows(Math.min(view.bars.length, mostPrinted), view.bars.length),
      ],
      wide: true,
      body: <PrintedTimeline view={view} scale={scale} words={words} />,
    },
  });

  useKeys({
    'Alt+Left': () => shift(-1),
    'Alt+Right': () => shift(1),
    'Alt+Shift+Left': () => shift(-7),
    'Alt+Shift+Right': () => shift(7),
    'Shift+Left': () => shift(-1, 'end'),
    'Shift+Right': () => shift(1, 'end'),
    B: () => setDialog('baseline'),
    N: () => setDialog('new'),
    S: () => (activityId === null ? false : acts.shift([activityId])),
    V: () => (activityId === null ? false : acts.setStatus([activityId], 'held')),
    '=': () => step(-1),
    'Shift+=': () => step(-1),
    '-': () => step(1),
  });
  useStatusKeys([
    { keys: ['Up', 'Down'], label: t('timeline.keys.row') },
    { keys: ['Alt+Left', 'Alt+Right'], label: t('timeline.keys.day') },
    { keys: ['Shift+Left', 'Shift+Right'], label: t('timeline.keys.end') },
    { keys: 'B', label: t('timeline.keys.baseline') },
    { keys: ['=', '-'], label: t('timeline.keys.scale') },
    { keys: 'Enter', label: t('activity.keys.panel') },
  ]);
  const late = view.bars.filter(({ state }) => state === 'late').length;
  useStatusFact(late === 0 ? undefined : t('timeline.lateCount', { count: late }));
  useCommands([
    {
      id: 'projects.newActivity',
      group,
      label: t('activity.new'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: () => setDialog('new'),
    },
    { id: 'projects.series', group, label: t('series.title'), icon: <CalendarIcon />, run: () => setDialog('series') },
    { id: 'projects.baseline', group, label: t('timeline.keepBaseline'), run: () => setDialog('baseline') },
  ]);
  const there = view.bars.length > 0;
  useEffect(() => {
    if (there && document.activeElement?.matches('body, main, nav *') !== false) scroller.current?.focus();
  }, [there, scroller]);

  const setBaseline = async (keep: boolean): Promise<void> => {
    const { activities } = await trackSaving(client.projects.setBaseline({ projectId: project.id, keep }));
    say(keep ? t('timeline.baselineKept', { count: activities }) : t('timeline.baselineForgotten'));
  };
  const empty = !there && project.lines.length === 0;
  return (
    <>
      <Tools>
        <span className="soft small">{view.startsOn === null && view.endsOn === null ? '' : term.join(' – ')}</span>
        <Grow />
        {there ? <Legend /> : null}
        <MenuButton
          size="small"
          label={t(`timeline.units.${unit}`)}
          items={scaleUnits.map((one) => ({
            id: one,
            label: t(`timeline.units.${one}`),
            checked: one === unit,
            run: () => choose(one),
          }))}
        />
        <MenuButton
          size="small"
          iconOnly
          label={t('activity.more')}
          items={[
            { id: 'baseline', label: t('timeline.keepBaseline'), keys: 'B', run: () => setDialog('baseline') },
            {
              id: 'forget',
              label: t('timeline.forgetBaseline'),
              disabled: !project.hasBaseline,
              run: () => void run(() => setBaseline(false)),
            },
            'line',
            { id: 'series', label: t('series.title'), icon: <CalendarIcon />, run: () => setDialog('series') },
            printEntry,
          ]}
        />
        <Button size="small" icon={<PlusIcon />} shortcut="N" onClick={() => setDialog('new')}>
          {t('activity.newShort')}
        </Button>
      </Tools>
      <ErrorBar error={error} />
      {empty ? (
        <EmptyState
          text={t('timeline.empty')}
          action={{ label: t('activity.new'), shortcut: 'N', run: () => setDialog('new') }}
        />
      ) : (
        <Split
          list={
            <Chart
              view={view}
              rows={rows}
              scale={scale}
              names={names}
              today={today}
              words={words}
              current={current}
              move={move}
              scroller={scroller}
              onCurrent={setCurrent}
              onOpen={open}
              onFold={fold}
              onGrab={grab}
            />
          }
          panel={<TimelinePanel id={activityId} project={project} acts={acts} />}
          panelLabel={t('timeline.panel')}
          width={274}
          opened={opened}
          onBack={() => {
            setOpened(false);
            requestAnimationFrame(() => scroller.current?.focus());
          }}
        />
      )}
      {actDialog}
      {dialog === 'series' ? <SeriesDialog project={project} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'new' ? (
        <NewActivityDialog
          project={project}
          beginning={{ lineId: bar?.lineId ?? (row?.kind === 'line' ? row.id : undefined) }}
          onClose={() => setDialog(undefined)}
          onMade={setCurrent}
        />
      ) : null}
      <ConfirmDialog
        open={dialog === 'baseline'}
        onClose={() => setDialog(undefined)}
        title={t('timeline.keepBaseline')}
        text={t(project.hasBaseline ? 'timeline.baselineAgain' : 'timeline.baselineFirst')}
        confirmLabel={t('timeline.keep')}
        onConfirm={() => setBaseline(true)}
      />
      {printed}
    </>
  );
};

const Loaded = ({ project }: { project: ProjectDetail }) => {
  const { data, error, refetch } = useQuery(orpc.projects.timeline.queryOptions({ input: { projectId: project.id } }));
  if (data !== undefined) return <Timeline project={project} view={data} />;
  return error === null ? <Waiting lines={10} /> : <ErrorNotice error={error} retry={() => void refetch()} />;
};

/** The plan of a project on a calendar: what was meant, what came, what waits for what. */
export const TimelinePage = () => (
  <ProjectFrame view="timeline" fill="roomy">
    {(project) => <Loaded key={project.id} project={project} />}
  </ProjectFrame>
);
