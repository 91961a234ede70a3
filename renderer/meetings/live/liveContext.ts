import { createContext, useContext } from 'react';
import type { ItemView, MeetingDetail } from '../../../shared/contract/meetings.ts';
import type { Names } from '../names/names.ts';
import type { Acts } from '../../ui/core/acts.ts';
import type { WordsKeeper } from '../words/keeper.ts';
import type { WordsDialog } from './wordsDialogs.ts';

/** What every part of the minutes screen needs. */
export type Live = {
  meeting: MeetingDetail;
  item: ItemView;
  names: Names;
  keeper: WordsKeeper;
  acts: Acts;
  /** Opens a dialog about a record; the focus comes back to the text. */
  ask: (dialog: WordsDialog) => void;
};

const Context = createContext<Live | null>(null);

export const LiveProvider = Context.Provider;

/** Throws where there is no minutes screen around: a mistake of ours. */
export const useLive = (): Live => {
  const live = useContext(Context);
  if (live === null) throw new Error('useLive outside the minutes screen');
  return live;
};
