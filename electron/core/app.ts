import { randomUUID } from 'node:crypto';
import { ORPCError, type Router } from '@orpc/server';
import type { Contract } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors.ts';
import { implementer, type Core } from './core.ts';
import { createLongWorks } from './longWork.ts';
import { decisionsProcedures } from './decisions/procedures.ts';
import { directoryProcedures } from './directory/procedures.ts';
import { createExchange } from './exchange/procedures.ts';
import { createTickets } from './files/tickets.ts';
import { meetingsProcedures } from './meetings/procedures.ts';
import { memorandaProcedures } from './memoranda/procedures.ts';
import type { CallContext, Ports } from './ports.ts';
import { projectsProcedures } from './projects/procedures.ts';
import { reportsProcedures } from './reports/procedures.ts';
import { isStream, refusing } from './streams.ts';
import { todayProcedures } from './today/procedures.ts';
import { searchProcedures } from './search/procedures.ts';
import { traceOf } from './traceOf.ts';
import { createWorkers } from './worker/workers.ts';
import { inWords } from './workspace/database.ts';
import { createInstallation } from './workspace/installation.ts';
import { createManager } from './workspace/manager.ts';
import { workspaceProcedures } from './workspace/procedures.ts';
import { patiently } from './workspace/writeGate.ts';

/** The composition root: puts the areas together behind one router. No Electron in it. */
export function createApp(ports: Ports) {
  const now = ports.now ?? Date.now;
  const tickets = createTickets(now);
  const workers = createWorkers(ports.worker);
  const installation = createInstallation(ports.installation);
  const manager = createManager(ports, installation, tickets, workers);
  const core: Core = {
    ports,
    tickets,
    workers,
    longWorks: createLongWorks(),
    workspace: manager.current,
    author: (context) => manager.author(context.session),
  };

  /** A refusal crosses as data; a mistake of ours is logged under an id, and the page learns only the id. */
  const refuse = (error: unknown): unknown => {
    const worded = inWords(error);
    if (worded instanceof AppError) {
      const { code, params, field } = worded;
      return new ORPCError('REFUSED', {
        status: 422,
        defined: true,
        data: { code, params, ...(field ? { field } : {}) },
      });
    }
    if (worded instanceof ORPCError && worded.code !== 'INTERNAL_SERVER_ERROR') return worded;
    const id = randomUUID().slice(0, 8);
    ports.log({ level: 'error', id, message: traceOf(worded) });
    return new ORPCError('UNEXPECTED', { status: 500, defined: true, data: { id } });
  };

  const exchange = createExchange(core, manager);
  const router: Router<Contract, CallContext> = implementer
    .use(async ({ next }) => {
      try {
        // A call that has to wait for a big write begins anew after it: what it looked at may be different then.
        const result = await patiently(async () => next());
        return isStream(result.output) ? { ...result, output: refusing(result.output, refuse) } : result;
      } catch (error) {
        throw refuse(error);
      }
    })
    .router({
      workspace: workspaceProcedures(core, manager),
      directory: directoryProcedures(core),
      meetings: meetingsProcedures(core),
      decisions: decisionsProcedures(core),
      memoranda: memorandaProcedures(core),
      projects: projectsProcedures(core),
      exchange: exchange.procedures,
      today: todayProcedures(core, exchange.waitingInFolder),
      reports: reportsProcedures(core),
      search: searchProcedures(core),
    });

  return {
    router,
    tickets,
    manager,
    async close() {
      await manager.shutDown();
      await workers.stop();
    },
  };
}

export type App = ReturnType<typeof createApp>;
