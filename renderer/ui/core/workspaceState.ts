import { useQuery } from '@tanstack/react-query';
import type { WorkspaceState } from '../../../shared/contract/workspace.ts';
import { orpc } from './client.ts';

/** Whether a workspace is open, locked or none is, and which; undefined until the core has answered. */
export const useWorkspaceState = (): { state: WorkspaceState | undefined; error: unknown } => {
  const { data, error } = useQuery(orpc.workspace.state.queryOptions({ meta: { live: false } }));
  return { state: data, error };
};
