import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import { useActs } from '../../ui/core/acts.ts';
import { Findings } from './ReadinessPanel.tsx';

/** Signs the minutes: number and day; from then on they are locked. */
export const SignDialog = ({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { run, error, running } = useActs();
  const today = useToday();
  const { data: findings } = useQuery(orpc.meetings.readiness.queryOptions({ input: { id: meeting.id } }));
  const [on, setOn] = useState<string | null>(today);
  const [number, setNumber] = useState<string | null>(null);
  const blocked = findings?.some(({ blocking }) => blocking) ?? true;
  // the number that the group's pattern gives on signing may differ from the provisional one
  const change = findings?.find(({ code }) => code === 'numberWillChange')?.params['to'];
  const proposed = typeof change === 'string' ? change : meeting.number;
  const sign = async (): Promise<void> => {
    if (on === null) return;
    const typed = number?.trim() ?? '';
    const signed = await run(() =>
      client.meetings.sign({ id: meeting.id, on, number: typed === '' || typed === proposed ? null : typed }),
    );
    if (signed !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={560}
      title={t('sign.title')}
      submitLabel={t('common:action.sign')}
      submitting={running}
      submitDisabled={blocked || on === null}
      error={error}
      onSubmit={() => void sign()}
    >
      <FormGrid>
        <TextInput
          label={t('sign.number')}
          value={number ?? proposed}
          onChange={setNumber}
          hint={t('sign.numberHint')}
        />
        <DateField label={t('sign.on')} takesFocus value={on} onChange={setOn} />
      </FormGrid>
      <Findings meetingId={meeting.id} />
      <Notice tone={blocked ? 'amber' : 'info'}>{blocked ? t('sign.blocked') : t('sign.text')}</Notice>
    </Dialog>
  );
};
