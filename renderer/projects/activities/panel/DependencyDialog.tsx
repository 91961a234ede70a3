import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { useFieldError } from '../../../ui/core/useFieldError.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NumberField } from '../../../ui/TextInput.tsx';
import { ActivityField } from '../../fields/ActivityField.tsx';

const most = 3660;

/** Says after which activity this one begins. */
export const DependencyDialog = ({ activity, onClose }: { activity: ActivityDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const [afterId, setAfterId] = useState<string | null>(null);
  const [lag, setLag] = useState<number | null>(0);
  const { at, rest } = useFieldError(error, ['afterId', 'lagDays']);
  const { id, projectId } = activity;
  const save = async (): Promise<void> => {
    if (afterId === null) return;
    const made = await run(() => client.projects.addDependency({ activityId: id, afterId, lagDays: lag ?? 0 }));
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
      submitDisabled={afterId === null || (lag !== null && !Number.isInteger(lag))}
      error={rest}
    >
      <ActivityField
        projectId={projectId}
        without={id}
        label={t('activity.beginsAfter')}
        required
        takesFocus
        value={afterId}
        onChange={setAfterId}
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
