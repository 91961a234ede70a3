import { actsOf, implementer, nowOf, type Core } from '../core.ts';
import { addItem, moveItem, removeItem, updateItem } from './agenda.ts';
import { addRemark, circulate, removeRemark, setApproval, settleRemark, withdraw } from './approval.ts';
import { arrive, leave, setAttendance, setPresence } from './attendance.ts';
import { offerCalendarFile } from './calendarFile.ts';
import { addCarryOver, readCarryOver } from './carryOver.ts';
import { addCorrection } from './corrections.ts';
import { documentMaker, offerInvitationMail } from './invitationMail.ts';
import { listMeetings } from './list.ts';
import { attach, detach, offerMaterial } from './materials.ts';
import { addMembers, addParticipant, removeParticipant, updateParticipant } from './participants.ts';
import { cancelMeeting, createMeeting, reinstateMeeting, removeMeeting, updateMeeting } from './planning.ts';
import { readReadiness } from './readiness.ts';
import { endBreak, finishMeeting, reopenMeeting, startBreak, startItem, startMeeting } from './session.ts';
import { decideSignature, readSignedMinutes } from './signatures.ts';
import { signedApart } from './signedApart.ts';
import { signMinutes, verifySignatures } from './signing.ts';
import { listTemplates, removeTemplate, saveTemplate } from './templates.ts';
import { addTextBlock, listTextBlocks, removeTextBlock, updateTextBlock } from './textBlocks.ts';
import { readMeeting } from './views.ts';
import { readWords, saveWords } from './words.ts';

const { meetings: area } = implementer;

export const meetingsProcedures = (core: Core) => {
  const { done, doneTo, made } = actsOf(core);
  const now = () => nowOf(core);
  const { resources } = core.ports;
  return area.router({
    list: area.list.handler(({ input }) => listMeetings(core.workspace(), input)),
    get: area.get.handler(({ input }) => readMeeting(core.workspace(), input.id, now())),
    item: area.item.handler(({ input }) => readWords(core.workspace(), input.id, now())),
    create: area.create.handler(made(createMeeting)),
    update: area.update.handler(done(updateMeeting)),
    cancel: area.cancel.handler(done(cancelMeeting)),
    reinstate: area.reinstate.handler(doneTo(reinstateMeeting)),
    remove: area.remove.handler(doneTo(removeMeeting)),

    addItem: area.addItem.handler(made(addItem)),
    updateItem: area.updateItem.handler(done(updateItem)),
    moveItem: area.moveItem.handler(done(moveItem)),
    removeItem: area.removeItem.handler(doneTo(removeItem)),
    carryOver: area.carryOver.handler(({ input }) => readCarryOver(core.workspace(), input.meetingId, now())),
    addCarryOver: area.addCarryOver.handler(({ input, context }) => ({
      id: addCarryOver(core.workspace(), core.author(context), input.meetingId, resources, now()),
    })),

    templates: area.templates.handler(() => listTemplates(core.workspace())),
    saveTemplate: area.saveTemplate.handler(made(saveTemplate)),
    removeTemplate: area.removeTemplate.handler(doneTo(removeTemplate)),

    addParticipant: area.addParticipant.handler(made(addParticipant)),
    updateParticipant: area.updateParticipant.handler(done(updateParticipant)),
    removeParticipant: area.removeParticipant.handler(doneTo(removeParticipant)),
    addMembers: area.addMembers.handler(({ input, context }) => ({
      added: addMembers(core.workspace(), core.author(context), input.meetingId, now()),
    })),
    setAttendance: area.setAttendance.handler(done(setAttendance)),
    arrive: area.arrive.handler(done(arrive)),
    leave: area.leave.handler(done(leave)),
    setPresence: area.setPresence.handler(done(setPresence)),

    attach: area.attach.handler(async ({ input, context }) => ({
      id: await attach(core.workspace(), core.author(context), core.tickets, input),
    })),
    detach: area.detach.handler(doneTo(detach)),
    material: area.material.handler(({ input }) => offerMaterial(core.workspace(), core.tickets, input.id)),

    start: area.start.handler(done(startMeeting)),
    finish: area.finish.handler(done(finishMeeting)),
    reopen: area.reopen.handler(({ input, context }) => {
      reopenMeeting(core.workspace(), core.author(context), input.id, now());
      return {};
    }),
    startItem: area.startItem.handler(done(startItem)),
    startBreak: area.startBreak.handler(done(startBreak)),
    endBreak: area.endBreak.handler(({ input, context }) => endBreak(core.workspace(), core.author(context), input)),

    saveWords: area.saveWords.handler(({ input, context }) => saveWords(core.workspace(), core.author(context), input)),

    circulate: area.circulate.handler(done(circulate)),
    withdraw: area.withdraw.handler(doneTo(withdraw)),
    setApproval: area.setApproval.handler(done(setApproval)),
    addRemark: area.addRemark.handler(made(addRemark)),
    settleRemark: area.settleRemark.handler(done(settleRemark)),
    removeRemark: area.removeRemark.handler(doneTo(removeRemark)),
    readiness: area.readiness.handler(({ input }) => readReadiness(core.workspace(), input.id, now())),
    sign: area.sign.handler(({ input, context }) => signMinutes(core.workspace(), core.author(context), input, now())),
    verify: area.verify.handler(({ input }) => verifySignatures(core.workspace(), input.id)),
    signedMinutes: area.signedMinutes.handler(({ input }) => readSignedMinutes(core.workspace(), input.id)),
    signedApart: area.signedApart.handler(() => signedApart(core.workspace())),
    decideSignature: area.decideSignature.handler(done(decideSignature)),
    addCorrection: area.addCorrection.handler(made(addCorrection)),

    textBlocks: area.textBlocks.handler(() => listTextBlocks(core.workspace())),
    addTextBlock: area.addTextBlock.handler(made(addTextBlock)),
    updateTextBlock: area.updateTextBlock.handler(done(updateTextBlock)),
    removeTextBlock: area.removeTextBlock.handler(doneTo(removeTextBlock)),
    calendarFile: area.calendarFile.handler(({ input }) =>
      offerCalendarFile(core.workspace(), core.tickets, input.id, resources, now()),
    ),
    invitationMail: area.invitationMail.handler(({ input }) =>
      offerInvitationMail(core.workspace(), core.tickets, input, resources, documentMaker(core, input, now()), now()),
    ),
  });
};
