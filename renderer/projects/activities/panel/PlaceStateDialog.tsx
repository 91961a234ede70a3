import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { placeStatuses, type PlaceStatus } from '../../../../shared/vocabulary.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { useFieldError } from '../../../ui/core/useFieldError.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextInput.tsx';
import { useToday } from '../../../ui/window/today.ts';

type Place = ActivityDetail['places'][number];

/** How far one place of an activity, or all of them, have come: with the activity or on their own. */
export const PlaceStateDialog = (props: {
  activity: ActivityDetail;
  places: readonly Place[];
  onClose: () => void;
}) => {
  const { activity, places } = props;
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const today = useToday();
  const { run, error, running } = useActs();
  const [first] = places;
  const single = places.length === 1;
  const [status, setStatus] = useState<PlaceStatus>(single ? (first?.status ?? 'follows') : 'held');
  const [heldOn, setHeldOn] = useState(single && first?.heldOn ? first.heldOn : (activity.actualFrom ?? today));
  const [outcome, setOutcome] = useState(single ? (first?.outcome ?? '') : '');
  const { at, rest } = useFieldError(error, ['heldOn']);
  const save = async (): Promise<void> => {
    const done = await run(() =>
      client.projects.setPlaceState({
        id: activity.id,
        placeIds: places.map(({ id }) => id),
        status,
        heldOn: status === 'held' ? heldOn : null,
        ...(single && { outcome: outcome.trim() }),
      }),
    );
    if (done !== undefined) props.onClose();
  };
  return (
    <Dialog
      open
      width={440}
      title={single ? (first?.name ?? '') : t('activity.statesOfPlaces', { count: places.length })}
      onClose={props.onClose}
      onSubmit={() => void save()}
      submitting={running}
      error={rest}
    >
      <Select
        label={t('common:col.status')}
        value={status}
        onChange={setStatus}
        options={placeStatuses.map((value) => ({ value, label: t(`vocabulary:placeStatus.${value}`) }))}
      />
      {status === 'held' ? (
        <DateField
          label={t('activity.heldOn')}
          value={heldOn}
          onChange={(day) => setHeldOn(day ?? today)}
          error={at('heldOn')}
        />
      ) : null}
      {single ? <TextArea label={t('activity.outcome')} minRows={2} value={outcome} onChange={setOutcome} /> : null}
    </Dialog>
  );
};
