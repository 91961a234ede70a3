import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { orpc } from '../ui/core/client.ts';
import { useHeld } from '../ui/core/holding.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { FirstRun } from './FirstRun.tsx';
import { OpenPage } from './OpenPage.tsx';
import { UnlockPage } from './UnlockPage.tsx';
import { useOpenedWorkspace } from './useOpenedWorkspace.ts';

type View = 'known' | 'new';

/** What stands in the window while no workspace is open: the first start, the list of known ones, or the lock. */
export const Start = ({ state }: { state: WorkspaceState }) => {
  const [chosen, setChosen] = useState<View>();
  const settingUp = useHeld() === 'start';
  const { data: known } = useQuery(orpc.workspace.known.queryOptions());
  const opened = useOpenedWorkspace();
  const isOther = opened !== undefined && opened !== state.workspace?.ref;
  if (state.status === 'locked' && state.workspace !== null && chosen === undefined && !isOther && !settingUp) {
    return <UnlockPage workspace={state.workspace} onOther={() => setChosen('known')} />;
  }
  if (known === undefined) return <Waiting />;
  // the form stays where it is while the new file is being made and its sheet is shown
  const view = settingUp ? 'new' : (chosen ?? (known.length > 0 ? 'known' : 'new'));
  if (view === 'new') return <FirstRun keyStore={state.keyStore} onOther={() => setChosen('known')} />;
  return <OpenPage key={opened} known={known} keyStore={state.keyStore} onNew={() => setChosen('new')} />;
};
