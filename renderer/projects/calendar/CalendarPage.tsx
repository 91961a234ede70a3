import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { addDays, addMonths, formatDay, isIsoDay, startOfWeek, type IsoDay } from '../../../shared/dates.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { ChevronLeftIcon, ChevronRightIcon, PlusIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { PrintButton } from '../../ui/print/PrintButton.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { Split } from '../../ui/Split.tsx';
import { WaitBar } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useStatusFact, useStatusKeys } from '../../ui/window/status.ts';
import { useToday } from '../../ui/window/today.ts';
import { filterOf, noConditions } from '../activities/conditions.ts';
import { NewActivityDialog } from '../activities/dialogs/NewActivityDialog.tsx';
import { ActivityPanel } from '../activities/panel/ActivityPanel.tsx';
import { useActivityActs } from '../activities/useActivityActs.tsx';
import { useAllActivities } from '../activities/useAllActivities.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { Day } from './Day.tsx';
import { entriesByDay, weeksOf } from './month.ts';
import { MonthPaper } from './MonthPaper.tsx';

const Sheet = styled('table')({
  flex: 1,
  width: '100%',
  minHeight: 420,
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  background: 'var(--surface)',
  '& th': { height: 26, fontSize: 12, fontWeight: 550, color: 'var(--soft)', textAlign: 'left', padding: '0 8px' },
  '& td': {
    verticalAlign: 'top',
    padding: '3px 4px',
    borderTop: '1px solid var(--line)',
    borderLeft: '1px solid var(--line)',
    height: 84,
    outline: 'none',
    cursor: 'default',
  },
  '& td:first-of-type': { borderLeft: 0 },
  '& td[data-off]': { background: 'var(--bg)' },
  '& td[data-other]': { color: 'var(--faint)' },
  '& td[aria-selected=true]': { background: 'var(--ink-soft)' },
  '& td:focus-visible': { boxShadow: 'inset 0 0 0 2px var(--ink)' },
  '& td > header': { display: 'flex', gap: 6, alignItems: 'baseline', fontSize: 12, minWidth: 0, lineHeight: '18px' },
  '& td > header > b': { fontWeight: 500, padding: '0 4px' },
  '& td[aria-current] > header > b': {
    background: 'var(--ink)',
    color: 'var(--on-ink)',
    borderRadius: 9,
    fontWeight: 650,
  },
});

