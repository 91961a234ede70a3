import { useEffect, useState } from 'react';
import { orpc, queryClient } from '../ui/core/client.ts';
import { dropWaiting, useWaitingFiles } from '../ui/core/openedFiles.ts';

/**
 * A workspace file that was opened by double click while none is open: the desktop has put it first among the known ones. Gives
 * its `ref`.
 */
export const useOpenedWorkspace = (): string | undefined => {
  const [ref, setRef] = useState<string>();
  const file = useWaitingFiles().find(({ kind }) => kind === 'workspace');
  useEffect(() => {
    if (file === undefined) return;
    dropWaiting(file.id);
    const take = async (): Promise<void> => {
      const taken = await file.take().catch(() => null);
      await queryClient.invalidateQueries({ queryKey: orpc.workspace.known.key() });
      if (taken !== null) setRef(taken.ticket);
    };
    void take();
  }, [file]);
  return ref;
};
