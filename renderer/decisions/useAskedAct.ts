import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { DecisionActs } from './useDecisionActs.tsx';

/** The acts that an address can ask for beside the decision: `?act=note`. */
const acts = ['note', 'deadline', 'done'] as const;

/** Begins the act that the address asks for on its decision, once for each visit. */
export const useAskedAct = (asked: string | undefined, ways: DecisionActs): void => {
  const { search, key } = useLocation();
  const begun = useRef<string>(undefined);
  const act = acts.find((each) => each === new URLSearchParams(search).get('act'));
  useEffect(() => {
    if (asked === undefined || act === undefined || begun.current === key) return;
    begun.current = key;
    ways[act]([asked]);
  }, [asked, act, key, ways]);
};
