import { useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckSquare } from '../Checkbox.tsx';
import { ChevronDownIcon, ChevronUpIcon } from '../icons.tsx';
import type { Grid, ShownColumn } from './gridTypes.ts';

/** The edge of a column by which the pointer sets its width; the keyboard does it with Alt and ←, →. */
const Grip = <Row,>({ grid, column }: { grid: Grid<Row>; column: ShownColumn<Row>['column'] }) => {
  const [held, setHeld] = useState<{ from: number; width: number }>();
  const begin = (event: PointerEvent<HTMLSpanElement>): void => {
    const cell = event.currentTarget.parentElement;
    if (cell === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ from: event.clientX, width: cell.offsetWidth });
  };
  return (
    <span
      className="grip"
      aria-hidden="true"
      data-held={held === undefined ? undefined : ''}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (held !== undefined) grid.setWidth(column.key, held.width + event.clientX - held.from);
      }}
      onPointerUp={() => setHeld(undefined)}
    />
  );
};

const orderOf = (sort: Grid<never>['sort'], key: string): 'ascending' | 'descending' | undefined => {
  if (sort?.key !== key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
};

const OrderMark = ({ order }: { order: 'ascending' | 'descending' | undefined }) => {
  if (order === undefined) return null;
  return order === 'ascending' ? <ChevronUpIcon size={13} /> : <ChevronDownIcon size={13} />;
};

/** The headings: pressing one orders by it, its edge sets the width. */
export const GridHead = <Row,>({
  grid,
  cellId,
  active,
}: {
  grid: Grid<Row>;
  cellId: (row: number, column: number) => string;
  /** The heading that the keyboard is on. */
  active: number | undefined;
}) => {
  const { t } = useTranslation('ui');
  const { options, columns, sort, marked, shown } = grid;
  return (
    <div role="rowgroup" style={{ position: 'sticky', top: 0, zIndex: 2, minWidth: 'var(--least)' }}>
      <div role="row" className="head" aria-rowindex={1}>
        {options.markable === true ? (
          <div role="columnheader">
            <CheckSquare
              type="checkbox"
              tabIndex={-1}
              aria-label={t('grid.markAll')}
              checked={marked.size > 0 && marked.size === shown}
              ref={(element: HTMLInputElement | null) => {
                if (element !== null) element.indeterminate = marked.size > 0 && marked.size < shown;
              }}
              onChange={(event) => (event.target.checked ? grid.markAll() : grid.setMarked(new Set()))}
              sx={{ mt: 0 }}
            />
          </div>
        ) : null}
        {columns.map(({ column }, index) => {
          const order = orderOf(sort, column.key);
          const sortable = column.sortable !== false;
          return (
            <div
              key={column.key}
              role="columnheader"
              id={cellId(-1, index)}
              aria-colindex={index + 1}
              aria-sort={order}
              data-align={column.align}
              data-active={active === index ? '' : undefined}
              title={column.title}
            >
              {sortable ? (
                <button type="button" tabIndex={-1} onClick={() => grid.toggleSort(column.key)}>
                  <span className="cut">{column.title}</span>
                  <OrderMark order={order} />
                </button>
              ) : (
                <span className="cut">{column.title}</span>
              )}
              <Grip grid={grid} column={column} />
            </div>
          );
        })}
      </div>
    </div>
  );
};
