import { implement } from '@orpc/server';
import type { Author } from './ledger/ledger.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Tickets } from './files/tickets.ts';
import type { CallContext, Ports } from './ports.ts';
import type { OpenWorkspace } from './workspace/open.ts';
import type { LongWorks } from './longWork.ts';
import type { Workers } from './worker/workers.ts';

/** What every area's procedures are made from. */
export interface Core {
  ports: Ports;
  tickets: Tickets;
  workers: Workers;
  /** Work that streams how far it is. */
  longWorks: LongWorks;
  /** The open workspace. Throws `noWorkspace`, `workspaceLocked`. */
  workspace(): OpenWorkspace;
  /** Who writes, for the ledger. */
  author(context: CallContext): Author;
}

/** The contract with its context; each area implements its part of it. */
export const implementer = implement(contract).$context<CallContext>();
