import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { foldText } from '../../shared/rules/fold.ts';
import { foldedMatcher } from '../ui/matchesWords.ts';
import { focusList } from '../ui/Split.tsx';

export type Search<Row> = {
  typed: string;
  setTyped: (typed: string) => void;
  /** Something is being looked for. */
  active: boolean;
  /** The rows in which every word typed occurs. */
  rows: readonly Row[] | undefined;
  box: RefObject<HTMLDivElement | null>;
  focus: () => void;
  /** From the field into the list, as soon as the list shows what was typed. */
  intoList: () => void;
};

/** Looks through all rows of a list as one types; texts are folded once for each reading of the list. */
export const useSearch = <Row>(rows: readonly Row[] | undefined, textOf: (row: Row) => string): Search<Row> => {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const [leaving, setLeaving] = useState(false);
  const isShown = text === typed.trim();
  useEffect(() => {
    if (!leaving || !isShown) return;
    setLeaving(false);
    focusList();
  }, [leaving, isShown]);
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
    intoList: () => setLeaving(true),
  };
};
