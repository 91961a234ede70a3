import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  importOutcomes,
  type ImportKind,
  type ImportOutcome,
  type ImportPreview,
} from '../../../shared/contract/directory.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Segmented } from '../../ui/Choice.tsx';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { GridColumns } from '../../ui/grid/GridTools.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useGrid } from '../../ui/grid/useGrid.ts';
import { Grow, Tools } from '../../ui/Page.tsx';
import { Split } from '../Split.tsx';
import { outcomeTones, type PreviewRow } from './outcomes.ts';
import { RowPanel } from './RowPanel.tsx';
import { useImportWords, type ImportWords } from './useImportWords.ts';

const rowId = ({ line }: PreviewRow): string => String(line);

/** Shown at once; the other columns of the file are there to be chosen. */
const foremost: Record<ImportKind, readonly string[]> = {
  people: ['fullName', 'surname', 'givenName', 'position', 'organisation'],
  organisations: ['name', 'shortName', 'kind', 'territory'],
};

/** What is to be said of a row, in one line. */
const saying = (row: PreviewRow, words: ImportWords): string =>
  [
    ...[...row.problems, ...row.notes].map(words.remark),
    ...row.changes.map(
      ({ field, from, to }) =>
        `${words.target(field)}: ${from === '' ? '' : `${words.value(field, from)} → `}${words.value(field, to)}`,
    ),
  ].join(' · ');

const useColumns = (
  kind: ImportKind,
  preview: ImportPreview,
  skipped: ReadonlySet<number>,
  words: ImportWords,
): GridColumn<PreviewRow>[] => {
  const { t } = useTranslation('directory');
  const targets = [...new Set(preview.columns.flatMap(({ target }) => target ?? []))];
  const key = targets.join(' ');
  return useMemo(
    (): GridColumn<PreviewRow>[] => [
      { key: 'line', title: t('import.line'), width: 66, align: 'right', value: ({ line }) => line },
      {
        key: 'outcome',
        title: t('import.outcome.title'),
        width: 128,
        value: ({ line, outcome }) =>
          skipped.has(line) ? t('import.outcome.skipped') : t(`import.outcome.${outcome}`),
        render: ({ line, outcome }) =>
          skipped.has(line) ? (
            <Chip size="small">{t('import.outcome.skipped')}</Chip>
          ) : (
            <Chip size="small" tone={outcomeTones[outcome]}>
              {t(`import.outcome.${outcome}`)}
            </Chip>
          ),
      },
      ...key.split(' ').map((target): GridColumn<PreviewRow> => ({
        key: target,
        title: words.target(target),
        width: target === 'name' || target === 'fullName' ? 200 : 130,
        hidden: !foremost[kind].includes(target),
        value: ({ values }) => values[target] ?? null,
      })),
      { key: 'saying', title: t('import.saying'), grow: true, width: 200, value: (row) => saying(row, words) || null },
    ],
    [t, kind, key, skipped, words],
  );
};

/** The third step: what would become of each row; any can be left out. Nothing is written yet. */
export const CheckRows = (props: {
  kind: ImportKind;
  preview: ImportPreview;
  skipped: ReadonlySet<number>;
  onSkip: (skipped: ReadonlySet<number>) => void;
}) => {
  const { kind, preview, skipped, onSkip } = props;
  const { t } = useTranslation('directory');
  const words = useImportWords(kind);
  const [shown, setShown] = useState<ImportOutcome | 'all'>('all');
  const [current, setCurrent] = useState<PreviewRow | null>(null);
  const [opened, setOpened] = useState(false);
  const rows = useMemo(
    () => (shown === 'all' ? preview.rows : preview.rows.filter(({ outcome }) => outcome === shown)),
    [preview.rows, shown],
  );
  const skip = (lines: readonly number[]): void => {
    const next = new Set(skipped);
    const leaveOut = lines.some((line) => !next.has(line));
    for (const line of lines)
      if (leaveOut) next.add(line);
      else next.delete(line);
    onSkip(next);
  };
  const grid = useGrid<PreviewRow>({
    id: `directory.import.${kind}`,
    label: t('import.step.rows'),
    columns: useColumns(kind, preview, skipped, words),
    rows,
    getRowId: rowId,
    markable: true,
    onCurrent: setCurrent,
    onOpen: () => setOpened(true),
    keys: { S: { label: t('import.skip'), run: (some) => skip(some.map(({ line }) => line)) } },
    empty: { text: t('import.noRows') },
  });
  const { counts } = preview;
  return (
    <>
      <Tools>
        <Segmented
          label={t('import.outcome.title')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all' as const, label: `${t('import.all')} ${preview.total}` },
            ...importOutcomes
              .filter((outcome) => counts[outcome] > 0)
              .map((value) => ({ value, label: `${t(`import.outcome.${value}`)} ${counts[value]}` })),
          ]}
        />
        <Grow />
        {preview.rows.length < preview.total ? (
          <span className="soft small">{t('import.shown', { shown: preview.rows.length, total: preview.total })}</span>
        ) : null}
        <GridColumns grid={grid} />
      </Tools>
      <Split
        list={<DataGrid grid={grid} />}
        panelLabel={t('import.row')}
        panel={
          current === null ? null : (
            <RowPanel
              row={current}
              words={words}
              skipped={skipped.has(current.line)}
              onSkip={() => skip([current.line])}
            />
          )
        }
        opened={opened}
        onBack={() => setOpened(false)}
      />
    </>
  );
};
