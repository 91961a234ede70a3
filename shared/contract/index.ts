import type { ContractRouterClient } from '@orpc/contract';
import { decisionsContract } from './decisions.ts';
import { directoryContract } from './directory.ts';
import { exchangeContract } from './exchange.ts';
import { meetingsContract } from './meetings.ts';
import { memorandaContract } from './memoranda.ts';
import { projectsContract } from './projects.ts';
import { reportsContract } from './reports.ts';
import { searchContract } from './search.ts';
import { todayContract } from './today.ts';
import { workspaceContract } from './workspace.ts';

/** Everything a page, a command or a script can ask of the core; one file an area. */
export const contract = {
  workspace: workspaceContract,
  directory: directoryContract,
  meetings: meetingsContract,
  decisions: decisionsContract,
  memoranda: memorandaContract,
  projects: projectsContract,
  exchange: exchangeContract,
  today: todayContract,
  search: searchContract,
  reports: reportsContract,
};

export type Contract = typeof contract;
export type Client = ContractRouterClient<Contract>;
