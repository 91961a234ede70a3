import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { GroupRow } from '../../../shared/contract/directory.ts';
import { formatDay } from '../../../shared/dates.ts';
import { languageNames } from '../../../shared/languages.ts';
import { client, orpc } from '../../ui/core/client.ts';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { ListTab } from '../ListTab.tsx';
import { RemoveDialog } from '../RemoveDialog.tsx';
import { useRecordGrid } from '../useRecordGrid.tsx';
import { useSearch } from '../useSearch.ts';
import { AddGroupDialog } from './AddGroupDialog.tsx';

const searched = (row: GroupRow): string => `${row.name} ${row.shortName} ${row.legalBasis} ${row.place}`;

const useColumns = (): GridColumn<GroupRow>[] => {
  const { t } = useTranslation('directory');
  const { language } = useLanguage();
  const { fieldName } = useRecordWords();
  return useMemo(
    (): GridColumn<GroupRow>[] => [
      { key: 'name', title: t('group.name'), grow: true, width: 260, filter: 'text', value: ({ name }) => name },
      {
        key: 'shortName',
        title: t('organisation.shortName'),
        width: 120,
        value: ({ shortName }) => shortName || null,
      },
      { key: 'members', title: t('group.members'), width: 90, align: 'right', value: ({ members }) => members },
      { key: 'seats', title: t('group.seats'), width: 90, align: 'right', value: ({ seats }) => seats },
      { key: 'meetings', title: t('group.meetings'), width: 100, align: 'right', value: ({ meetings }) => meetings },
      {
        key: 'lastMeetingOn',
        title: t('group.lastMeeting'),
        width: 130,
        filter: 'day',
        value: ({ lastMeetingOn }) => lastMeetingOn,
        text: ({ lastMeetingOn }) => (lastMeetingOn === null ? '' : formatDay(lastMeetingOn, language)),
      },
      {
        key: 'language',
        title: fieldName('workingGroup', 'language'),
        width: 120,
        filter: 'choice',
        value: (row) => languageNames[row.language],
      },
    ],
    [t, language, fieldName],
  );
};

/** The working groups; each opens on a page of its own. */
export const GroupsTab = () => {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(orpc.directory.groups.queryOptions());
  const [adding, setAdding] = useState(false);
  const add = { label: t('group.add'), run: () => setAdding(true) };
  const search = useSearch(data, searched);
  const list = useRecordGrid<GroupRow>({
    tab: 'groups',
    columns: useColumns(),
    search,
    error,
    retry: () => void refetch(),
    empty: { text: t('group.empty'), add },
    onOpen: ({ id }) => void navigate(`/directory/groups/${id}`),
  });
  return (
    <ListTab
      tab="groups"
      grid={list.grid}
      search={search}
      searchLabel={t('group.search')}
      count={data === undefined ? undefined : t('group.count', { count: data.length })}
      add={add}
      exportError={list.exportError}
    >
      {adding ? (
        <AddGroupDialog onClose={() => setAdding(false)} onAdded={(id) => void navigate(`/directory/groups/${id}`)} />
      ) : null}
      {list.removing.length === 0 ? null : (
        <RemoveDialog
          records={list.removing}
          text={t('group.removeText')}
          remove={(id) => client.directory.removeGroup({ id })}
          onClose={() => list.setRemoving([])}
        />
      )}
    </ListTab>
  );
};
