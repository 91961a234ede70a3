import { useQuery } from '@tanstack/react-query';
import { styled } from '@mui/material/styles';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { meetingStatuses, type MeetingStatus } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { useWorkspaceChanges } from '../../ui/core/live.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { GridColumns, GridExport } from '../../ui/grid/GridTools.tsx';
import type { GridColumn, GridPage } from '../../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../../ui/grid/usePagedGrid.ts';
import { PlusIcon, SearchIcon } from '../../ui/icons.tsx';
import { Grow, Page, Tools } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { tableOf } from '../../ui/grid/gridText.ts';
import { ErrorBar } from '../../ui/Notice.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { NewMeetingDialog } from './NewMeetingDialog.tsx';

const Wide = styled('div')({ flex: '1 1 180px', maxWidth: 260, minWidth: 0 });

export const statusTones: Record<MeetingStatus, Tone> = {
  planned: 'neutral',
  inSession: 'ink',
  draftMinutes: 'amber',
  underApproval: 'amber',
  signed: 'green',
  cancelled: 'red',
};

const all = 'all';

/** As many rows as the core gives at once. */
const most = 500;

/** The whole list, for a worksheet: what is on the screen is only what has been scrolled to. */
const loadAll = async (
  load: (offset: number, limit: number) => Promise<GridPage<MeetingRow>>,
): Promise<MeetingRow[]> => {
  const first = await load(0, most);
  const rows = [...first.rows];
  while (rows.length < first.total) {
    const page = await load(rows.length, most);
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
  }
  return rows;
};

const useColumns = (): GridColumn<MeetingRow>[] => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('list.number'),
        width: 76,
        sortable: false,
        value: ({ number }) => number,
        render: ({ number, numberIsProvisional }) =>
          numberIsProvisional && number !== '' ? (
            <span className="soft" title={t('list.provisional')}>
              ({number})
            </span>
          ) : (
            number
          ),
      },
      {
        key: 'heldOn',
        title: t('common:col.date'),
        width: 104,
        sortable: false,
        value: ({ heldOn }) => heldOn,
        text: ({ heldOn }) => (heldOn === null ? t('list.noDay') : formatDay(heldOn, language)),
      },
      { key: 'startsAt', title: t('common:col.time'), width: 66, sortable: false, value: ({ startsAt }) => startsAt },
      {
        key: 'title',
        title: t('list.meeting'),
        grow: true,
        width: 200,
        sortable: false,
        value: (row) => row.title || t(`vocabulary:meetingKind.${row.kind}`),
      },
      { key: 'group', title: t('list.group'), width: 210, sortable: false, value: ({ group }) => group },
      { key: 'place', title: t('common:col.place'), width: 110, sortable: false, value: ({ place }) => place },
      { key: 'items', title: t('list.items'), width: 76, align: 'right', sortable: false, value: ({ items }) => items },
      {
        key: 'decisions',
        title: t('list.decisions'),
        width: 76,
        align: 'right',
        sortable: false,
        value: ({ decisions }) => decisions,
      },
      {
        key: 'status',
        title: t('common:col.status'),
        width: 140,
        sortable: false,
        value: ({ status, undecided }) => (undecided ? t('apart.chip') : t(`vocabulary:meetingStatus.${status}`)),
        render: ({ status, undecided }) => (
          <Chip size="small" tone={undecided ? 'amber' : statusTones[status]}>
            {undecided ? t('apart.chip') : t(`vocabulary:meetingStatus.${status}`)}
          </Chip>
        ),
      },
    ],
    [t, language],
  );
};

/** All meetings of all groups, the newest first. */
export const MeetingsPage = () => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const navigate = useNavigate();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const [groupId, setGroupId] = useState(all);
  const [asked, setAsked] = useSearchParams();
  const [status, setStatus] = useState<MeetingStatus | typeof all>(
    () => meetingStatuses.find((each) => each === asked.get('status')) ?? all,
  );
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const [version, setVersion] = useState(0);
  const [creating, setCreating] = useState(asked.has('new'));
  const exportList = useExportList();
  const { run, error } = useActs();
  const search = useRef<HTMLDivElement>(null);
  const columns = useColumns();

  useWorkspaceChanges(({ rows }) => {
    if (['meeting', 'agendaItem', 'decision', 'signature', 'workingGroup'].some((entity) => entity in rows))
      setVersion((n) => n + 1);
  });
  const load = useCallback(
    (offset: number, limit: number): Promise<GridPage<MeetingRow>> =>
      client.meetings.list({
        groupId: groupId === all ? null : groupId,
        status: status === all ? null : status,
        text,
        offset,
        limit,
      }),
    [groupId, status, text],
  );
  const open = (row: MeetingRow): void => void navigate(`/meetings/${row.id}`);
  const filtered = groupId !== all || status !== all || text !== '';
  const clear = (): void => {
    setGroupId(all);
    setStatus(all);
    setTyped('');
  };
  // An address that asks for a new meeting asks once: reloading the page must not ask again.
  const closeNew = (): void => {
    setCreating(false);
    if (asked.has('new')) setAsked({}, { replace: true });
  };
  const grid = usePagedGrid<MeetingRow>({
    id: 'meetings.list',
    label: t('common:area.meetings'),
    columns,
    getRowId: ({ id }) => id,
    load,
    version,
    onOpen: open,
    onExport: () =>
      void run(async () =>
        exportList(
          t('common:area.meetings'),
          tableOf(columns, await loadAll(load), ({ id }) => id),
        ),
      ),
    empty: filtered
      ? { text: t('list.nothing'), action: { label: t('common:action.clearFilter'), run: clear } }
      : { text: t('list.empty'), action: { label: t('list.new'), shortcut: 'Ctrl+N', run: () => setCreating(true) } },
  });
  useCommands([
    {
      id: 'meetings.new',
      group: t('common:area.meetings'),
      label: t('list.new'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: () => setCreating(true),
    },
  ]);
  useKeys({ 'Ctrl+F': () => search.current?.querySelector('input')?.focus() });
  return (
    <Page
      fill
      title={t('common:area.meetings')}
      subtitle={grid.waiting ? undefined : t('list.count', { count: grid.total })}
      actions={
        <Button variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={() => setCreating(true)}>
          {t('list.new')}
        </Button>
      }
    >
      <Tools>
        <Wide>
          <Select
            label={t('list.group')}
            labelHidden
            value={groupId}
            onChange={setGroupId}
            options={[
              { value: all, label: t('list.allGroups') },
              ...(groups ?? []).map(({ id, name, shortName }) => ({ value: id, label: shortName || name })),
            ]}
          />
        </Wide>
        <Wide>
          <Select
            label={t('common:col.status')}
            labelHidden
            value={status}
            onChange={setStatus}
            options={[
              { value: all, label: t('list.allStatuses') },
              ...meetingStatuses.map((value) => ({ value, label: t(`vocabulary:meetingStatus.${value}`) })),
            ]}
          />
        </Wide>
        <Wide ref={search}>
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
        <Grow />
        <GridExport grid={grid} />
        <GridColumns grid={grid} />
      </Tools>
      <ErrorBar error={error} />
      <DataGrid grid={grid} />
      {creating ? <NewMeetingDialog onClose={closeNew} /> : null}
    </Page>
  );
};
