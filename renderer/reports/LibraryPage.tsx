import type { InferClientOutputs } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Client } from '../../shared/contract/index.ts';
import { formatDay, timeOfDay, today } from '../../shared/dates.ts';
import { languageNames, type Language } from '../../shared/languages.ts';
import { Chip } from '../ui/Chip.tsx';
import { client, orpc } from '../ui/core/client.ts';
import { saveFile } from '../ui/core/files.ts';
import { DataGrid } from '../ui/grid/DataGrid.tsx';
import { useExportList } from '../ui/grid/exportList.ts';
import { GridFilters } from '../ui/grid/GridFilters.tsx';
import { GridColumns, GridExport, GridGroup } from '../ui/grid/GridTools.tsx';
import type { GridColumn } from '../ui/grid/gridTypes.ts';
import { useGrid } from '../ui/grid/useGrid.ts';
import { ErrorBar } from '../ui/Notice.tsx';
import { Grow, Page, Tools } from '../ui/Page.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { say } from '../ui/window/say.ts';
import { addressOf } from '../ui/paper/address.ts';
import { useDocumentName } from '../ui/paper/documentName.ts';

type Entry = InferClientOutputs<Client>['reports']['library'][number];

const moment = (instant: string, language: Language): string => {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : `${formatDay(today(at), language)} ${timeOfDay(at)}`;
};

const useColumns = (): GridColumn<Entry>[] => {
  const { t } = useTranslation('reports');
  const nameOf = useDocumentName();
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'document',
        title: t('library.document'),
        width: 170,
        value: ({ request }) => nameOf(request.report),
        filter: 'choice',
        groupable: true,
      },
      {
        key: 'title',
        title: t('library.name'),
        width: 220,
        grow: true,
        value: ({ title }) => title,
        filter: 'text',
      },
      {
        key: 'subject',
        title: t('library.subject'),
        width: 200,
        value: ({ subject }) => subject || t('library.wholeRegister'),
        filter: 'text',
        groupable: true,
      },
      {
        key: 'form',
        title: t('library.form'),
        width: 110,
        value: ({ request }) => languageNames[request.form],
        filter: 'choice',
        groupable: true,
      },
      {
        key: 'exportedAt',
        title: t('library.exportedAt'),
        width: 150,
        value: ({ exportedAt }) => exportedAt,
        text: ({ exportedAt }) => moment(exportedAt, language),
      },
      {
        key: 'state',
        title: t('library.state'),
        width: 150,
        value: ({ outdated }) => t(outdated ? 'library.outdated' : 'library.current'),
        render: ({ outdated }) => (
          <Chip size="small" tone={outdated ? 'amber' : 'green'}>
            {t(outdated ? 'library.outdated' : 'library.current')}
          </Chip>
        ),
        filter: 'choice',
        groupable: true,
      },
      { key: 'file', title: t('library.file'), width: 220, hidden: true, value: ({ fileName }) => fileName },
      { key: 'sha256', title: t('library.checksum'), width: 220, hidden: true, value: ({ sha256 }) => sha256 },
    ],
    [t, language, nameOf],
  );
};

/** What was saved, when, and whether the data have changed since. */
export const LibraryPage = () => {
  const { t } = useTranslation(['reports', 'common']);
  const navigate = useNavigate();
  const exportList = useExportList();
  const { data, error } = useQuery(orpc.reports.library.queryOptions());
  const columns = useColumns();
  const again = useMutation({
    mutationFn: async ({ request }: Entry) => {
      const file = await client.reports.export(request);
      if (await saveFile(file)) say(t('reports:preview.saved', { name: file.name }));
    },
  });
  const remove = useMutation({
    mutationFn: async (entries: readonly Entry[]) => {
      for (const { id } of entries) await client.reports.removeFromLibrary({ id });
      say(t('reports:library.removed', { name: entries.map(({ fileName }) => fileName).join(', ') }));
    },
  });
  const list = useMutation({
    mutationFn: (table: Parameters<typeof exportList>[1]) => exportList(t('reports:library.title'), table),
  });
  const open = ({ request }: Entry): void => void navigate(addressOf(request));
  const grid = useGrid<Entry>({
    id: 'reports.library',
    label: t('reports:library.title'),
    rows: data,
    columns,
    getRowId: ({ id }) => id,
    sort: { key: 'exportedAt', descending: true },
    onOpen: open,
    markable: true,
    keys: {
      S: {
        label: t('reports:library.again'),
        run: ([entry]) => (entry === undefined ? undefined : again.mutate(entry)),
      },
      Del: { label: t('reports:library.remove'), run: (entries) => remove.mutate(entries) },
    },
    menu: (entry) => [
      { id: 'open', label: t('reports:library.open'), keys: 'Enter', run: () => open(entry) },
      { id: 'again', label: t('reports:library.again'), keys: 'S', run: () => again.mutate(entry) },
      'line',
      { id: 'remove', label: t('reports:library.remove'), keys: 'Del', run: () => remove.mutate([entry]) },
    ],
    onExport: (table) => list.mutate(table),
    error,
    empty: {
      text: t('reports:library.empty'),
      action: { label: t('reports:library.toMeetings'), run: () => void navigate('/meetings') },
    },
  });
  const failure = again.error ?? remove.error ?? list.error;
  return (
    <Page
      fill
      title={t('reports:library.title')}
      subtitle={data === undefined ? undefined : t('reports:library.count', { count: data.length })}
    >
      <Tools>
        <GridFilters grid={grid} />
        <Grow />
        <GridExport grid={grid} />
        <GridGroup grid={grid} />
        <GridColumns grid={grid} />
      </Tools>
      <ErrorBar error={failure} />
      <DataGrid grid={grid} />
    </Page>
  );
};
