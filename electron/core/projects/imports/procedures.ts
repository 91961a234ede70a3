import { AppError } from '../../../../shared/errors.ts';
import { implementer, type Core } from '../../core.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const projectFilesProcedures = (_core: Core) => ({
  previewImport: area.previewImport.handler(() => soon()),
  runImport: area.runImport.handler(() => soon()),
  exportProject: area.exportProject.handler(() => soon()),
  exportActivities: area.exportActivities.handler(() => soon()),
});
