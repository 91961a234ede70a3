import { useRef, useState } from 'react';
import { placeInWhole } from './placeInWhole.ts';

type Row = { id: string };

const inOrder = <T extends Row>(rows: readonly T[], order: readonly string[] | undefined): readonly T[] => {
  if (order === undefined) return rows;
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: T): number => places.get(id) ?? order.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/**
 * A list that shows at once where the person has put a row, while the core is told of it: moves by a held key follow each
 * other faster than the list can be read again.
 */
export const useReorder = <T extends Row>(options: {
  rows: readonly T[];
  /** Rows that are on the screen; the others keep their places. */
  isShown: (row: T) => boolean;
  /** Tells the core; does not fail. */
  send: (id: string, to: number) => Promise<unknown>;
  refetch: () => Promise<unknown>;
}) => {
  const { rows, isShown, send, refetch } = options;
  const [order, setOrder] = useState<readonly string[]>();
  const sending = useRef({ last: Promise.resolve<unknown>(undefined), left: 0 });
  const whole = inOrder(rows, order);
  const shown = whole.filter(isShown);
  const move = async (id: string, to: number): Promise<void> => {
    const ids = whole.map((row) => row.id);
    const place = placeInWhole(
      ids,
      shown.map((row) => row.id),
      id,
      to,
    );
    setOrder(ids.filter((one) => one !== id).toSpliced(place, 0, id));
    const queue = sending.current;
    queue.left += 1;
    queue.last = queue.last.then(() => send(id, place));
    await queue.last;
    queue.left -= 1;
    if (queue.left > 0) return;
    await refetch();
    setOrder(undefined);
  };
  return { shown, move: (id: string, to: number): void => void move(id, to) };
};
