import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyActivity, type ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { Combobox, type Option } from '../../../ui/Combobox.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { useFieldError } from '../../../ui/core/useFieldError.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NumberField } from '../../../ui/TextInput.tsx';

const most = 3660;

/** Says after which activity this one begins. */
export const DependencyDialog = ({ activity, onClose }: { activity: ActivityDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const [after, setAfter] = useState<Option | null>(null);
  const [lag, setLag] = useState<number | null>(0);
  const { at, rest } = useFieldError(error, ['afterId', 'lagDays']);
  const { id, projectId } = activity;
  const load = useCallback(
    async (text: string): Promise<Option[]> =>
      (await client.projects.activities({ ...everyActivity, projectId, text, offset: 0, limit: 40 })).rows
        .filter((row) => row.id !== id)
        .map((row) => ({ id: row.id, label: `${row.number} ${row.title}` })),
    [id, projectId],
  );
  const save = async (): Promise<void> => {
    if (after === null) return;
    const made = await run(() =>
      client.projects.addDependency({ activityId: id, afterId: after.id, lagDays: lag ?? 0 }),
    );
    if (made !== undefined) onClose();
  };
  return (
    <Dialog
      open
      width={480}
      title={t('activity.dependencyOf', { title: activity.title })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={after === null || (lag !== null && !Number.isInteger(lag))}
      error={rest}
    >
      <Combobox
        label={t('activity.beginsAfter')}
        required
        takesFocus
        value={after}
        onChange={setAfter}
        load={load}
        error={at('afterId')}
      />
      <NumberField
        label={t('activity.lagDays')}
        min={-most}
        max={most}
        value={lag}
        onChange={setLag}
        error={at('lagDays')}
      />
    </Dialog>
  );
};
