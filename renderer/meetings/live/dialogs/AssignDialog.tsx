import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../../../shared/contract/decisions.ts';
import { client } from '../../../ui/core/client.ts';
import { MultiCombobox, type Option } from '../../../ui/Combobox.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { findRecord } from '../../../ui/editor/recordText.ts';
import { useToday } from '../../../ui/window/today.ts';
import { nameFinder } from '../../names/recognise.ts';
import type { Name } from '../../names/names.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { actOnDecision, assigneeOf, nameOption, type Assignee } from '../decisionActs.ts';
import { useLive } from '../liveContext.ts';
import { noOffers, readOffers } from '../offers.ts';

/** An assignee written by hand, as a choice of the field. */
const typedKey = 'typed:';

const optionsOf = (decision: DecisionView | undefined, all: readonly Name[]): Option[] =>
  (decision?.assignees ?? []).map(({ id, organisationId, personId, name, nameText }) => {
    const known = all.find((one) => one.id !== null && one.id === (one.kind === 'person' ? personId : organisationId));
    return known === undefined ? { id: `${typedKey}${nameText || id}`, label: name } : nameOption(known);
  });

const fieldsOf = ({ organisationId, personId, nameText }: Assignee): Assignee => ({
  organisationId,
  personId,
  nameText,
});

/** Who carries a decision out and by when; begins with what its text says. */
export const AssignDialog = ({ decisionId, onClose }: { decisionId: string; onClose: () => void }) => {
  const { t } = useTranslation('meetings');
  const { keeper, names, meeting } = useLive();
  const { run, error, running } = useActs();
  const today = useToday();
  const decision = keeper.details.get().get(decisionId);
  const text = findRecord(keeper.editor.state.doc, decisionId)?.node.textContent ?? '';
  const [offers] = useState(() =>
    text === '' ? noOffers : readOffers(text, decision, nameFinder(names.all), { today, language: meeting.language }),
  );
  const [assignees, setAssignees] = useState<Option[]>(() => [
    ...optionsOf(decision, names.all),
    ...offers.assignees.map(nameOption),
  ]);
  const [dueOn, setDueOn] = useState(offers.dueOn ?? decision?.dueOn ?? null);
  const options = useMemo(() => names.all.map(nameOption), [names]);

  const asAssignee = ({ id, label }: Option): Assignee => {
    const name = names.all.find(({ key }) => key === id);
    return name === undefined ? { organisationId: null, personId: null, nameText: label } : assigneeOf(name);
  };
  const save = async (): Promise<void> => {
    const given = assignees.map(asAssignee);
    const changed = JSON.stringify(given) !== JSON.stringify((decision?.assignees ?? []).map(fieldsOf));
    const saved = await run(async () => {
      await actOnDecision(keeper, decisionId, [
        ...(changed ? [() => client.decisions.setAssignees({ id: decisionId, assignees: given })] : []),
        ...(dueOn === (decision?.dueOn ?? null)
          ? []
          : [() => client.decisions.update({ id: decisionId, patch: { dueOn } })]),
      ]);
      return true;
    });
    if (saved === true) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assign.title')}
      submitting={running}
      error={error}
      onSubmit={() => void save()}
    >
      <MultiCombobox
        label={t('assign.who')}
        takesFocus
        value={assignees}
        onChange={setAssignees}
        options={options}
        createLabel={(typed) => t('assign.asTyped', { name: typed })}
        onCreate={(typed) => setAssignees([...assignees, { id: `${typedKey}${typed}`, label: typed }])}
      />
      <DateField label={t('assign.due')} hint={t('assign.dueHint')} value={dueOn} onChange={setDueOn} />
    </Dialog>
  );
};
