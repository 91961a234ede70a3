import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import type { Grid } from '../ui/grid/gridTypes.ts';

/** Makes the record of the address the current row as soon as the list is here: a link leads to it. */
export const useRecordPlace = <Row>(grid: Grid<Row>, onFound: () => void): void => {
  const { id } = useParams();
  const done = useRef<string>(undefined);
  const { setCurrent, indexOf } = grid;
  const here = id !== undefined && indexOf(id) >= 0;
  useEffect(() => {
    if (id === undefined || !here || done.current === id) return;
    done.current = id;
    setCurrent(id);
    onFound();
  });
};
