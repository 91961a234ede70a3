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

/** Does something to a decision, after seeing to it that the core has it; the next undo in the text takes it back. */
export const actOnDecision = async (keeper: WordsKeeper, id: string, act: () => Promise<unknown>): Promise<void> => {
  await keeper.ensure(id);
  await act();
  keeper.acted();
  await keeper.sync();
};

/** Sets the deadline and the assignees that the text names. */
export const takeOffers = async (keeper: WordsKeeper, id: string, { dueOn, assignees }: Offers): Promise<void> => {
  if (dueOn !== null) await actOnDecision(keeper, id, () => client.decisions.update({ id, patch: { dueOn } }));
  if (assignees.length === 0) return;
  const there = keeper.details.get().get(id);
  const all = [...(there === undefined ? [] : asFields(there)), ...assignees.map(assigneeOf)];
  await actOnDecision(keeper, id, () => client.decisions.setAssignees({ id, assignees: all }));
};
