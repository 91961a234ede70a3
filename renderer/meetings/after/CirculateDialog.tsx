import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addWorkingDays } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { client } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useToday } from '../../ui/window/today.ts';
import { useActs } from '../../ui/core/acts.ts';

/** How long members usually have for their remarks, in working days. */
const usual = 5;

/** Sends the draft round: from when, until when; the Word file for remarks comes with it. */
export const CirculateDialog = ({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { run, error, running } = useActs();
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(addWorkingDays(today, usual));
  const [withFile, setWithFile] = useState(true);
  const send = async (): Promise<void> => {
    if (on === null || until === null) return;
    const sent = await run(async () => {
      await client.meetings.circulate({ id: meeting.id, on, remarksUntil: until });
      return true;
    });
    if (sent !== true) return;
    onClose();
    if (!withFile) return;
    await run(async () =>
      saveFile(
        await client.reports.export({
          report: 'minutes',
          form: meeting.language,
          meetingId: meeting.id,
          decisionId: null,
          correctionId: null,
          participantId: null,
        }),
      ),
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('common:action.circulate')}
      submitLabel={t('circulate.send')}
      submitting={running}
      submitDisabled={on === null || until === null}
      error={error}
      onSubmit={() => void send()}
    >
      <p className="soft">{t('circulate.text')}</p>
      <FormGrid>
        <DateField label={t('circulate.on')} value={on} onChange={setOn} />
        <DateField label={t('circulate.until')} takesFocus value={until} onChange={setUntil} />
      </FormGrid>
      <Checkbox label={t('circulate.file')} hint={t('circulate.fileHint')} checked={withFile} onChange={setWithFile} />
    </Dialog>
  );
};
