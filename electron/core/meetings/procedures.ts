import { implementer, type Core } from '../core.ts';
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
import { signMinutes, verifySignatures } from './signing.ts';
import { listTemplates, removeTemplate, saveTemplate } from './templates.ts';
import { addTextBlock, listTextBlocks, removeTextBlock, updateTextBlock } from './textBlocks.ts';
import { readMeeting } from './views.ts';
import { readWords, saveWords } from './words.ts';

const { meetings: area } = implementer;

export const meetingsProcedures = (core: Core) => {
  const now = () => new Date((core.ports.now ?? Date.now)());
  const { resources } = core.ports;
  return area.router({
    list: area.list.handler(({ input }) => listMeetings(core.workspace(), input)),
    get: area.get.handler(({ input }) => readMeeting(core.workspace(), input.id, now())),
    item: area.item.handler(({ input }) => readWords(core.workspace(), input.id, now())),
    create: area.create.handler(({ input, context }) => ({
      id: createMeeting(core.workspace(), core.author(context), input, now()),
    })),
    update: area.update.handler(({ input, context }) => {
      updateMeeting(core.workspace(), core.author(context), input, now());
      return {};
    }),
    cancel: area.cancel.handler(({ input, context }) => {
      cancelMeeting(core.workspace(), core.author(context), input);
      return {};
    }),
    reinstate: area.reinstate.handler(({ input, context }) => {
      reinstateMeeting(core.workspace(), core.author(context), input.id);
      return {};
    }),
    remove: area.remove.handler(({ input, context }) => {
      removeMeeting(core.workspace(), core.author(context), input.id);
      return {};
    }),

    addItem: area.addItem.handler(({ input, context }) => ({
      id: addItem(core.workspace(), core.author(context), input),
    })),
    updateItem: area.updateItem.handler(({ input, context }) => {
      updateItem(core.workspace(), core.author(context), input);
      return {};
    }),
    moveItem: area.moveItem.handler(({ input, context }) => {
      moveItem(core.workspace(), core.author(context), input);
      return {};
    }),
    removeItem: area.removeItem.handler(({ input, context }) => {
      removeItem(core.workspace(), core.author(context), input.id);
      return {};
    }),
    carryOver: area.carryOver.handler(({ input }) => readCarryOver(core.workspace(), input.meetingId, now())),
    addCarryOver: area.addCarryOver.handler(({ input, context }) => ({
      id: addCarryOver(core.workspace(), core.author(context), input.meetingId, resources, now()),
    })),

    templates: area.templates.handler(() => listTemplates(core.workspace())),
    saveTemplate: area.saveTemplate.handler(({ input, context }) => ({
      id: saveTemplate(core.workspace(), core.author(context), input),
    })),
    removeTemplate: area.removeTemplate.handler(({ input, context }) => {
      removeTemplate(core.workspace(), core.author(context), input.id);
      return {};
    }),

    addParticipant: area.addParticipant.handler(({ input, context }) => ({
      id: addParticipant(core.workspace(), core.author(context), input),
    })),
    updateParticipant: area.updateParticipant.handler(({ input, context }) => {
      updateParticipant(core.workspace(), core.author(context), input);
      return {};
    }),
    removeParticipant: area.removeParticipant.handler(({ input, context }) => {
      removeParticipant(core.workspace(), core.author(context), input.id);
      return {};
    }),
    addMembers: area.addMembers.handler(({ input, context }) => ({
      added: addMembers(core.workspace(), core.author(context), input.meetingId, now()),
    })),
    setAttendance: area.setAttendance.handler(({ input, context }) => {
      setAttendance(core.workspace(), core.author(context), input);
      return {};
    }),
    arrive: area.arrive.handler(({ input, context }) => {
      arrive(core.workspace(), core.author(context), input);
      return {};
    }),
    leave: area.leave.handler(({ input, context }) => {
      leave(core.workspace(), core.author(context), input);
      return {};
    }),
    setPresence: area.setPresence.handler(({ input, context }) => {
      setPresence(core.workspace(), core.author(context), input);
      return {};
    }),

    attach: area.attach.handler(async ({ input, context }) => ({
      id: await attach(core.workspace(), core.author(context), core.tickets, input),
    })),
    detach: area.detach.handler(({ input, context }) => {
      detach(core.workspace(), core.author(context), input.id);
      return {};
    }),
    material: area.material.handler(({ input }) => offerMaterial(core.workspace(), core.tickets, input.id)),

    start: area.start.handler(({ input, context }) => {
      startMeeting(core.workspace(), core.author(context), input);
      return {};
    }),
    finish: area.finish.handler(({ input, context }) => {
      finishMeeting(core.workspace(), core.author(context), input);
      return {};
    }),
    reopen: area.reopen.handler(({ input, context }) => {
      reopenMeeting(core.workspace(), core.author(context), input.id, now());
      return {};
    }),
    startItem: area.startItem.handler(({ input, context }) => {
      startItem(core.workspace(), core.author(context), input);
      return {};
    }),
    startBreak: area.startBreak.handler(({ input, context }) => {
      startBreak(core.workspace(), core.author(context), input);
      return {};
    }),
    endBreak: area.endBreak.handler(({ input, context }) => endBreak(core.workspace(), core.author(context), input)),

    saveWords: area.saveWords.handler(({ input, context }) => saveWords(core.workspace(), core.author(context), input)),

    circulate: area.circulate.handler(({ input, context }) => {
      circulate(core.workspace(), core.author(context), input);
      return {};
    }),
    withdraw: area.withdraw.handler(({ input, context }) => {
      withdraw(core.workspace(), core.author(context), input.id);
      return {};
    }),
    setApproval: area.setApproval.handler(({ input, context }) => {
      setApproval(core.workspace(), core.author(context), input, now());
      return {};
    }),
    addRemark: area.addRemark.handler(({ input, context }) => ({
      id: addRemark(core.workspace(), core.author(context), input),
    })),
    settleRemark: area.settleRemark.handler(({ input, context }) => {
      settleRemark(core.workspace(), core.author(context), input);
      return {};
    }),
    removeRemark: area.removeRemark.handler(({ input, context }) => {
      removeRemark(core.workspace(), core.author(context), input.id);
      return {};
    }),
    readiness: area.readiness.handler(({ input }) => readReadiness(core.workspace(), input.id, now())),
    sign: area.sign.handler(({ input, context }) => signMinutes(core.workspace(), core.author(context), input, now())),
    verify: area.verify.handler(({ input }) => verifySignatures(core.workspace(), input.id)),
    addCorrection: area.addCorrection.handler(({ input, context }) => ({
      id: addCorrection(core.workspace(), core.author(context), input),
    })),

    textBlocks: area.textBlocks.handler(() => listTextBlocks(core.workspace())),
    addTextBlock: area.addTextBlock.handler(({ input, context }) => ({
      id: addTextBlock(core.workspace(), core.author(context), input),
    })),
    updateTextBlock: area.updateTextBlock.handler(({ input, context }) => {
      updateTextBlock(core.workspace(), core.author(context), input);
      return {};
    }),
    removeTextBlock: area.removeTextBlock.handler(({ input, context }) => {
      removeTextBlock(core.workspace(), core.author(context), input.id);
      return {};
    }),
    calendarFile: area.calendarFile.handler(({ input }) =>
      offerCalendarFile(core.workspace(), core.tickets, input.id, resources, now()),
    ),
    invitationMail: area.invitationMail.handler(({ input }) =>
      offerInvitationMail(core.workspace(), core.tickets, input, resources, documentMaker(core, input, now()), now()),
    ),
  });
};
