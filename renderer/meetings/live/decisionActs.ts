import type { DecisionView } from '../../../shared/contract/decisions.ts';
import { client } from '../../ui/core/client.ts';
import type { Option } from '../../ui/Combobox.tsx';
import type { Name } from '../names/names.ts';
import type { WordsKeeper } from '../words/keeper.ts';
import type { Offers } from './offers.ts';

export type Assignee = { organisationId: string | null; personId: string | null; nameText: string };

/** A name as somebody who gets an assignment. */
export const assigneeOf = (name: Pick<Name, 'kind' | 'id' | 'label'>): Assignee => ({
  organisationId: name.kind === 'organisation' ? name.id : null,
  personId: name.kind === 'person' ? name.id : null,
  nameText: name.id === null ? name.label : '',
});

export const nameOption = (name: Name): Option => ({
  id: name.key,
  label: name.label,
  ...(name.note !== '' && { note: name.note }),
});

const asFields = ({ assignees }: DecisionView): Assignee[] =>
  assignees.map(({ organisationId, personId, nameText }) => ({ organisationId, personId, nameText }));

/**
 * Does something to a decision in one or more steps, after seeing to it that the core has it; the next undo in the text
 * takes all of them back.
 */
export const actOnDecision = async (
  keeper: WordsKeeper,
  id: string,
  steps: readonly (() => Promise<unknown>)[],
): Promise<void> => {
  await keeper.ensure(id);
  let taken = 0;
  try {
    for (const step of steps) {
      await step();
      taken += 1;
    }
  } finally {
    keeper.acted(taken);
    await keeper.sync();
  }
};

/** Sets the deadline and the assignees that the text names. */
export const takeOffers = async (keeper: WordsKeeper, id: string, { dueOn, assignees }: Offers): Promise<void> => {
  const there = keeper.details.get().get(id);
  const all = [...(there === undefined ? [] : asFields(there)), ...assignees.map(assigneeOf)];
  await actOnDecision(keeper, id, [
    ...(dueOn === null ? [] : [() => client.decisions.update({ id, patch: { dueOn } })]),
    ...(assignees.length === 0 ? [] : [() => client.decisions.setAssignees({ id, assignees: all })]),
  ]);
};
