import { implementer, type Core } from '../core.ts';
import { setAssignees } from './assignees.ts';
import { addNote, listNotes, removeNote, setExecution } from './execution.ts';
import { readDecision } from './views.ts';
import { setBallots, setDissent, updateDecision } from './voting.ts';

const { decisions: area } = implementer;

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
    notes: area.notes.handler(({ input }) => listNotes(core.workspace(), input.id, now())),
    addNote: area.addNote.handler(({ input, context }) => ({
      id: addNote(core.workspace(), core.author(context), input),
    })),
    removeNote: area.removeNote.handler(({ input, context }) => {
      removeNote(core.workspace(), core.author(context), input.id);
      return {};
    }),
  });
};
