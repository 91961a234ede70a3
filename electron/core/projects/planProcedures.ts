import { implementer, type Core } from '../core.ts';
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
  const now = () => new Date((core.ports.now ?? Date.now)());
  const { resources } = core.ports;
  return {
    list: area.list.handler(({ input }) => listProjects(core.workspace(), input, now())),
    get: area.get.handler(({ input }) => readProject(core.workspace(), resources, input.id, now())),
    home: area.home.handler(({ input }) => readHome(core.workspace(), resources, input.id, now())),
    create: area.create.handler(({ input, context }) => ({
      id: createProject(core.workspace(), core.author(context), input),
    })),
    update: area.update.handler(({ input, context }) => {
      updateProject(core.workspace(), core.author(context), input);
      return {};
    }),
    remove: area.remove.handler(({ input, context }) => {
      removeProject(core.workspace(), core.author(context), input.id);
      return {};
    }),

    addPart: area.addPart.handler(({ input, context }) => ({
      id: addPart(core.workspace(), core.author(context), resources, input, now()),
    })),
    updatePart: area.updatePart.handler(({ input, context }) => {
      updatePart(core.workspace(), core.author(context), resources, input, now());
      return {};
    }),
    movePart: area.movePart.handler(({ input, context }) => {
      movePart(core.workspace(), core.author(context), input);
      return {};
    }),
    removePart: area.removePart.handler(({ input, context }) => {
      removePart(core.workspace(), core.author(context), input);
      return {};
    }),

    linkMemorandum: area.linkMemorandum.handler(({ input, context }) => {
      linkMemorandum(core.workspace(), core.author(context), input);
      return {};
    }),
    unlinkMemorandum: area.unlinkMemorandum.handler(({ input, context }) => {
      unlinkMemorandum(core.workspace(), core.author(context), input);
      return {};
    }),

    late: area.late.handler(({ input }) => readLate(core.workspace(), input, now())),
    narratives: area.narratives.handler(({ input }) => readNarratives(core.workspace(), input)),
    setNarrative: area.setNarrative.handler(({ input, context }) =>
      setNarrative(core.workspace(), core.author(context), input),
    ),
  };
};
