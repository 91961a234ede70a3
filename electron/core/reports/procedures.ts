import { Readable } from 'node:stream';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import { today as dayOf } from '../../../shared/dates.ts';
import { implementer, nowOf, type Core } from '../core.ts';
import { patiently } from '../workspace/writeGate.ts';
import { noteExport, readLibrary, removeFromLibrary } from './library.ts';
import type { Report } from './makeReport.ts';
import { makeWorkbook } from './makeWorkbook.ts';

const { reports: area } = implementer;

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Made in a worker beside the core, so that nothing waits for it. */
const make = (core: Core, request: ReportRequest, signal: AbortSignal | undefined): Promise<Report> => {
  const { path, key } = core.workspace();
  const today = dayOf(nowOf(core));
  const input = { path, key, resources: core.ports.resources, request, today };
  return core.workers.run('report', input, signal ? { signal } : {});
};

const handOut = (core: Core, name: string, mediaType: string, bytes: Uint8Array): string =>
  core.tickets.offer({ name, mediaType, open: () => Readable.from([Buffer.from(bytes)]) });

export const reportsProcedures = (core: Core) => {
  const now = core.ports.now ?? Date.now;
  return area.router({
    preview: area.preview.handler(async ({ input, signal }) => {
      const begun = performance.now();
      const { bytes, name, draft, superseded } = await make(core, input, signal);
      const base64 = Buffer.from(bytes).toString('base64');
      return { name, base64, draft, superseded, milliseconds: Math.round(performance.now() - begun) };
    }),
    export: area.export.handler(async ({ input, context, signal }) => {
      const workspace = core.workspace();
      const stateClock = workspace.ledger.lastClock();
      const report = await make(core, input, signal);
      const at = new Date(now()).toISOString();
      // Not by the whole call again: making it is the long part.
      await patiently(() => noteExport(workspace, core.author(context), { request: input, report, stateClock, at }));
      return { ticket: handOut(core, report.name, wordFile, report.bytes), name: report.name };
    }),
    library: area.library.handler(() => readLibrary(core.workspace())),
    exportList: area.exportList.handler(async ({ input }) => {
      const { bytes, name } = await makeWorkbook(core, input);
      return { ticket: handOut(core, name, workbook, bytes), name };
    }),
    removeFromLibrary: area.removeFromLibrary.handler(({ input, context }) => {
      removeFromLibrary(core.workspace(), core.author(context), input.id);
      return {};
    }),
  });
};
