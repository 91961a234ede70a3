import { implementer, type Core } from '../core.ts';
import {
  addAmendedClause,
  addAmendment,
  removeAmendedClause,
  removeAmendment,
  signAmendment,
  updateAmendedClause,
  updateAmendment,
} from './amendments.ts';
import { addClause, moveClause, removeClause, updateClause } from './clauses.ts';
import { compareTexts } from './comparison.ts';
import { attach, detach, offerFile } from './files.ts';
import { addLibraryClause, readLibrary, removeLibraryClause, updateLibraryClause } from './library.ts';
import { listMemoranda } from './list.ts';
import { readObligation } from './obligationDetail.ts';
import {
  addObligation,
  addObligationNote,
  linkDecision,
  moveObligation,
  removeObligation,
  removeObligationNote,
  setObligationState,
  unlinkDecision,
  updateObligation,
} from './obligations.ts';
import { addParty, moveParty, removeParty, updateParty } from './parties.ts';
import { createMemorandum, removeMemorandum, updateMemorandum } from './planning.ts';
import { proposeAgendaItem } from './proposal.ts';
import { readReadiness } from './readiness.ts';
import { exportRegister } from './register.ts';
import { agree, reinstate, reopen, sign, terminate } from './signing.ts';
import { keepVersion, listVersions, readVersion } from './versions.ts';
import { readMemorandum } from './views.ts';

const { memoranda: area } = implementer;

