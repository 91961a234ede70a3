import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addDays } from '../../../shared/dates.ts';
import { memorandaSorts, type MemorandaFilter, type MemorandumRow } from '../../../shared/contract/memoranda.ts';
import { memorandumStates, type MemorandumState } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { useWorkspaceChanges } from '../../ui/core/live.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { GridColumns } from '../../ui/grid/GridTools.tsx';
import type { GridPage, PageQuery } from '../../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../../ui/grid/usePagedGrid.ts';
import { PlusIcon, ReportsIcon, SearchIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorBar } from '../../ui/Notice.tsx';
import { Grow, Page, Tools } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { useOrganisationOptions } from '../../ui/directory/options.ts';
import { useSearch } from '../../ui/window/address.ts';
import { useColumns } from './columns.tsx';
import { NewMemorandumDialog } from './NewMemorandumDialog.tsx';

const Wide = styled('div')({ flex: '1 1 150px', maxWidth: 220, minWidth: 0 });

const all = 'all' as const;
const noticeDays = ['30', '90', '180', '365'] as const;

const sortOf = ({ sort }: Pick<PageQuery, 'sort'>): MemorandaFilter['sort'] => {
  const by = memorandaSorts.find((one) => one === sort?.key);
  return by === undefined ? { by: 'signed', descending: true } : { by, descending: sort?.descending === true };
};

