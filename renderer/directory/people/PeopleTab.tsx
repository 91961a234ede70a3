import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PersonRow } from '../../../shared/contract/directory.ts';
import { client, orpc } from '../../ui/core/client.ts';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { ListTab } from '../ListTab.tsx';
import { RemoveDialog } from '../RemoveDialog.tsx';
import { useRecordGrid } from '../useRecordGrid.tsx';
import { useSearch } from '../useSearch.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { PersonPanel } from './PersonPanel.tsx';

const searched = (row: PersonRow): string =>
  `${row.name} ${row.position} ${row.organisation} ${row.email} ${row.phone}`;

const useColumns = (): GridColumn<PersonRow>[] => {
  const { t } = useTranslation(['directory', 'vocabulary', 'common']);
  const { fieldName } = useRecordWords();
  return useMemo(
    (): GridColumn<PersonRow>[] => [
      { key: 'name', title: t('person.name'), grow: true, width: 190, filter: 'text', value: ({ name }) => name },
      {
        key: 'position',
        title: t('common:col.position'),
        width: 150,
        filter: 'text',
        groupable: true,
        value: ({ position }) => position || null,
      },
      {
        key: 'organisation',
        title: t('common:col.organisation'),
        width: 185,
        filter: 'choice',
        groupable: true,
        value: ({ organisation }) => organisation || null,
      },
      { key: 'phone', title: fieldName('person', 'phone'), width: 148, value: ({ phone }) => phone || null },
      { key: 'email', title: t('person.email'), width: 150, filter: 'text', value: ({ email }) => email || null },
      {
        key: 'gender',
        title: fieldName('person', 'gender'),
        width: 110,
        hidden: true,
        filter: 'choice',
        value: ({ gender }) => t(`vocabulary:gender.${gender}`),
      },
      {
        key: 'note',
        title: fieldName('person', 'note'),
        width: 200,
        hidden: true,
        filter: 'text',
        value: ({ note }) => note || null,
      },
    ],
    [t, fieldName],
  );
};

/** Everybody of the directory: the list, and beside it the person who is current. */
export const PeopleTab = () => {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(orpc.directory.people.queryOptions({ input: { on: null } }));
  const [adding, setAdding] = useState(false);
  const add = { label: t('person.add'), run: () => setAdding(true) };
  const search = useSearch(data, searched);
  const list = useRecordGrid<PersonRow>({
    tab: 'people',
    columns: useColumns(),
    search,
    error,
    retry: () => void refetch(),
    empty: { text: t('person.empty'), add },
  });
  const { current } = list;
  return (
    <ListTab
      tab="people"
      grid={list.grid}
      search={search}
      searchLabel={t('person.search')}
      count={data === undefined ? undefined : t('person.count', { count: data.length })}
      add={add}
      importing={{ label: t('import.people'), to: '/directory/import/people' }}
      exportError={list.exportError}
      panel={{
        label: t('person.panel'),
        opened: list.opened,
        onBack: list.close,
        content:
          current === null ? null : (
            <PersonPanel id={current.id} wish={list.wish} onRemove={() => list.setRemoving([current])} />
          ),
      }}
    >
      {adding ? (
        <AddPersonDialog
          people={data ?? []}
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            void navigate(`/directory/people/${id}`);
          }}
        />
      ) : null}
      {list.removing.length === 0 ? null : (
        <RemoveDialog
          records={list.removing}
          text={t('person.removeText')}
          remove={(id) => client.directory.removePerson({ id })}
          onClose={() => list.setRemoving([])}
        />
      )}
    </ListTab>
  );
};
