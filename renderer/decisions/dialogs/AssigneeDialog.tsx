import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { executionStatuses } from '../../../shared/vocabulary.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';

/** How far one of the assignees has come, since when, and a word about it. */
export const AssigneeDialog = ({
  assignee,
  onClose,
}: {
  assignee: DecisionDetail['assignees'][number];
  onClose: () => void;
}) => {
  const { t } = useTranslation(['decisions', 'vocabulary', 'common']);
  const today = useToday();
  const { run, error, running } = useActs();
  const [status, setStatus] = useState(assignee.status);
  const [doneOn, setDoneOn] = useState(assignee.doneOn ?? today);
  const [note, setNote] = useState(assignee.note);
  const { at, rest } = useFieldError(error, ['doneOn', 'note']);
  const save = async (): Promise<void> => {
    const kept = await run(() =>
      client.decisions.setAssigneeState({
        assigneeId: assignee.id,
        status,
        doneOn: status === 'done' ? doneOn : null,
        note: note.trim(),
      }),
    );
    if (kept !== undefined) onClose();
  };
  return (
    <Dialog
      open
      width={440}
      title={assignee.name}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      error={rest}
    >
      <Select
        label={t('common:col.status')}
        value={status}
        onChange={setStatus}
        options={executionStatuses.map((value) => ({ value, label: t(`vocabulary:executionStatus.${value}`) }))}
      />
      {status === 'done' ? (
        <DateField
          label={t('done.day')}
          value={doneOn}
          onChange={(day) => setDoneOn(day ?? today)}
          error={at('doneOn')}
        />
      ) : null}
      <TextInput
        label={t('common:col.note')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        takesFocus
        error={at('note')}
      />
    </Dialog>
  );
};
