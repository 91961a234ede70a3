import { Readable } from 'node:stream';
import { today as dayOf } from '../../../shared/dates.ts';
import { implementer, type Core } from '../core.ts';
import { setAssignees } from './assignees.ts';
import { addDecision } from './adding.ts';
import { setAssigneeState } from './assigneeStates.ts';
import { readDetail } from './detail.ts';
import { attachEvidence, detachEvidence, offerEvidence } from './evidence.ts';
import { setExecution } from './execution.ts';
import { setMany } from './many.ts';
import { addNote, listNotes, removeNote } from './notes.ts';
import { readRegister, readRegisterChoices, readRegisterIds } from './register/register.ts';
import type { RegisterTask } from './registerTask.ts';
import { moveDeadline, setOccurrence, setRepetition } from './repeating.ts';
import { listSavedFilters, removeFilter, saveFilter } from './savedFilters.ts';
import { readDecision } from './views.ts';
import { setBallots, setDissent, updateDecision } from './voting.ts';

const { decisions: area } = implementer;

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const calendar = 'text/calendar';

type Wanted<T> = T extends unknown ? Omit<T, 'path' | 'key' | 'resources' | 'today'> : never;

/** A file of the register, made beside the core, as a ticket for the door. */
async function offerFile(
  core: Core,
  mediaType: string,
  wanted: Wanted<RegisterTask['input']>,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<{ ticket: string; name: string }> {
  const { path, key } = core.workspace();
  const input = { ...wanted, path, key, resources: core.ports.resources, today: dayOf(now) };
  const { bytes, name } = await core.workers.run('register', input, signal ? { signal } : {});
  return { ticket: core.tickets.offer({ name, mediaType, open: () => Readable.from([Buffer.from(bytes)]) }), name };
}

export const decisionsProcedures = (core: Core) => {
  const now = () => new Date((core.ports.now ?? Date.now)());
  return area.router({
    get: area.get.handler(({ input }) => readDecision(core.workspace(), input.id, now())),
    update: area.update.handler(({ input, context }) => {
      updateDecision(core.workspace(), core.author(context), input, now());
      return {};
    }),
    setAssignees: area.setAssignees.handler(({ input, context }) => {
      setAssignees(core.workspace(), core.author(context), input);
      return {};
    }),
    setBallots: area.setBallots.handler(({ input, context }) => {
      setBallots(core.workspace(), core.author(context), input, now());
      return {};
    }),
    setDissent: area.setDissent.handler(({ input, context }) => {
      setDissent(core.workspace(), core.author(context), input);
      return {};
    }),
    setExecution: area.setExecution.handler(({ input, context }) => {
      setExecution(core.workspace(), core.author(context), input, now());
      return {};
    }),
    register: area.register.handler(({ input }) => readRegister(core.workspace(), input, dayOf(now()))),
    registerIds: area.registerIds.handler(({ input }) => readRegisterIds(core.workspace(), input, dayOf(now()))),
    registerChoices: area.registerChoices.handler(() => readRegisterChoices(core.workspace())),
    detail: area.detail.handler(({ input }) => readDetail(core.workspace(), input.id, now())),
    add: area.add.handler(({ input, context }) => ({
      id: addDecision(core.workspace(), core.author(context), input),
    })),
    moveDeadline: area.moveDeadline.handler(({ input, context }) => {
      moveDeadline(core.workspace(), core.author(context), input, now());
      return {};
    }),
    setRepetition: area.setRepetition.handler(({ input, context }) => {
      setRepetition(core.workspace(), core.author(context), input, now());
      return {};
    }),
    setOccurrence: area.setOccurrence.handler(({ input, context }) => {
      setOccurrence(core.workspace(), core.author(context), input, now());
      return {};
    }),
    setAssigneeState: area.setAssigneeState.handler(({ input, context }) => {
      setAssigneeState(core.workspace(), core.author(context), input, now());
      return {};
    }),
    setMany: area.setMany.handler(({ input, context }) =>
      setMany(core.workspace(), core.author(context), input, now()),
    ),
    attachEvidence: area.attachEvidence.handler(async ({ input, context }) => ({
      id: await attachEvidence(core.workspace(), core.author(context), core.tickets, input),
    })),
    detachEvidence: area.detachEvidence.handler(({ input, context }) => {
      detachEvidence(core.workspace(), core.author(context), input.id);
      return {};
    }),
    evidence: area.evidence.handler(({ input }) => offerEvidence(core.workspace(), core.tickets, input.id)),
    savedFilters: area.savedFilters.handler(() => listSavedFilters(core.workspace())),
    saveFilter: area.saveFilter.handler(({ input, context }) => ({
      id: saveFilter(core.workspace(), core.author(context), input),
    })),
    removeFilter: area.removeFilter.handler(({ input, context }) => {
      removeFilter(core.workspace(), core.author(context), input.id);
      return {};
    }),
    exportRegister: area.exportRegister.handler(({ input: { title, language, ...query }, signal }) =>
      offerFile(core, workbook, { file: 'workbook', query, title, language }, now(), signal),
    ),
    calendarFile: area.calendarFile.handler(({ input: { filter }, signal }) =>
      offerFile(core, calendar, { file: 'calendar', filter, now: now().getTime() }, now(), signal),
    ),
    notes: area.notes.handler(({ input }) => listNotes(core.workspace(), input.id, now())),
    addNote: area.addNote.handler(async ({ input, context }) => ({
      id: await addNote(core.workspace(), core.author(context), core.tickets, input),
    })),
    removeNote: area.removeNote.handler(({ input, context }) => {
      removeNote(core.workspace(), core.author(context), input.id);
      return {};
    }),
  });
};
