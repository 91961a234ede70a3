import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import { useActs } from '../../ui/core/acts.ts';

const whole = 'all';

/** A correction beside signed minutes: what they say, what they should say, and why. */
export const CorrectionDialog = ({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { run, error, running } = useActs();
  const today = useToday();
  const [itemId, setItemId] = useState(whole);
  const [was, setWas] = useState('');
  const [now, setNow] = useState('');
  const [reason, setReason] = useState('');
  const [on, setOn] = useState<string | null>(today);
  const save = async (): Promise<void> => {
    const saved = await run(() =>
      client.meetings.addCorrection({
        meetingId: meeting.id,
        itemId: itemId === whole ? null : itemId,
        was: was.trim(),
        now: now.trim(),
        reason: reason.trim(),
        on: on ?? today,
      }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={560}
      title={t('common:action.correct')}
      submitting={running}
      submitDisabled={now.trim() === '' || reason.trim() === ''}
      error={error}
      onSubmit={() => void save()}
    >
      <p className="soft">{t('corrections.text')}</p>
      <FormGrid>
        <Select
          label={t('remarks.item')}
          value={itemId}
          onChange={setItemId}
          options={[
            { value: whole, label: t('remarks.whole') },
            ...meeting.itemRows.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` })),
          ]}
        />
        <DateField label={t('common:col.date')} value={on} onChange={setOn} />
      </FormGrid>
      <TextArea label={t('corrections.was')} takesFocus minRows={2} value={was} onChange={setWas} />
      <TextArea label={t('corrections.now')} required minRows={2} value={now} onChange={setNow} />
      <TextArea label={t('corrections.reason')} required minRows={2} value={reason} onChange={setReason} />
    </Dialog>
  );
};
