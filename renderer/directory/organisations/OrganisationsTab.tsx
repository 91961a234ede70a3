import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OrganisationRow } from '../../../shared/contract/directory.ts';
import { client, orpc } from '../../ui/core/client.ts';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { ListTab } from '../ListTab.tsx';
import { RemoveDialog } from '../RemoveDialog.tsx';
import { useRecordGrid } from '../useRecordGrid.tsx';
import { useSearch } from '../useSearch.ts';
import { AddOrganisationDialog } from './AddOrganisationDialog.tsx';
import { OrganisationPanel } from './OrganisationPanel.tsx';

const searched = (row: OrganisationRow): string =>
  `${row.name} ${row.shortName} ${row.address} ${row.email} ${row.phone} ${row.website}`;

/** Codes of territories → their names in the language of the interface. */
const useTerritoryNames = (rows: readonly OrganisationRow[] | undefined): ReadonlyMap<string, string> => {
  const { language } = useLanguage();
  const codes = useMemo(
    () => [...new Set((rows ?? []).flatMap(({ territory }) => (territory === null ? [] : [territory])))].toSorted(),
    [rows],
  );
  const { data } = useQuery(
    orpc.directory.territoriesByCode.queryOptions({
      input: { codes: codes.slice(0, 5_000), language },
      enabled: codes.length > 0,
      meta: { live: false },
    }),
  );
  return useMemo(() => new Map((data ?? []).map(({ code, name }) => [code, name])), [data]);
};

const useColumns = (territories: ReadonlyMap<string, string>): GridColumn<OrganisationRow>[] => {
  const { t } = useTranslation(['directory', 'vocabulary']);
  const { fieldName } = useRecordWords();
  return useMemo(
    (): GridColumn<OrganisationRow>[] => [
      { key: 'name', title: t('organisation.name'), grow: true, width: 220, filter: 'text', value: ({ name }) => name },
      {
        key: 'shortName',
        title: t('organisation.shortName'),
        width: 110,
        filter: 'text',
        value: ({ shortName }) => shortName || null,
      },
      {
        key: 'kind',
        title: fieldName('organisation', 'kind'),
        width: 180,
        filter: 'choice',
        groupable: true,
        value: ({ kind }) => t(`vocabulary:organisationKind.${kind}`),
      },
      {
        key: 'territory',
        title: fieldName('organisation', 'territory'),
        width: 150,
        filter: 'choice',
        groupable: true,
        value: ({ territory }) => (territory === null ? null : (territories.get(territory) ?? territory)),
      },
      { key: 'people', title: t('organisation.people'), width: 70, align: 'right', value: ({ people }) => people },
      {
        key: 'phone',
        title: fieldName('organisation', 'phone'),
        width: 120,
        hidden: true,
        value: ({ phone }) => phone || null,
      },
      {
        key: 'email',
        title: t('person.email'),
        width: 160,
        hidden: true,
        filter: 'text',
        value: ({ email }) => email || null,
      },
      {
        key: 'address',
        title: fieldName('organisation', 'address'),
        width: 200,
        hidden: true,
        filter: 'text',
        value: ({ address }) => address || null,
      },
      {
        key: 'website',
        title: fieldName('organisation', 'website'),
        width: 150,
        hidden: true,
        value: ({ website }) => website || null,
      },
    ],
    [t, fieldName, territories],
  );
};

/** Every organisation of the directory: the list, and beside it the one that is current. */
export const OrganisationsTab = () => {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(orpc.directory.organisations.queryOptions());
  const [adding, setAdding] = useState(false);
  const add = { label: t('organisation.add'), run: () => setAdding(true) };
  const search = useSearch(data, searched);
  const list = useRecordGrid<OrganisationRow>({
    tab: 'organisations',
    columns: useColumns(useTerritoryNames(data)),
    search,
    error,
    retry: () => void refetch(),
    empty: { text: t('organisation.empty'), add },
  });
  const { current } = list;
  return (
    <ListTab
      tab="organisations"
      grid={list.grid}
      search={search}
      searchLabel={t('organisation.search')}
      count={data === undefined ? undefined : t('organisation.count', { count: data.length })}
      add={add}
      importing={{ label: t('import.organisations'), to: '/directory/import/organisations' }}
      exportError={list.exportError}
      panel={{
        label: t('organisation.panel'),
        opened: list.opened,
        onBack: list.close,
        content:
          current === null ? null : (
            <OrganisationPanel id={current.id} wish={list.wish} onRemove={() => list.setRemoving([current])} />
          ),
      }}
    >
      {adding ? (
        <AddOrganisationDialog
          organisations={data ?? []}
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            void navigate(`/directory/organisations/${id}`);
          }}
        />
      ) : null}
      {list.removing.length === 0 ? null : (
        <RemoveDialog
          records={list.removing}
          text={t('organisation.removeText')}
          remove={(id) => client.directory.removeOrganisation({ id })}
          onClose={() => list.setRemoving([])}
        />
      )}
    </ListTab>
  );
};
