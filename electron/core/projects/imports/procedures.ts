import { Readable } from 'node:stream';
import { implementer, type Core } from '../../core.ts';
import type { WorkbookOrder } from '../workbook/workbookTask.ts';
import { previewImport, runImport } from './import.ts';

const { projects: area } = implementer;

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook made in a thread; the ticket by which the door hands it out. */
async function offerWorkbook(core: Core, order: WorkbookOrder, signal: AbortSignal | undefined) {
  const { path, key } = core.workspace();
  const { resources, now = Date.now } = core.ports;
  const input = { path, key, resources, now: now(), order };
  const { bytes, name } = await core.workers.run('projectWorkbook', input, signal ? { signal } : {});
  const open = () => Readable.from([Buffer.from(bytes)]);
  return { ticket: core.tickets.offer({ name, mediaType: workbook, open }), name };
}

export const projectFilesProcedures = (core: Core) => ({
  previewImport: area.previewImport.handler(({ input, signal }) => previewImport(core, input, signal)),
  runImport: area.runImport.handler(({ input, context, signal }) =>
    core.longWorks.run(context.session, signal, (how) => runImport(core, core.author(context), input, how)),
  ),
  exportProject: area.exportProject.handler(({ input, signal }) =>
    offerWorkbook(core, { file: 'project', id: input.id }, signal),
  ),
  exportActivities: area.exportActivities.handler(({ input: { title, language, ...filter }, signal }) =>
    offerWorkbook(core, { file: 'activities', filter, title, language }, signal),
  ),
});
