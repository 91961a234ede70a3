import { styled } from '@mui/material/styles';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { DragIcon } from './icons.tsx';

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, position: 'relative' });

const Entry = styled('li')({
  position: 'relative',
  '&[data-dragged]': { opacity: 0.55 },
  '&[data-before]::before, &[data-after]::after': {
    content: '""',
    position: 'absolute',
    left: 0,
    right: 0,
    height: 2,
    background: 'var(--ink)',
    zIndex: 1,
  },
  '&[data-before]::before': { top: -1 },
  '&[data-after]::after': { bottom: -1 },
});

const Handle = styled('button')({
  border: 0,
  background: 'none',
  padding: 4,
  display: 'inline-flex',
  color: 'var(--faint)',
  cursor: 'grab',
  borderRadius: 4,
  touchAction: 'none',
  '&:hover': { color: 'var(--text)', background: 'var(--fill)' },
});

export type ReorderListProps<T> = {
  label: string;
  items: readonly T[];
  getKey: (item: T) => string;
  /** The name that is said when it moves. */
  getLabel: (item: T) => string;
  /** Puts the handle where it wants it; `dragged` while the pointer holds it. */
  renderItem: (item: T, place: { handle: ReactNode; index: number; dragged: boolean }) => ReactNode;
  /** To this place, counted from 0 after taking the item out. */
  onMove: (key: string, to: number) => void;
  disabled?: boolean;
};

/** Which gap the pointer is over: 0 before the first … n after the last. */
const gapAt = (list: HTMLElement, y: number): number => {
  const middles = [...list.children].map((child) => {
    const { top, height } = child.getBoundingClientRect();
    return top + height / 2;
  });
  const below = middles.findIndex((middle) => y < middle);
  return below < 0 ? middles.length : below;
};

/** How long an order that the core has not confirmed is shown, in milliseconds. */
const trusted = 2000;

/** The items as the person has just put them, until the ones given come in a new order. */
const useOwnOrder = <T,>(given: readonly T[], getKey: (item: T) => string) => {
  const [own, setOwn] = useState<{ given: readonly T[]; keys: readonly string[] }>();
  const current = own?.given === given ? own : undefined;
  const places = new Map(current?.keys.map((key, index) => [key, index]));
  const items =
    current === undefined
      ? given
      : given.toSorted((a, b) => (places.get(getKey(a)) ?? 0) - (places.get(getKey(b)) ?? 0));
  useEffect(() => {
    if (own === undefined) return undefined;
    const timer = setTimeout(() => setOwn(undefined), trusted);
    return () => clearTimeout(timer);
  }, [own]);
  return { items, put: (keys: readonly string[]) => setOwn({ given, keys }) };
};

/** A list whose order the person sets: by the pointer on the handle, or with Alt and the arrows anywhere in the item. */
export const ReorderList = <T,>(props: ReorderListProps<T>) => {
  const { getKey, getLabel, onMove, disabled = false } = props;
  const { items, put } = useOwnOrder(props.items, getKey);
  const { t } = useTranslation('ui');
  const how = useId();
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<{ key: string; gap: number }>();
  const [said, setSaid] = useState('');
  const focused = useRef<Element | null>(null);
  // an element that is put elsewhere in the page loses the focus
  useLayoutEffect(() => {
    const was = focused.current;
    if (was instanceof HTMLElement && was !== document.activeElement && list.current?.contains(was) === true)
      was.focus();
    focused.current = null;
  });

  const move = (from: number, to: number): void => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || to === from) return;
    focused.current = document.activeElement;
    const keys = items.map(getKey).filter((key) => key !== getKey(item));
    put([...keys.slice(0, to), getKey(item), ...keys.slice(to)]);
    onMove(getKey(item), to);
    setSaid(t('reorder.moved', { name: getLabel(item), place: to + 1, total: items.length }));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (disabled || !event.altKey || event.ctrlKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + (event.code === 'ArrowUp' ? -1 : 1));
  };
  const drop = (index: number): void => {
    if (drag !== undefined) move(index, drag.gap > index ? drag.gap - 1 : drag.gap);
    setDrag(undefined);
  };
  const handleOf = (item: T, index: number): ReactNode =>
    disabled ? null : (
      <Handle
        type="button"
        aria-label={t('reorder.handle', { name: getLabel(item) })}
        aria-describedby={how}
        onPointerDown={(event: PointerEvent<HTMLButtonElement>) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ key: getKey(item), gap: index });
        }}
        onPointerMove={(event: PointerEvent) => {
          if (drag !== undefined && list.current !== null)
            setDrag({ ...drag, gap: gapAt(list.current, event.clientY) });
        }}
        onPointerUp={() => drop(index)}
        onPointerCancel={() => setDrag(undefined)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.code === 'Escape' && drag !== undefined) {
            event.stopPropagation();
            setDrag(undefined);
          }
        }}
      >
        <DragIcon />
      </Handle>
    );
  const held = drag === undefined ? -1 : items.findIndex((item) => getKey(item) === drag.key);
  const moves = drag !== undefined && drag.gap !== held && drag.gap !== held + 1;

  return (
    <>
      <List ref={list} aria-label={props.label}>
        {items.map((item, index) => (
          <Entry
            key={getKey(item)}
            data-dragged={index === held ? '' : undefined}
            data-before={moves && drag.gap === index ? '' : undefined}
            data-after={moves && drag.gap === items.length && index === items.length - 1 ? '' : undefined}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {props.renderItem(item, { handle: handleOf(item, index), index, dragged: index === held })}
          </Entry>
        ))}
      </List>
      <span id={how} className="unseen">
        {t('reorder.how')}
      </span>
      <div className="unseen" role="status">
        {said}
      </div>
    </>
  );
};
