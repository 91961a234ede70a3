import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeFates, type PackagePreview } from '../../../shared/contract/exchangeViews.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { orpc } from '../../ui/core/client.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { tableOf } from '../../ui/grid/gridText.ts';
import { ExchangeIcon } from '../../ui/icons.tsx';
import { ErrorBar } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { focusList, Split, useIsNarrow, useListFocus } from '../../ui/Split.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useFigure } from '../../ui/window/figures.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { FieldPanel } from './FieldPanel.tsx';
import { PackageHead } from './PackageHead.tsx';
import { PackageNotes } from './PackageNotes.tsx';
import { allChanges, useChangeList } from './useChangeList.ts';
import { usePreviewColumns } from './usePreviewColumns.tsx';
import { rowKey, type Receiving, type Side } from './useReceiving.ts';

const Foot = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 10,
  minHeight: 50,
  flex: 'none',
  padding: '8px 16px',
  borderTop: '1px solid var(--line-strong)',
  background: 'var(--surface)',
  '& > p': { flex: '1 1 260px' },
});

/** The first choice of the current record; where there is none, its fields to be read. */
const focusFields = (): void =>
  ['#side-panel input[type=radio]:checked', '#side-panel[tabindex]']
    .map((place) => document.querySelector<HTMLElement>(place))
    .find((found) => found !== null)
    ?.focus();

