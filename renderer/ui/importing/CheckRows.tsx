import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importOutcomes, type ImportOutcome, type ImportPreview } from '../../../shared/contract/directory.ts';
import { Chip } from '../Chip.tsx';
import { Segmented } from '../Choice.tsx';
import { DataGrid } from '../grid/DataGrid.tsx';
import { GridColumns } from '../grid/GridTools.tsx';
import type { GridColumn } from '../grid/gridTypes.ts';
import { useGrid } from '../grid/useGrid.ts';
import { Grow, Tools } from '../Page.tsx';
import { focusList, Split } from '../Split.tsx';
import { outcomeTones, type PreviewRow } from './outcomes.ts';
import { RowPanel } from './RowPanel.tsx';
import type { ImportSubject, ImportWords } from './importState.ts';

const rowId = ({ line }: PreviewRow): string => String(line);

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
  { words, naming, foremost }: ImportSubject,
  preview: ImportPreview,
  skipped: ReadonlySet<number>,
): GridColumn<PreviewRow>[] => {
  const { t } = useTranslation('ui');
  const key = [...new Set(preview.columns.flatMap(({ target }) => target ?? []))].join(' ');
  return useMemo((): GridColumn<PreviewRow>[] => {
    const targets = key.split(' ');
    const names = targets.filter((target) => naming.includes(target));
    const others = targets.filter((target) => !naming.includes(target));
    const columnOf = (target: string, hidden: boolean): GridColumn<PreviewRow> => ({
      key: target,
      title: words.target(target),
      width: target === naming[0] ? 180 : 120,
      hidden,
      value: ({ values }) => values[target] ?? null,
    });
    return [
      { key: 'line', title: t('importing.line'), width: 66, align: 'right', value: ({ line }) => line },
      {
        key: 'outcome',
        title: t('importing.outcome.title'),
        width: 128,
        value: ({ line, outcome }) =>
          skipped.has(line) ? t('importing.outcome.skipped') : t(`importing.outcome.${outcome}`),
        render: ({ line, outcome }) =>
          skipped.has(line) ? (
            <Chip size="small">{t('importing.outcome.skipped')}</Chip>
          ) : (
            <Chip size="small" tone={outcomeTones[outcome]}>
              {t(`importing.outcome.${outcome}`)}
            </Chip>
          ),
      },
      ...names.map((target) => columnOf(target, false)),
      {
        key: 'saying',
        title: t('importing.saying'),
        grow: true,
        width: 230,
        value: (row) => saying(row, words) || null,
      },
      ...others.map((target) => columnOf(target, !foremost.includes(target))),
    ];
  }, [t, key, skipped, words, naming, foremost]);
};

/** The third step: what would become of each row; any can be left out. Nothing is written yet. */
export const CheckRows = (props: {
  subject: ImportSubject;
  preview: ImportPreview;
  skipped: ReadonlySet<number>;
  onSkip: (skipped: ReadonlySet<number>) => void;
}) => {
  const { subject, preview, skipped, onSkip } = props;
  const { t } = useTranslation('ui');
  const { words } = subject;
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
    id: subject.gridId,
    label: t('importing.step.rows'),
    columns: useColumns(subject, preview, skipped),
    rows,
    getRowId: rowId,
    markable: true,
    onCurrent: setCurrent,
    onOpen: () => setOpened(true),
    keys: { S: { label: t('importing.skip'), run: (some) => skip(some.map(({ line }) => line)) } },
    empty: { text: t('importing.noRows') },
  });
  useEffect(focusList, []);
  const { counts } = preview;
  return (
    <>
      <Tools>
        <div style={{ overflowX: 'auto', maxWidth: '100%', padding: 3, margin: -3 }}>
          <Segmented
            label={t('importing.outcome.title')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all' as const, label: `${t('importing.all')} ${preview.total}` },
              ...importOutcomes
                .filter((outcome) => counts[outcome] > 0)
                .map((value) => ({ value, label: `${t(`importing.outcome.${value}`)} ${counts[value]}` })),
            ]}
          />
        </div>
        <Grow />
        {preview.rows.length < preview.total ? (
          <span className="soft small">
            {t('importing.shown', { shown: preview.rows.length, total: preview.total })}
          </span>
        ) : null}
        <GridColumns grid={grid} />
      </Tools>
      <Split
        list={<DataGrid grid={grid} />}
        panelLabel={t('importing.row')}
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
