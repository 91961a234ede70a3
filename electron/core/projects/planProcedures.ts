import { actsOf, implementer, nowOf, type Core } from '../core.ts';
import { readProject } from './detail.ts';
import { readHome } from './home.ts';
import { readLate } from './late/late.ts';
import { linkMemorandum, unlinkMemorandum } from './links.ts';
import { listProjects } from './list.ts';
import { readNarratives, setNarrative } from './narratives.ts';
import { addPart, movePart, removePart, updatePart } from './parts/parts.ts';
import { createProject, removeProject, updateProject } from './planning.ts';

const { projects: area } = implementer;

export const planProcedures = (core: Core) => {
  const { done, doneTo, made } = actsOf(core);
  const now = () => nowOf(core);
  const { resources } = core.ports;
  return {
    list: area.list.handler(({ input }) => listProjects(core.workspace(), input, now())),
    get: area.get.handler(({ input }) => readProject(core.workspace(), resources, input.id, now())),
    home: area.home.handler(({ input }) => readHome(core.workspace(), resources, input.id, now())),
    create: area.create.handler(made(createProject)),
    update: area.update.handler(done(updateProject)),
    remove: area.remove.handler(doneTo(removeProject)),

    addPart: area.addPart.handler(({ input, context }) => ({
      id: addPart(core.workspace(), core.author(context), resources, input, now()),
    })),
    updatePart: area.updatePart.handler(({ input, context }) => {
      updatePart(core.workspace(), core.author(context), resources, input, now());
      return {};
    }),
    movePart: area.movePart.handler(done(movePart)),
    removePart: area.removePart.handler(done(removePart)),

    linkMemorandum: area.linkMemorandum.handler(done(linkMemorandum)),
    unlinkMemorandum: area.unlinkMemorandum.handler(done(unlinkMemorandum)),

    late: area.late.handler(({ input }) => readLate(core.workspace(), input, now())),
    narratives: area.narratives.handler(({ input }) => readNarratives(core.workspace(), input)),
    setNarrative: area.setNarrative.handler(({ input, context }) =>
      setNarrative(core.workspace(), core.author(context), input),
    ),
  };
};
