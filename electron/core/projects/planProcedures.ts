import { AppError } from '../../../shared/errors.ts';
import { implementer, type Core } from '../core.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const planProcedures = (_core: Core) => ({
  list: area.list.handler(() => soon()),
  get: area.get.handler(() => soon()),
  home: area.home.handler(() => soon()),
  create: area.create.handler(() => soon()),
  update: area.update.handler(() => soon()),
  remove: area.remove.handler(() => soon()),
  addPart: area.addPart.handler(() => soon()),
  updatePart: area.updatePart.handler(() => soon()),
  movePart: area.movePart.handler(() => soon()),
  removePart: area.removePart.handler(() => soon()),
  linkMemorandum: area.linkMemorandum.handler(() => soon()),
  unlinkMemorandum: area.unlinkMemorandum.handler(() => soon()),
  late: area.late.handler(() => soon()),
  narratives: area.narratives.handler(() => soon()),
  setNarrative: area.setNarrative.handler(() => soon()),
});