/** What a merge would do, record by record, and the choices that are the person's. */
export const PreviewView = ({
  preview,
  receiving,
  error,
  onLeave,
}: {
  preview: PackagePreview;
  receiving: Receiving;
  error: unknown;
  onLeave: () => void;
}) => {
  const { t } = useTranslation(['exchange', 'common']);
  const { entityName } = useRecordWords();
  const figure = useFigure();
  const isNarrow = useIsNarrow();
  const acts = useActs();
  const exportList = useExportList();
  const columns = usePreviewColumns();
  const [opened, setOpened] = useState(false);
  const [chosenField, setChosenField] = useState<string>();
  const { counts, previewId } = preview;
  const { picks, pick, merge } = receiving;

  // the current record of the list, which its keys are about
  const take = (side: Side): void => {
    const open = record?.fields.filter(({ fate }) => fate === 'conflict') ?? [];
    const field = open.find((each) => each.field === chosenField) ?? open[0];
    if (record === undefined || field === undefined) return;
    pick({ entity: record.row.entity, row: record.row.row, field: field.field, take: side });
  };
  const keys = [
    { keys: ['Up', 'Down'], label: t('keys.change') },
    { keys: 'Left', label: t('keys.theirs') },
    { keys: 'Right', label: t('keys.ours') },
    { keys: 'Tab', label: t('keys.field') },
    { keys: 'Ctrl+Enter', label: t('keys.merge') },
    { keys: 'Esc', label: t('keys.cancel') },
  ];
  const { grid, filter, setFilter } = useChangeList(preview, {
    onOpen: () => {
      setOpened(true);
      requestAnimationFrame(focusFields);
    },
    keys: {
      Left: { label: t('keys.theirs'), run: () => take('theirs') },
      Right: { label: t('keys.ours'), run: () => take('ours') },
    },
    statusKeys: keys,
  });
  useStatusKeys(keys);
  const [row] = grid.current === null ? [] : grid.rowsOf(new Set([grid.current]));
  const { data, error: unread } = useQuery({
    ...orpc.exchange.previewRecord.queryOptions({
      input: { previewId, entity: row?.entity ?? '', row: row?.row ?? '' },
      meta: { live: false },
      placeholderData: keepPreviousData,
    }),
    enabled: row !== undefined,
  });
  const record = data !== undefined && row !== undefined && rowKey(data.row) === rowKey(row) ? data : undefined;

  // the first change is current from the start, so that its fields are in sight
  const firstEntry = grid.entry(0)?.kind === 'group' ? grid.entry(1) : grid.entry(0);
  if (grid.current === null && firstEntry?.kind === 'row') grid.setCurrent(firstEntry.id);
  useListFocus(!grid.waiting && grid.count > 0);

  const move = (by: 1 | -1): void => {
    const next = grid.entry(grid.indexOf(grid.current ?? '') + by);
    if (next?.kind === 'row') grid.setCurrent(next.id);
    focusList();
  };
  const report = (): void =>
    void acts.run(async () => {
      const rows = await allChanges(previewId);
      await exportList(t('receive.reportTitle', { name: preview.sender.name }), tableOf(columns, rows, rowKey));
    });
  useKeys({ 'Ctrl+Enter': () => void merge(), Esc: onLeave }, { inText: true });

  const taken = counts.new + counts.changed + counts.removed + counts.conflict + counts.waiting;
  const pickedRows = new Set([...picks.values()].map(rowKey)).size;
  const undecided = Math.max(0, counts.conflict - pickedRows);
  const alone = isNarrow && opened;
  return (
    <>
      {alone ? null : <PackageHead preview={preview} />}
      {alone ? null : (
        <PackageNotes preview={preview} refusedGroups={receiving.refusedGroups} onJoin={receiving.join} />
      )}
      {alone ? null : (
        <Tools>
          <div style={{ width: 190 }}>
            <Select
              label={t('receive.fate')}
              labelHidden
              value={filter.fate}
              onChange={(fate) => setFilter({ ...filter, fate })}
              options={[
                { value: 'all', label: t('receive.allFates') },
                ...changeFates
                  .filter((fate) => counts[fate] > 0)
                  .map((fate) => ({ value: fate, label: `${t(`group.${fate}`)}: ${figure(counts[fate])}` })),
              ]}
            />
          </div>
          <div style={{ width: 190 }}>
            <Select
              label={t('receive.kind')}
              labelHidden
              value={filter.entity}
              onChange={(entity) => setFilter({ ...filter, entity })}
              options={[
                { value: '', label: t('receive.allKinds') },
                ...preview.kinds.map(({ entity, rows }) => ({
                  value: entity,
                  label: `${entityName(entity)}: ${figure(rows)}`,
                })),
              ]}
            />
          </div>
          <div style={{ width: 220 }}>
            <TextInput
              label={t('receive.find')}
              labelHidden
              type="search"
              placeholder={t('receive.find')}
              value={filter.words}
              onChange={(words) => setFilter({ ...filter, words })}
            />
          </div>
          <Grow />
          <span className="soft small">{t('receive.nothingYet')}</span>
        </Tools>
      )}
      <ErrorBar error={error ?? acts.error ?? unread} />
      <Split
        list={<DataGrid grid={grid} />}
        panel={
          record === undefined ? (
            <p className="soft" style={{ padding: 16 }}>
              {t('receive.choosePanel')}
            </p>
          ) : (
            <FieldPanel
              record={record}
              picks={picks}
              onPick={(field, side) => pick({ entity: record.row.entity, row: record.row.row, field, take: side })}
              onField={setChosenField}
              onMove={move}
            />
          )
        }
        panelLabel={t('receive.panel')}
        width={480}
        toRead={record?.fields.every(({ fate }) => fate !== 'conflict') === true}
        opened={opened}
        onBack={() => setOpened(false)}
      />
      <Foot>
        <ExchangeIcon />
        <p>
          <b>{t('send.changes', { count: taken })}</b>{' '}
          <span className="soft">
            {[
              t('receive.foot'),
              counts.refused === 0 ? '' : t('receive.footRefused', { count: counts.refused }),
              undecided === 0 ? '' : t('receive.footConflicts', { count: undecided }),
            ]
              .filter(Boolean)
              .join(' ')}
          </span>
        </p>
        <Button shortcut="Esc" onClick={onLeave}>
          {t('receive.cancel')}
        </Button>
        <Button waiting={acts.running} onClick={report}>
          {t('receive.report')}
        </Button>
        <Button variant="primary" shortcut="Ctrl+Enter" onClick={() => void merge()}>
          {taken === 0 ? t('common:action.merge') : t('receive.merge', { count: taken })}
        </Button>
      </Foot>
    </>
  );
};
