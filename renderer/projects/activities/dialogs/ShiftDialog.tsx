import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { useFieldError } from '../../../ui/core/useFieldError.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NumberField } from '../../../ui/TextInput.tsx';
import { say } from '../../../ui/window/say.ts';

/** As many days the core shifts at most, ten years. */
const most = 3660;

/** Moves the planned days of activities later or, by a negative number, earlier. */
export const ShiftDialog = ({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const [days, setDays] = useState<number | null>(7);
  const [dependent, setDependent] = useState(true);
  const { at, rest } = useFieldError(error, ['days']);
  const count = ids.length;
  const usable = days !== null && Number.isInteger(days) && days !== 0 && Math.abs(days) <= most;
  const save = async (): Promise<void> => {
    if (!usable) return;
    const done = await run(() => client.projects.shiftActivities({ ids: [...ids], days, edge: 'both', dependent }));
    if (done === undefined) return;
    say(t('activity.shifted', { count: done.moved }));
    onClose();
  };
  return (
    <Dialog
      open
      width={440}
      title={t('activity.shiftMany', { count })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel={t('activity.shift')}
      submitting={running}
      submitDisabled={!usable}
      error={rest}
    >
      <NumberField
        label={t('activity.shiftDays')}
        hint={t('activity.shiftHint')}
        takesFocus
        min={-most}
        max={most}
        value={days}
        onChange={setDays}
        error={days === null || usable ? at('days') : t('activity.shiftWrong', { most })}
      />
      <Checkbox label={t('activity.shiftDependent')} checked={dependent} onChange={setDependent} />
    </Dialog>
  );
};
