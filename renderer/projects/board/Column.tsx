import { styled } from '@mui/material/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityRow } from '../../../shared/contract/activityViews.ts';
import { Chip } from '../../ui/Chip.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { daysOf, periodText } from '../activities/days.ts';
import type { BoardColumn } from './columns.ts';

const cardHeight = 98;
const gap = 8;

const Frame = styled('section')({
  flex: '1 1 0',
  minWidth: 170,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  borderRadius: 8,
  background: 'var(--sunken)',
  '&[data-over]': { outline: '2px dashed var(--ink)', outlineOffset: -2 },
  '& > h2': { display: 'flex', alignItems: 'center', gap: 8, padding: '8px 12px 6px' },
  '@media print': { breakInside: 'auto' },
});

const List = styled('div')({
  flex: 1,
  minHeight: 60,
  overflow: 'auto',
  padding: '2px 8px 8px',
  outline: 'none',
  borderRadius: 8,
  '&:focus-visible': { boxShadow: 'inset 0 0 0 2px var(--ink-mid)' },
  '&:focus-visible [data-current]': { outline: '2px solid var(--ink)', outlineOffset: 1 },
});

const Card = styled('div')({
  position: 'absolute',
  left: 0,
  right: 0,
  height: cardHeight,
  padding: '7px 10px',
  borderRadius: 6,
  border: '1px solid var(--line)',
  background: 'var(--surface)',
  cursor: 'grab',
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  overflow: 'hidden',
  '&[data-current]': {
    background: 'var(--ink-soft)',
    borderColor: 'var(--ink-mid)',
    boxShadow: 'inset 3px 0 var(--ink)',
  },
  '&[data-late]': { borderLeft: '3px solid var(--red)' },
  '& > .title': {
    // Two lines stay two lines: in a narrow card the others give way.
    flex: 'none',
    fontSize: 13,
    fontWeight: 550,
    lineHeight: 1.3,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  '& > .foot': { display: 'flex', alignItems: 'center', gap: 6, fontSize: 12, color: 'var(--soft)', marginTop: 'auto' },
});

/** What a drag carries. */
export const dragged = 'application/x-viche-activity';

const CardOf = ({ row }: { row: ActivityRow }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  return (
    <>
      <span className="title" title={row.title}>
        {row.title}
      </span>
      <span className="foot cut" style={{ marginTop: 0, display: 'block' }}>
        {[row.number, t(`vocabulary:activityKind.${row.kind}`), row.where].filter(Boolean).join(' · ')}
      </span>
      <span className="foot">
        <span className="cut" style={{ flex: 1 }}>
          {periodText(daysOf(row), language) || t('timeline.noDays')}
        </span>
        {row.state === 'late' ? (
          <Chip size="small" tone="red">
            {t('vocabulary:activityState.late')}
          </Chip>
        ) : null}
        {row.participants === null ? null : <span>{t('timeline.participants', { count: row.participants })}</span>}
      </span>
    </>
  );
};

/** One status with its cards; the arrows move in it, cards are dragged onto it. */
export const Column = (props: {
  column: BoardColumn;
  title: string;
  current: string | null;
  /** The focus belongs here: a key has led to this column. */
  takesFocus: boolean;
  onFocused: () => void;
  onCurrent: (id: string) => void;
  onOpen: () => void;
  onDrop: (id: string) => void;
}) => {
  const { column, current, takesFocus, onFocused } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const at = column.rows.findIndex((row) => row.id === current);
  const virtual = useVirtualizer({
    count: column.rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => cardHeight + gap,
    overscan: 6,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    if (!takesFocus) return;
    list.current?.focus();
    onFocused();
  }, [takesFocus, onFocused]);
  const accepts = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(dragged)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <Frame
      aria-labelledby={`${id}-title`}
      data-over={over ? '' : undefined}
      onDragOver={accepts}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDrop(event.dataTransfer.getData(dragged));
      }}
    >
      <h2 id={`${id}-title`}>
        {props.title}
        <span className="soft" style={{ fontWeight: 450 }}>
          {column.rows.length}
        </span>
      </h2>
      <List
        ref={list}
        role="listbox"
        tabIndex={0}
        data-status={column.status}
        aria-labelledby={`${id}-title`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${column.rows[at]?.id ?? ''}`}
        onFocus={() => {
          const [first] = column.rows;
          if (at < 0 && first !== undefined) props.onCurrent(first.id);
        }}
        onDoubleClick={props.onOpen}
      >
        <div role="presentation" style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = column.rows[index];
            return row === undefined ? null : (
              <Card
                key={row.id}
                id={`${id}-${row.id}`}
                role="option"
                aria-selected={row.id === current}
                aria-setsize={column.rows.length}
                aria-posinset={index + 1}
                data-current={row.id === current ? '' : undefined}
                data-late={row.state === 'late' ? '' : undefined}
                draggable
                style={{ top: start }}
                onDragStart={(event) => {
                  event.dataTransfer.setData(dragged, row.id);
                  event.dataTransfer.effectAllowed = 'move';
                }}
                onMouseDown={() => props.onCurrent(row.id)}
              >
                <CardOf row={row} />
              </Card>
            );
          })}
        </div>
      </List>
    </Frame>
  );
};