export const memorandaProcedures = (core: Core) => {
  const now = () => new Date((core.ports.now ?? Date.now)());
  const { resources } = core.ports;
  return area.router({
    list: area.list.handler(({ input }) => listMemoranda(core.workspace(), input, now())),
    get: area.get.handler(({ input }) => readMemorandum(core.workspace(), resources, input.id, now())),
    create: area.create.handler(({ input, context }) => ({
      id: createMemorandum(core.workspace(), core.author(context), resources, input, now()),
    })),
    update: area.update.handler(({ input, context }) => {
      updateMemorandum(core.workspace(), core.author(context), input);
      return {};
    }),
    remove: area.remove.handler(({ input, context }) => {
      removeMemorandum(core.workspace(), core.author(context), input.id);
      return {};
    }),

    addParty: area.addParty.handler(({ input, context }) => ({
      id: addParty(core.workspace(), core.author(context), input),
    })),
    updateParty: area.updateParty.handler(({ input, context }) => {
      updateParty(core.workspace(), core.author(context), input);
      return {};
    }),
    moveParty: area.moveParty.handler(({ input, context }) => {
      moveParty(core.workspace(), core.author(context), input);
      return {};
    }),
    removeParty: area.removeParty.handler(({ input, context }) => {
      removeParty(core.workspace(), core.author(context), input.id);
      return {};
    }),

    addClause: area.addClause.handler(({ input, context }) => ({
      id: addClause(core.workspace(), core.author(context), resources, input),
    })),
    updateClause: area.updateClause.handler(({ input, context }) =>
      updateClause(core.workspace(), core.author(context), input),
    ),
    moveClause: area.moveClause.handler(({ input, context }) => {
      moveClause(core.workspace(), core.author(context), input);
      return {};
    }),
    removeClause: area.removeClause.handler(({ input, context }) => {
      removeClause(core.workspace(), core.author(context), input.id);
      return {};
    }),

    library: area.library.handler(({ input }) => readLibrary(core.workspace(), resources, input.language)),
    addLibraryClause: area.addLibraryClause.handler(({ input, context }) => ({
      id: addLibraryClause(core.workspace(), core.author(context), input),
    })),
    updateLibraryClause: area.updateLibraryClause.handler(({ input, context }) => {
      updateLibraryClause(core.workspace(), core.author(context), input);
      return {};
    }),
    removeLibraryClause: area.removeLibraryClause.handler(({ input, context }) => {
      removeLibraryClause(core.workspace(), core.author(context), input.id);
      return {};
    }),

    addObligation: area.addObligation.handler(({ input, context }) => ({
      id: addObligation(core.workspace(), core.author(context), input),
    })),
    updateObligation: area.updateObligation.handler(({ input, context }) => {
      updateObligation(core.workspace(), core.author(context), input);
      return {};
    }),
    moveObligation: area.moveObligation.handler(({ input, context }) => {
      moveObligation(core.workspace(), core.author(context), input);
      return {};
    }),
    removeObligation: area.removeObligation.handler(({ input, context }) => {
      removeObligation(core.workspace(), core.author(context), input.id);
      return {};
    }),
    obligation: area.obligation.handler(({ input }) => readObligation(core.workspace(), input.id, now())),
    setObligationState: area.setObligationState.handler(({ input, context }) => {
      setObligationState(core.workspace(), core.author(context), input, now());
      return {};
    }),
    addObligationNote: area.addObligationNote.handler(({ input, context }) => ({
      id: addObligationNote(core.workspace(), core.author(context), input),
    })),
    removeObligationNote: area.removeObligationNote.handler(({ input, context }) => {
      removeObligationNote(core.workspace(), core.author(context), input.id);
      return {};
    }),
    linkDecision: area.linkDecision.handler(({ input, context }) => {
      linkDecision(core.workspace(), core.author(context), input);
      return {};
    }),
    unlinkDecision: area.unlinkDecision.handler(({ input, context }) => {
      unlinkDecision(core.workspace(), core.author(context), input);
      return {};
    }),

    keepVersion: area.keepVersion.handler(({ input, context }) => ({
      id: keepVersion(core.workspace(), core.author(context), resources, input, now()),
    })),
    versions: area.versions.handler(({ input }) => listVersions(core.workspace(), input.id, now())),
    version: area.version.handler(({ input }) => readVersion(core.workspace(), input.id)),
    compare: area.compare.handler(({ input }) => compareTexts(core.workspace(), resources, input, now())),

    readiness: area.readiness.handler(({ input }) => readReadiness(core.workspace(), resources, input.id, now())),
    agree: area.agree.handler(({ input, context }) => {
      agree(core.workspace(), core.author(context), resources, input, now());
      return {};
    }),
    reopen: area.reopen.handler(({ input, context }) => {
      reopen(core.workspace(), core.author(context), input.id);
      return {};
    }),
    sign: area.sign.handler(({ input, context }) =>
      sign(core.workspace(), core.author(context), resources, input, now()),
    ),
    terminate: area.terminate.handler(({ input, context }) => {
      terminate(core.workspace(), core.author(context), input);
      return {};
    }),
    reinstate: area.reinstate.handler(({ input, context }) => {
      reinstate(core.workspace(), core.author(context), input.id);
      return {};
    }),
    proposeAgendaItem: area.proposeAgendaItem.handler(({ input, context }) => ({
      itemId: proposeAgendaItem(core.workspace(), core.author(context), resources, input, now()),
    })),

    addAmendment: area.addAmendment.handler(({ input, context }) => ({
      id: addAmendment(core.workspace(), core.author(context), input, now()),
    })),
    updateAmendment: area.updateAmendment.handler(({ input, context }) => {
      updateAmendment(core.workspace(), core.author(context), input);
      return {};
    }),
    addAmendedClause: area.addAmendedClause.handler(({ input, context }) => ({
      id: addAmendedClause(core.workspace(), core.author(context), input),
    })),
    updateAmendedClause: area.updateAmendedClause.handler(({ input, context }) => {
      updateAmendedClause(core.workspace(), core.author(context), input);
      return {};
    }),
    removeAmendedClause: area.removeAmendedClause.handler(({ input, context }) => {
      removeAmendedClause(core.workspace(), core.author(context), input.id);
      return {};
    }),
    signAmendment: area.signAmendment.handler(({ input, context }) => {
      signAmendment(core.workspace(), core.author(context), resources, input, now());
      return {};
    }),
    removeAmendment: area.removeAmendment.handler(({ input, context }) => {
      removeAmendment(core.workspace(), core.author(context), input.id);
      return {};
    }),

    attach: area.attach.handler(async ({ input, context }) => ({
      id: await attach(core.workspace(), core.author(context), core.tickets, input),
    })),
    detach: area.detach.handler(({ input, context }) => {
      detach(core.workspace(), core.author(context), input.id);
      return {};
    }),
    file: area.file.handler(({ input }) => offerFile(core.workspace(), core.tickets, input.id)),
    exportRegister: area.exportRegister.handler(({ input }) => exportRegister(core, input, now())),
  });
};
