import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import type { ActivityStatus } from '../../../../shared/vocabulary.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { client, orpc } from '../../../ui/core/client.ts';
import { useFieldError } from '../../../ui/core/useFieldError.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormGrid } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextInput.tsx';
import { say } from '../../../ui/window/say.ts';
import { useToday } from '../../../ui/window/today.ts';

type Props = { ids: readonly string[]; status: ActivityStatus; onClose: () => void };

const Form = ({ ids, status, one, onClose }: Props & { one: ActivityDetail | undefined }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const today = useToday();
  const { run, error, running } = useActs();
  // what was planned for a day that has come was most likely held on it
  const [from, setFrom] = useState(() => {
    if (one === undefined) return null;
    if (one.actualFrom !== null) return one.actualFrom;
    return one.plannedFrom !== null && one.plannedFrom <= today ? one.plannedFrom : today;
  });
  const [until, setUntil] = useState(() => {
    if (one === undefined || one.actualFrom !== null) return one?.actualUntil ?? null;
    return one.plannedUntil !== null && one.plannedUntil <= today ? one.plannedUntil : null;
  });
  const [reason, setReason] = useState(one?.statusReason ?? '');
  const { at, rest } = useFieldError(error, ['actualFrom', 'actualUntil', 'statusReason']);
  const count = ids.length;
  const state = t(`vocabulary:activityStatus.${status}`);
  const words = reason.trim();
  const held = status === 'held';
  const save = async (): Promise<void> => {
    const days = held && from !== null ? { actualFrom: from, actualUntil: until ?? from } : {};
    const done = await run(() =>
      client.projects.setActivities({ ids: [...ids], patch: { status, statusReason: held ? '' : words, ...days } }),
    );
    if (done === undefined) return;
    if (count > 1) say(t('activity.changed', { count }));
    onClose();
  };
  return (
    <Dialog
      open
      width={460}
      title={
        count === 1
          ? t('activity.statusOf', { state, title: one?.title ?? '' })
          : t('activity.statusMany', { count, state })
      }
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={status === 'cancelled' && words === ''}
      error={rest}
    >
      {held ? (
        <FormGrid>
          <DateField
            label={t('activity.heldFrom')}
            takesFocus
            value={from}
            onChange={setFrom}
            error={at('actualFrom')}
            hint={count > 1 ? t('activity.heldMany') : undefined}
          />
          <DateField label={t('activity.heldUntil')} value={until} onChange={setUntil} error={at('actualUntil')} />
        </FormGrid>
      ) : (
        <TextArea
          label={t('activity.reason')}
          required={status === 'cancelled'}
          takesFocus
          minRows={2}
          value={reason}
          onChange={setReason}
          error={at('statusReason')}
        />
      )}
    </Dialog>
  );
};

/** Held, postponed or cancelled: asks for the days or for the reason, and sets it on all at once. */
export const StatusDialog = (props: Props) => {
  const [first = ''] = props.ids;
  const single = props.ids.length === 1;
  const { data } = useQuery({ ...orpc.projects.activity.queryOptions({ input: { id: first } }), enabled: single });
  if (single && data === undefined) return null;
  return <Form {...props} one={single ? data : undefined} />;
};
