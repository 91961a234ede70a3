import { useEffect, useMemo, useState } from 'react';
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
import { focusList, Split } from '../../ui/Split.tsx';
import { outcomeTones, type PreviewRow } from './outcomes.ts';
import { RowPanel } from './RowPanel.tsx';
import { useImportWords, type ImportWords } from './useImportWords.ts';

const rowId = ({ line }: PreviewRow): string => String(line);

/** Whom or what a row is about; stands first. */
const naming: readonly string[] = ['fullName', 'surname', 'givenName', 'name', 'shortName'];

/** What else is shown at once; the other columns of the file are there to be chosen. */
const foremost: Record<ImportKind, readonly string[]> = {
  people: ['position', 'organisation'],
  organisations: ['kind', 'territory'],
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
  const key = [...new Set(preview.columns.flatMap(({ target }) => target ?? []))].join(' ');
  return useMemo((): GridColumn<PreviewRow>[] => {
    const targets = key.split(' ');
    const names = targets.filter((target) => naming.includes(target));
    const others = targets.filter((target) => !naming.includes(target));
    const columnOf = (target: string, hidden: boolean): GridColumn<PreviewRow> => ({
      key: target,
      title: words.target(target),
      width: target === 'name' || target === 'fullName' ? 180 : 120,
      hidden,
      value: ({ values }) => values[target] ?? null,
    });
    return [
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
      ...names.map((target) => columnOf(target, false)),
      { key: 'saying', title: t('import.saying'), grow: true, width: 230, value: (row) => saying(row, words) || null },
      ...others.map((target) => columnOf(target, !foremost[kind].includes(target))),
    ];
  }, [t, kind, key, skipped, words]);
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
  useEffect(focusList, []);
  const { counts } = preview;
  return (
    <>
      <Tools>
        <div style={{ overflowX: 'auto', maxWidth: '100%', padding: 3, margin: -3 }}>
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
        </div>
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
