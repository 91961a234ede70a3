import { useTranslation } from 'react-i18next';
import Skeleton from '@mui/material/Skeleton';
import { CheckSquare } from '../Checkbox.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../icons.tsx';
import { useFigure } from '../window/figures.ts';
import { cellText } from './gridText.ts';
import type { Grid, GridEntry } from './gridTypes.ts';

type RowProps<Row> = {
  grid: Grid<Row>;
  index: number;
  /** Distance from the top of the list in CSS pixels. */
  top: number;
  entry: GridEntry<Row> | undefined;
  isCurrent: boolean;
  activeColumn: number | undefined;
  cellId: (row: number, column: number) => string;
};

const GroupRow = <Row,>({
  grid,
  index,
  top,
  entry,
  isCurrent,
  cellId,
}: RowProps<Row> & { entry: GridEntry<Row> & { kind: 'group' } }) => {
  const { t } = useTranslation('ui');
  const figure = useFigure();
  return (
    <div
      role="row"
      className="row group"
      aria-rowindex={index + 2}
      data-index={index}
      data-current={isCurrent ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        id={cellId(index, 0)}
        aria-colspan={grid.columns.length}
        aria-expanded={entry.open}
        data-active={isCurrent ? '' : undefined}
      >
        {entry.open ? <ChevronDownIcon size={13} /> : <ChevronRightIcon size={13} />}
        <span className="words">{entry.label === '' ? t('filter.empty') : entry.label}</span>
        <span className="soft" style={{ fontWeight: 450 }}>
          {figure(entry.count)} {entry.note}
        </span>
      </div>
    </div>
  );
};

/** One row of the list: a record, a group, or grey where the record is still on its way. */
export const GridRow = <Row,>(props: RowProps<Row>) => {
  const { t } = useTranslation('ui');
  const { grid, index, top, entry, isCurrent, activeColumn, cellId } = props;
  if (entry?.kind === 'group') return <GroupRow {...props} entry={entry} />;
  const marks = grid.options.markable === true;
  const marked = entry !== undefined && grid.marked.has(entry.id);
  return (
    <div
      role="row"
      className="row"
      aria-rowindex={index + 2}
      aria-selected={marks ? marked : isCurrent}
      data-index={index}
      data-marked={marked ? '' : undefined}
      data-current={isCurrent ? '' : undefined}
      data-refused={entry !== undefined && grid.options.isRefused?.(entry.row) === true ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {marks ? (
        <div role="gridcell">
          <CheckSquare
            type="checkbox"
            tabIndex={-1}
            aria-label={t('grid.mark')}
            checked={marked}
            disabled={entry === undefined}
            onChange={() => {
              if (entry === undefined) return;
              const next = new Set(grid.marked);
              if (!next.delete(entry.id)) next.add(entry.id);
              grid.setMarked(next);
            }}
            sx={{ mt: 0 }}
          />
        </div>
      ) : null}
      {grid.columns.map(({ column }, place) => {
        const words = entry === undefined ? '' : cellText(column, entry.row);
        return (
          <div
            key={column.key}
            role="gridcell"
            id={cellId(index, place)}
            aria-colindex={place + 1}
            data-column={place}
            data-align={column.align}
            data-active={activeColumn === place ? '' : undefined}
            title={words === '' ? undefined : words}
          >
            {entry === undefined ? (
              <Skeleton variant="rectangular" height={12} width="70%" />
            ) : column.render === undefined ? (
              <span className="words">{words}</span>
            ) : (
              column.render(entry.row)
            )}
          </div>
        );
      })}
    </div>
  );
};
