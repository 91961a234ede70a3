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

/** The moment by the clock of this program; tests have their own. */
export const nowOf = ({ ports }: Pick<Core, 'ports'>): Date => new Date((ports.now ?? Date.now)());

type Write<Input, Written> = (workspace: OpenWorkspace, author: Author, input: Input, now: Date) => Written;
type Call<Input> = { input: Input; context: CallContext };

/** Handlers of procedures that only write, each made of the function that does. */
export const actsOf = (core: Core) => {
  const act = <Input, Written>(write: Write<Input, Written>, { input, context }: Call<Input>): Written =>
    write(core.workspace(), core.author(context), input, nowOf(core));
  return {
    /** Answers nothing. */
    done:
      <Input>(write: Write<Input, void>) =>
      (call: Call<Input>): Record<string, never> => {
        act(write, call);
        return {};
      },
    /** What is done to a record as a whole. */
    doneTo:
      (write: (workspace: OpenWorkspace, author: Author, id: string) => void) =>
      ({ input, context }: Call<{ id: string }>): Record<string, never> => {
        write(core.workspace(), core.author(context), input.id);
        return {};
      },
    /** Answers the id of the new record. */
    made:
      <Input>(write: Write<Input, string>) =>
      (call: Call<Input>): { id: string } => ({ id: act(write, call) }),
  };
};
