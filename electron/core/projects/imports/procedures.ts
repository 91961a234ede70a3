import { AppError } from '../../../../shared/errors.ts';
import { implementer, type Core } from '../../core.ts';
import { previewImport, runImport } from './import.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const projectFilesProcedures = (core: Core) => ({
  previewImport: area.previewImport.handler(({ input }) => previewImport(core, input)),
  runImport: area.runImport.handler(({ input, context }) => runImport(core, core.author(context), input)),
  exportProject: area.exportProject.handler(() => soon()),
  exportActivities: area.exportActivities.handler(() => soon()),
});