/** What the register is narrowed to; the states and the group stand in the address. */
const useConditions = () => {
  const [search, setSearch] = useSearch();
  const today = useToday();
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [notice, setNotice] = useState<string>(() => noticeDays.find((one) => one === search.get('notice')) ?? all);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const state: MemorandumState | typeof all = memorandumStates.find((one) => one === search.get('state')) ?? all;
  const groupId = search.get('group');
  const put = (name: string, value: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const noticeUntil = notice === all ? null : addDays(today, Number(notice));
  return {
    state,
    setState: (value: MemorandumState | typeof all) => put('state', value === all ? null : value),
    groupId,
    setGroupId: (value: string) => put('group', value === all ? null : value),
    organisationId,
    setOrganisationId,
    notice,
    setNotice,
    typed,
    setTyped,
    text,
    noticeUntil,
    filtered: state !== all || groupId !== null || organisationId !== null || notice !== all || text !== '',
    clear: () => {
      setSearch(() => new URLSearchParams(), { replace: true });
      setOrganisationId(null);
      setNotice(all);
      setTyped('');
    },
  };
};

/** The register of memoranda. */
export const MemorandaPage = () => {
  const { t } = useTranslation(['memoranda', 'vocabulary', 'common']);
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const organisations = useOrganisationOptions();
  const conditions = useConditions();
  const { state, groupId, organisationId, noticeUntil, text } = conditions;
  const [version, setVersion] = useState(0);
  const [creating, setCreating] = useState(false);
  const [counts, setCounts] = useState<{ inForce: number; drafts: number; nearNotice: number }>();
  const asked = useRef<Pick<PageQuery, 'sort'>>({ sort: null });
  const { run, error } = useActs();
  const searchBox = useRef<HTMLDivElement>(null);
  const columns = useColumns();

  useWorkspaceChanges(({ rows }) => {
    if (Object.keys(rows).some((entity) => /^(?:memorandum|obligation|amend|organisation)/.test(entity)))
      setVersion((n) => n + 1);
  });
  const load = useCallback(
    async (offset: number, limit: number, query: PageQuery): Promise<GridPage<MemorandumRow>> => {
      asked.current = query;
      const states = state === all ? [] : [state];
      const page = await client.memoranda.list({
        states,
        groupId,
        organisationId,
        noticeUntil,
        text,
        sort: sortOf(query),
        offset,
        limit,
      });
      setCounts(page.counts);
      return page;
    },
    [state, groupId, organisationId, noticeUntil, text],
  );
  const create = (): void => setCreating(true);
  const grid = usePagedGrid<MemorandumRow>({
    id: 'memoranda.list',
    label: t('common:area.memoranda'),
    columns,
    getRowId: ({ id }) => id,
    load,
    version,
    onOpen: ({ id }) => void navigate(`/memoranda/${id}`),
    empty: conditions.filtered
      ? { text: t('list.nothing'), action: { label: t('common:action.clearFilter'), run: conditions.clear } }
      : { text: t('list.empty'), action: { label: t('list.new'), shortcut: 'Ctrl+N', run: create } },
  });
  const states = state === all ? [] : [state];
  const exportExcel = (): void =>
    void run(async () =>
      saveFile(
        await client.memoranda.exportRegister({
          states,
          groupId,
          organisationId,
          noticeUntil,
          text,
          sort: sortOf(asked.current),
          title: t('list.register'),
        }),
      ),
    );
  const openRegister = (): void => {
    const query = new URLSearchParams({ form: language });
    if (state !== all) query.set('state', state);
    if (groupId !== null) query.set('group', groupId);
    void navigate(`/memoranda/documents/memorandumRegister?${query.toString()}`);
  };
  const openObligations = (): void => void navigate(`/memoranda/documents/obligationState?form=${language}`);
  const group = t('common:area.memoranda');
  useCommands([
    { id: 'memoranda.new', group, label: t('list.new'), keys: 'Ctrl+N', icon: <PlusIcon />, run: create },
    { id: 'memoranda.register', group, label: t('list.wordRegister'), run: openRegister },
    { id: 'memoranda.obligationState', group, label: t('list.wordObligations'), run: openObligations },
    { id: 'memoranda.excel', group, label: t('common:action.exportExcel'), run: exportExcel },
  ]);
  useKeys({ 'Ctrl+F': () => searchBox.current?.querySelector('input')?.focus() });
  const subtitle =
    counts === undefined
      ? undefined
      : [
          t('list.count', { count: grid.total }),
          counts.inForce > 0 ? t('list.inForce', { count: counts.inForce }) : '',
          counts.nearNotice > 0 ? t('list.nearNotice', { count: counts.nearNotice }) : '',
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <Page
      fill
      title={t('common:area.memoranda')}
      subtitle={subtitle}
      actions={
        <>
          <MenuButton
            label={t('page.word')}
            icon={<ReportsIcon />}
            items={[
              { id: 'register', label: t('list.wordRegister'), run: openRegister },
              { id: 'obligations', label: t('list.wordObligations'), run: openObligations },
              'line',
              { id: 'excel', label: t('common:action.exportExcel'), run: exportExcel },
            ]}
          />
          <Button variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={create}>
            {t('list.new')}
          </Button>
        </>
      }
    >
      <Tools>
        <Wide>
          <Select
            label={t('common:col.status')}
            labelHidden
            value={state}
            onChange={conditions.setState}
            options={[
              { value: all, label: t('list.allStates') },
              ...memorandumStates.map((value) => ({ value, label: t(`vocabulary:memorandumState.${value}`) })),
            ]}
          />
        </Wide>
        <Wide>
          <Select
            label={t('list.group')}
            labelHidden
            value={groupId ?? all}
            onChange={conditions.setGroupId}
            options={[
              { value: all, label: t('list.allGroups') },
              ...(groups ?? []).map(({ id, name, shortName }) => ({ value: id, label: shortName || name })),
            ]}
          />
        </Wide>
        <Wide>
          <Combobox
            label={t('list.party')}
            labelHidden
            placeholder={t('list.anyParty')}
            options={organisations}
            value={organisations.find(({ id }) => id === organisationId) ?? null}
            onChange={(option) => conditions.setOrganisationId(option?.id ?? null)}
          />
        </Wide>
        <Wide>
          <Select
            label={t('list.notice')}
            labelHidden
            value={conditions.notice}
            onChange={conditions.setNotice}
            options={[
              { value: all, label: t('list.anyNotice') },
              ...noticeDays.map((value) => ({ value, label: t('list.noticeWithin', { count: Number(value) }) })),
            ]}
          />
        </Wide>
        <Wide ref={searchBox}>
          <TextInput
            label={t('list.search')}
            labelHidden
            type="search"
            leading={<SearchIcon size={13} />}
            placeholder={t('list.search')}
            value={conditions.typed}
            onChange={conditions.setTyped}
          />
        </Wide>
        <Grow />
        <GridColumns grid={grid} />
      </Tools>
      <ErrorBar error={error} />
      <DataGrid grid={grid} />
      {creating ? <NewMemorandumDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  );
};
