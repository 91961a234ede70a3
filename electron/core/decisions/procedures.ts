import { Readable } from 'node:stream';
import { today as dayOf } from '../../../shared/dates.ts';
import { actsOf, implementer, nowOf, type Core } from '../core.ts';
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
  const { done, doneTo, made } = actsOf(core);
  const now = () => nowOf(core);
  return area.router({
    get: area.get.handler(({ input }) => readDecision(core.workspace(), input.id, now())),
    update: area.update.handler(done(updateDecision)),
    setAssignees: area.setAssignees.handler(done(setAssignees)),
    setBallots: area.setBallots.handler(done(setBallots)),
    setDissent: area.setDissent.handler(done(setDissent)),
    setExecution: area.setExecution.handler(done(setExecution)),
    register: area.register.handler(({ input }) => readRegister(core.workspace(), input, dayOf(now()))),
    registerIds: area.registerIds.handler(({ input }) => readRegisterIds(core.workspace(), input, dayOf(now()))),
    registerChoices: area.registerChoices.handler(() => readRegisterChoices(core.workspace())),
    detail: area.detail.handler(({ input }) => readDetail(core.workspace(), input.id, now())),
    add: area.add.handler(made(addDecision)),
    moveDeadline: area.moveDeadline.handler(done(moveDeadline)),
    setRepetition: area.setRepetition.handler(done(setRepetition)),
    setOccurrence: area.setOccurrence.handler(done(setOccurrence)),
    setAssigneeState: area.setAssigneeState.handler(done(setAssigneeState)),
    setMany: area.setMany.handler(({ input, context }) =>
      setMany(core.workspace(), core.author(context), input, now()),
    ),
    attachEvidence: area.attachEvidence.handler(async ({ input, context }) => ({
      id: await attachEvidence(core.workspace(), core.author(context), core.tickets, input),
    })),
    detachEvidence: area.detachEvidence.handler(doneTo(detachEvidence)),
    evidence: area.evidence.handler(({ input }) => offerEvidence(core.workspace(), core.tickets, input.id)),
    savedFilters: area.savedFilters.handler(() => listSavedFilters(core.workspace())),
    saveFilter: area.saveFilter.handler(made(saveFilter)),
    removeFilter: area.removeFilter.handler(doneTo(removeFilter)),
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
    removeNote: area.removeNote.handler(doneTo(removeNote)),
  });
};
