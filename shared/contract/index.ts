import type { ContractRouterClient } from '@orpc/contract';
import { decisionsContract } from './decisions.ts';
import { directoryContract } from './directory.ts';
import { meetingsContract } from './meetings.ts';
import { reportsContract } from './reports.ts';
import { workspaceContract } from './workspace.ts';

/** Everything a page, a command or a script can ask of the core; one file an area. */
export const contract = {
  workspace: workspaceContract,
  directory: directoryContract,
  meetings: meetingsContract,
  decisions: decisionsContract,
  reports: reportsContract,
};

export type Contract = typeof contract;
export type Client = ContractRouterClient<Contract>;