const steps: Record<string, (day: IsoDay) => IsoDay> = {
  Left: (day) => addDays(day, -1),
  Right: (day) => addDays(day, 1),
  Up: (day) => addDays(day, -7),
  Down: (day) => addDays(day, 7),
  Home: (day) => startOfWeek(day),
  End: (day) => addDays(startOfWeek(day), 6),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

const Month = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  // a project that is over begins at its last month, one to come at its first
  const [at, setAt] = useState<IsoDay>(() => {
    if (isIsoDay(project.endsOn) && project.endsOn < today) return project.endsOn;
    return isIsoDay(project.startsOn) && project.startsOn > today ? project.startsOn : today;
  });
  const weeks = useMemo(() => weeksOf(at), [at]);
  const days = useMemo(() => weeks.flat(), [weeks]);
  const [from = at, until = at] = [days[0], days.at(-1)];
  const { data, error, refetch } = useAllActivities(
    useMemo(() => filterOf(project.id, { ...noConditions, from, until }), [project.id, from, until]),
  );
  const { data: holidays } = useQuery(
    orpc.today.holidays.queryOptions({
      input: { from, until, language },
      placeholderData: keepPreviousData,
      meta: { live: false },
    }),
  );
  const byDay = useMemo(() => entriesByDay(data ?? [], days), [data, days]);
  const { acts, dialog } = useActivityActs(project);
  const [opened, setOpened] = useState<string | null>(null);
  const [wish, setWish] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [choosing, setChoosing] = useState<HTMLElement | null>(null);
  const sheet = useRef<HTMLTableElement>(null);
  const moves = useRef(true);

  const cell = (day: IsoDay): HTMLElement | null =>
    sheet.current?.querySelector<HTMLElement>(`[data-day="${day}"]`) ?? null;
  useEffect(() => {
    // the focus follows the arrows; on arrival it comes only where nothing else has it
    const free = document.activeElement?.matches('body, main, nav *') !== false;
    if (moves.current || free) sheet.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    moves.current = false;
  }, [at]);
  const go = (step: (day: IsoDay) => IsoDay) => (): void => {
    moves.current = true;
    setAt(step(at));
  };
  const open = (id: string): void => {
    setOpened(id);
    setWish(id);
  };
  const entries = byDay.get(at) ?? [];
  const openDay = (day: IsoDay): void => {
    const [first, ...rest] = byDay.get(day) ?? [];
    if (first === undefined) setAdding(true);
    else if (rest.length === 0) open(first.row.id);
    else setChoosing(cell(day));
  };
  const toMonth = (by: number): void => setAt(addMonths(at, by));
  useKeys(
    {
      ...Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, go(step)])),
      Enter: () => openDay(at),
    },
    { scope: sheet },
  );
  useKeys({ N: () => setAdding(true), T: go(() => today) });
  useStatusKeys([
    { keys: ['Up', 'Down', 'Left', 'Right'], label: t('calendar.keys.day') },
    { keys: ['PageUp', 'PageDown'], label: t('calendar.keys.month') },
    { keys: 'T', label: t('calendar.today') },
    { keys: 'N', label: t('calendar.keys.plan') },
    { keys: 'Enter', label: t('activity.keys.panel') },
  ]);
  const inMonth = new Set(
    [...byDay].filter(([day]) => day.slice(0, 7) === at.slice(0, 7)).flatMap(([, all]) => all.map(({ row }) => row.id)),
  ).size;
  useStatusFact(t('calendar.inMonth', { count: inMonth }));
  const group = t('common:area.projects');
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
  const holidayOf = (day: IsoDay): string => holidays?.find((one) => one.day === day)?.name ?? '';
  const name = formatDay(at, language, 'month');
  const month = name.charAt(0).toUpperCase() + name.slice(1);
  const { print, printed } = usePrinting({
    group,
    sheet:
      data === undefined
        ? undefined
        : {
            title: `${project.title}. ${month}`,
            facts: [t('calendar.inMonth', { count: inMonth })],
            wide: true,
            body: <MonthPaper label={month} month={at.slice(0, 7)} weeks={weeks} byDay={byDay} holidayOf={holidayOf} />,
          },
  });
  return (
    <>
      <Tools>
        <IconButton
          label={t('calendar.previous')}
          icon={<ChevronLeftIcon />}
          shortcut="PageUp"
          onClick={() => toMonth(-1)}
        />
        <IconButton
          label={t('calendar.next')}
          icon={<ChevronRightIcon />}
          shortcut="PageDown"
          onClick={() => toMonth(1)}
        />
        <b style={{ fontSize: 15, fontWeight: 600 }} aria-live="polite">
          {month}
        </b>
        <Button size="small" shortcut="T" onClick={go(() => today)}>
          {t('calendar.today')}
        </Button>
        <Grow />
        <PrintButton onClick={print} />
        <Button size="small" variant="primary" icon={<PlusIcon />} shortcut="N" onClick={() => setAdding(true)}>
          {t('activity.newShort')}
        </Button>
      </Tools>
      <WaitBar active={data === undefined && error === null} />
      <ErrorNotice error={error} retry={() => void refetch()} />
      <Split
        list={
          <div style={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex' }}>
            <Sheet role="grid" aria-label={month} ref={sheet}>
              <thead>
                <tr>
                  {(weeks[0] ?? []).map((day) => (
                    <th key={day} scope="col" abbr={formatDay(day, language, 'weekday')}>
                      {formatDay(day, language, 'weekdayShort')}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeks.map((row) => (
                  <tr key={row[0]}>
                    {row.map((day) => (
                      <Day
                        key={day}
                        day={day}
                        entries={byDay.get(day) ?? []}
                        holiday={holidayOf(day)}
                        at={at}
                        today={today}
                        onChoose={setAt}
                        onOpen={open}
                        onAll={openDay}
                      />
                    ))}
                  </tr>
                ))}
              </tbody>
            </Sheet>
          </div>
        }
        panel={
          opened === null ? null : (
            <ActivityPanel id={opened} project={project} acts={acts} wish={{ id: wish, done: () => setWish(null) }} />
          )
        }
        panelLabel={t('activity.panel')}
        width={356}
        opened={opened !== null}
        onBack={() => {
          setOpened(null);
          requestAnimationFrame(() => cell(at)?.focus());
        }}
      />
      <Menu
        label={formatDay(at, language, 'weekdayLong')}
        place={choosing === null ? null : { element: choosing }}
        onClose={() => setChoosing(null)}
        items={entries.map(({ row }) => ({
          id: row.id,
          label: `${row.number} ${row.title}`,
          run: () => open(row.id),
        }))}
      />
      {printed}
      {dialog}
      {adding ? (
        <NewActivityDialog
          project={project}
          beginning={{ day: at }}
          onClose={() => setAdding(false)}
          onMade={() => cell(at)?.focus()}
        />
      ) : null}
    </>
  );
};

/** The activities of a project in the month, with the public holidays by name. */
export const CalendarPage = () => (
  <ProjectFrame view="calendar" fill="roomy">
    {(project) => <Month key={project.id} project={project} />}
  </ProjectFrame>
);
