import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { anyDecision, type RegisterRow } from '../../shared/contract/decisionRegister.ts';
import { Button } from '../ui/Button.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { saveFile } from '../ui/core/files.ts';
import { DataGrid } from '../ui/grid/DataGrid.tsx';
import { createKept } from '../ui/grid/gridSettings.ts';
import { GridColumns, GridGroup } from '../ui/grid/GridTools.tsx';
import type { MenuEntry } from '../ui/Menu.tsx';
import { CalendarIcon, DownloadIcon, PlusIcon, ReportsIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { ErrorBar } from '../ui/Notice.tsx';
import { Grow, Page, Tools } from '../ui/Page.tsx';
import { useCommands } from '../ui/window/commands.ts';
import { useKeys } from '../ui/window/keys.ts';
import { useLanguage } from '../ui/window/language.ts';
import { useMuchRoom } from '../ui/window/room.ts';
import { BulkBar } from './BulkBar.tsx';
import { NewDecisionDialog } from './dialogs/NewDecisionDialog.tsx';
import { StateReportDialog } from './dialogs/StateReportDialog.tsx';
import { ConditionBar } from './filter/ConditionBar.tsx';
import { SavedFilters } from './filter/SavedFilters.tsx';
import { useConditionWords } from './filter/useConditionWords.ts';
import { DecisionPanel } from './panel/DecisionPanel.tsx';
import { focusList, Split, useIsNarrow } from '../ui/Split.tsx';
import { useAskedAct } from './useAskedAct.ts';
import { useConditions } from './useConditions.ts';
import { useDecisionActs } from './useDecisionActs.tsx';
import { useRegister } from './useRegister.ts';
import { useRegisterEmpty } from './useRegisterEmpty.ts';

/** The visit whose decision has been shown: coming back finds the row where one was, not where the link led. */
const shownVisit = createKept<string>();

/** The decision that the address names, once for each visit. */
const useAskedDecision = (): string | undefined => {
  const { id } = useParams();
  const { search, key } = useLocation();
  const asked = id ?? new URLSearchParams(search).get('decision') ?? undefined;
  const [first] = useState(() => (shownVisit.get() === key ? key : undefined));
  useEffect(() => shownVisit.set(key), [key]);
  return first === key ? undefined : asked;
};

/** The keys of the register act from the first: whoever came by the navigation is in it when it is there. */
const useRegisterFocus = (isThere: boolean): void => {
  useEffect(() => {
    if (isThere && document.activeElement?.matches('body, main, nav *') !== false) focusList();
  }, [isThere]);
};

/** All decisions of all groups: what is to be done, by whom, by when, and how far it has come. */
export const RegisterPage = () => {
  const { t } = useTranslation(['decisions', 'common', 'ui']);
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const { language } = useLanguage();
  const [conditions, setConditions] = useConditions();
  const words = useConditionWords(conditions);
  const asked = useAskedDecision();
  const [opened, setOpened] = useState(asked !== undefined);
  const [dialog, setDialog] = useState<'new' | 'report'>();
  const { run, error } = useActs();
  const groupId = conditions.groupIds.length === 1 ? (conditions.groupIds[0] ?? null) : null;
  const { acts, dialog: actDialog } = useDecisionActs(groupId);
  useAskedAct(asked, acts);
  useMuchRoom();

  const toMinutes = ({ meetingId, itemId }: RegisterRow): void =>
    void navigate(`/meetings/${meetingId}?item=${itemId}`);
  const menu = (row: RegisterRow): MenuEntry[] => [
    { id: 'minutes', label: t('keys.minutes'), keys: 'Enter', run: () => toMinutes(row) },
    'line',
    { id: 'note', label: t('note.short'), keys: 'E', run: () => acts.note([row.id]) },
    { id: 'deadline', label: t('deadline.title'), keys: 'D', run: () => acts.deadline([row.id]) },
    { id: 'done', label: t('done.do'), keys: 'V', run: () => acts.done([row.id]) },
    { id: 'remind', label: t('remind.do'), run: () => acts.remind([row.id]) },
  ];
  const add = (): void => setDialog('new');
  const drop = (): void => {
    setConditions(anyDecision);
    // the button that was pressed goes with the emptiness
    requestAnimationFrame(focusList);
  };
  const empty = useRegisterEmpty(conditions, words, { drop, add });
  const { grid, view, counts, apply } = useRegister(conditions, {
    onOpen: (row) => (isNarrow ? setOpened(true) : toMinutes(row)),
    menu,
    empty,
    reveal: asked,
    statusKeys: [
      { keys: ['Up', 'Down'], label: t('ui:grid.keys.row') },
      { keys: ['Left', 'Right'], label: t('ui:grid.keys.group') },
      { keys: 'Space', label: t('ui:grid.keys.mark') },
      { keys: 'F', label: t('ui:grid.keys.filter') },
      { keys: 'Ctrl+C', label: t('ui:grid.keys.copy') },
      { keys: 'Enter', label: isNarrow ? t('keys.panel') : t('keys.minutes') },
    ],
  });
  useRegisterFocus(!grid.waiting && grid.count > 0);

  // a link has named a decision: its panel opens whether the conditions find it or not
  const { setCurrent } = grid;
  useEffect(() => {
    if (asked === undefined) return;
    setCurrent(asked);
    setOpened(true);
  }, [asked, setCurrent]);
  // the head of a group is current while one folds it: the panel stays with the decision before
  const [lastRow, setLastRow] = useState<string | null>(null);
  if (grid.current !== null && grid.current !== lastRow && !grid.current.startsWith('group:')) setLastRow(grid.current);

  const marked = [...grid.marked];
  const meant = marked.length > 0 ? marked : lastRow === null ? [] : [lastRow];
  const clear = useCallback(() => grid.setMarked(new Set()), [grid]);
  useKeys({
    E: () => acts.note(meant),
    D: () => acts.deadline(meant),
    V: () => acts.done(meant),
    Esc: marked.length === 0 ? undefined : clear,
  });
  const exportTable = (): void =>
    void run(async () =>
      saveFile(await client.decisions.exportRegister({ ...view, title: t('common:area.decisions'), language })),
    );
  const exportCalendar = (): void =>
    void run(async () => saveFile(await client.decisions.calendarFile({ filter: view.filter })));
  const report = (): void => setDialog('report');
  const area = t('common:area.decisions');
  useCommands([
    { id: 'decisions.new', group: area, label: t('new.title'), keys: 'Ctrl+N', icon: <PlusIcon />, run: add },
    {
      id: 'decisions.report',
      group: area,
      label: t('report.word'),
      icon: <ReportsIcon />,
      run: () => setDialog('report'),
    },
    {
      id: 'decisions.remind',
      group: area,
      label: t('remind.title'),
      icon: <ReportsIcon />,
      run: () => acts.remind(meant),
    },
    { id: 'decisions.table', group: area, label: t('ui:grid.export'), icon: <DownloadIcon />, run: exportTable },
    { id: 'decisions.calendar', group: area, label: t('calendar'), icon: <CalendarIcon />, run: exportCalendar },
  ]);

  const panelOpen = lastRow !== null && (!isNarrow || opened);
  return (
    <Page
      fill={!isNarrow}
      title={area}
      subtitle={
        counts === undefined
          ? undefined
          : [
              t('counts.unfinished', { count: counts.unfinished }),
              t('counts.overdue', { count: counts.overdue }),
              t('counts.week', { count: counts.dueThisWeek }),
            ].join(' · ')
      }
      actions={
        isNarrow && panelOpen ? undefined : (
          <>
            {isNarrow ? null : (
              <>
                <Button icon={<ReportsIcon />} onClick={report}>
                  {t('report.word')}
                </Button>
                <Button onClick={exportTable}>{t('ui:grid.export')}</Button>
              </>
            )}
            <MenuButton
              iconOnly
              label={t('more')}
              items={[
                ...(isNarrow
                  ? [
                      { id: 'word', label: t('report.word'), run: report },
                      { id: 'table', label: t('ui:grid.export'), run: exportTable },
                    ]
                  : []),
                { id: 'remind', label: t('remind.title'), run: () => acts.remind(meant) },
                { id: 'calendar', label: t('calendar'), run: exportCalendar },
              ]}
            />
            <Button variant="primary" icon={<PlusIcon />} onClick={add}>
              {t('new.short')}
            </Button>
          </>
        )
      }
    >
      {isNarrow && panelOpen ? null : (
        <>
          <Tools>
            <ConditionBar conditions={conditions} onChange={setConditions} words={words} />
            <Grow />
            <SavedFilters
              view={view}
              words={words.all(conditions)}
              onChoose={(chosen) => {
                setConditions(chosen.filter);
                apply(chosen);
                requestAnimationFrame(focusList);
              }}
            />
            <GridGroup grid={grid} />
            <GridColumns grid={grid} />
          </Tools>
          {marked.length === 0 ? null : <BulkBar ids={marked} acts={acts} onClear={clear} />}
        </>
      )}
      <ErrorBar error={error} />
      <Split
        list={<DataGrid grid={grid} />}
        panel={lastRow === null ? null : <DecisionPanel id={lastRow} acts={acts} marked={marked.length > 0} />}
        panelLabel={t('panel.label')}
        width={372}
        opened={opened}
        onBack={() => setOpened(false)}
      />
      {actDialog}
      {dialog === 'report' ? <StateReportDialog conditions={conditions} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'new' ? (
        <NewDecisionDialog
          groupId={groupId}
          onClose={() => setDialog(undefined)}
          onMade={(id) => void navigate(`/decisions/${id}`)}
        />
      ) : null}
    </Page>
  );
};
