import { actsOf, implementer, nowOf, type Core } from '../core.ts';
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
  const { done, doneTo, made } = actsOf(core);
  const now = () => nowOf(core);
  const { resources } = core.ports;
  return area.router({
    list: area.list.handler(({ input }) => listMemoranda(core.workspace(), input, now())),
    get: area.get.handler(({ input }) => readMemorandum(core.workspace(), resources, input.id, now())),
    create: area.create.handler(({ input, context }) => ({
      id: createMemorandum(core.workspace(), core.author(context), resources, input, now()),
    })),
    update: area.update.handler(done(updateMemorandum)),
    remove: area.remove.handler(doneTo(removeMemorandum)),

    addParty: area.addParty.handler(made(addParty)),
    updateParty: area.updateParty.handler(done(updateParty)),
    moveParty: area.moveParty.handler(done(moveParty)),
    removeParty: area.removeParty.handler(doneTo(removeParty)),

    addClause: area.addClause.handler(({ input, context }) => ({
      id: addClause(core.workspace(), core.author(context), resources, input),
    })),
    updateClause: area.updateClause.handler(({ input, context }) =>
      updateClause(core.workspace(), core.author(context), input),
    ),
    moveClause: area.moveClause.handler(done(moveClause)),
    removeClause: area.removeClause.handler(doneTo(removeClause)),

    library: area.library.handler(({ input }) => readLibrary(core.workspace(), resources, input.language)),
    addLibraryClause: area.addLibraryClause.handler(made(addLibraryClause)),
    updateLibraryClause: area.updateLibraryClause.handler(done(updateLibraryClause)),
    removeLibraryClause: area.removeLibraryClause.handler(doneTo(removeLibraryClause)),

    addObligation: area.addObligation.handler(made(addObligation)),
    updateObligation: area.updateObligation.handler(done(updateObligation)),
    moveObligation: area.moveObligation.handler(done(moveObligation)),
    removeObligation: area.removeObligation.handler(doneTo(removeObligation)),
    obligation: area.obligation.handler(({ input }) => readObligation(core.workspace(), input.id, now())),
    setObligationState: area.setObligationState.handler(done(setObligationState)),
    addObligationNote: area.addObligationNote.handler(made(addObligationNote)),
    removeObligationNote: area.removeObligationNote.handler(doneTo(removeObligationNote)),
    linkDecision: area.linkDecision.handler(done(linkDecision)),
    unlinkDecision: area.unlinkDecision.handler(done(unlinkDecision)),

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
    reopen: area.reopen.handler(doneTo(reopen)),
    sign: area.sign.handler(({ input, context }) =>
      sign(core.workspace(), core.author(context), resources, input, now()),
    ),
    terminate: area.terminate.handler(done(terminate)),
    reinstate: area.reinstate.handler(doneTo(reinstate)),
    proposeAgendaItem: area.proposeAgendaItem.handler(({ input, context }) => ({
      itemId: proposeAgendaItem(core.workspace(), core.author(context), resources, input, now()),
    })),

    addAmendment: area.addAmendment.handler(made(addAmendment)),
    updateAmendment: area.updateAmendment.handler(done(updateAmendment)),
    addAmendedClause: area.addAmendedClause.handler(made(addAmendedClause)),
    updateAmendedClause: area.updateAmendedClause.handler(done(updateAmendedClause)),
    removeAmendedClause: area.removeAmendedClause.handler(doneTo(removeAmendedClause)),
    signAmendment: area.signAmendment.handler(({ input, context }) => {
      signAmendment(core.workspace(), core.author(context), resources, input, now());
      return {};
    }),
    removeAmendment: area.removeAmendment.handler(doneTo(removeAmendment)),

    attach: area.attach.handler(async ({ input, context }) => ({
      id: await attach(core.workspace(), core.author(context), core.tickets, input),
    })),
    detach: area.detach.handler(doneTo(detach)),
    file: area.file.handler(({ input }) => offerFile(core.workspace(), core.tickets, input.id)),
    exportRegister: area.exportRegister.handler(({ input }) => exportRegister(core, input, now())),
  });
};
