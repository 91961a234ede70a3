import { useDeferredValue, useMemo, useRef, useState, type RefObject } from 'react';
import { foldText } from '../../shared/rules/fold.ts';
import { foldedMatcher } from '../ui/matchesWords.ts';

export type Search<Row> = {
  typed: string;
  setTyped: (typed: string) => void;
  /** Something is being looked for. */
  active: boolean;
  /** The rows in which every word typed occurs. */
  rows: readonly Row[] | undefined;
  box: RefObject<HTMLDivElement | null>;
  focus: () => void;
};

/** Looks through all rows of a list as one types; texts are folded once for each reading of the list. */
export const useSearch = <Row>(rows: readonly Row[] | undefined, textOf: (row: Row) => string): Search<Row> => {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const box = useRef<HTMLDivElement>(null);
  const folded = useMemo(() => rows?.map((row) => ({ row, text: foldText(textOf(row)) })), [rows, textOf]);
  const found = useMemo(() => {
    if (text === '' || folded === undefined) return rows;
    const matches = foldedMatcher(text);
    return folded.filter((one) => matches(one.text)).map(({ row }) => row);
  }, [rows, folded, text]);
  return {
    typed,
    setTyped,
    active: text !== '',
    rows: found,
    box,
    focus: () => box.current?.querySelector('input')?.focus(),
  };
};
