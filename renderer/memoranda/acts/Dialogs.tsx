import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { Findings, useReadiness, type Finding } from './Findings.tsx';

type Props = { memorandum: MemorandumDetail; onClose: () => void };

/** Sent round for agreement: the text is kept as a version, so that one sees later what was changed since. */
export const SendDialog = ({ memorandum, onClose, onSent }: Props & { onSent: () => void }) => {
  const { t } = useTranslation(['memoranda', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const { run, error, running } = useActs();
  const [label, setLabel] = useState(t('send.usual', { date: formatDay(today, language) }));
  const send = async (): Promise<void> => {
    const kept = await run(() => client.memoranda.keepVersion({ id: memorandum.id, label: label.trim() }));
    if (kept !== undefined) onSent();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('send.title')}
      submitLabel={t('send.keep')}
      submitting={running}
      submitDisabled={label.trim() === ''}
      error={error}
      onSubmit={() => void send()}
    >
      <TextInput label={t('send.label')} takesFocus value={label} onChange={setLabel} />
      <Notice tone="info">{t('send.text')}</Notice>
    </Dialog>
  );
};

/** All parties have agreed to the text. */
export const AgreeDialog = ({ memorandum, onClose, onGo }: Props & { onGo: (finding: Finding) => void }) => {
  const { t } = useTranslation(['memoranda', 'common']);
  const today = useToday();
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const readiness = useReadiness(memorandum.id);
  const [on, setOn] = useState<string | null>(today);
  const field = errorField(error);
  const agree = async (): Promise<void> => {
    if (on === null) return;
    const agreed = await run(() => client.memoranda.agree({ id: memorandum.id, on }));
    if (agreed !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={560}
      title={t('agree.title')}
      submitLabel={t('agree.submit')}
      submitting={running}
      submitDisabled={on === null}
      error={field === 'on' ? undefined : error}
      onSubmit={() => void agree()}
    >
      <DateField
        label={t('agree.on')}
        required
        takesFocus
        value={on}
        onChange={setOn}
        error={field === 'on' ? errorText(error) : undefined}
      />
      <Findings readiness={readiness} without={['signedOn']} onGo={onGo} />
      <Notice tone="info">{t('agree.text')}</Notice>
    </Dialog>
  );
};

/** Ends it before its term, with a reason. */
export const TerminateDialog = ({ memorandum, onClose }: Props) => {
  const { t } = useTranslation(['memoranda', 'common']);
  const today = useToday();
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const terminate = async (): Promise<void> => {
    if (on === null) return;
    const done = await run(() => client.memoranda.terminate({ id: memorandum.id, on, reason: reason.trim() }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('terminate.title')}
      submitLabel={t('terminate.submit')}
      submitDanger
      submitting={running}
      submitDisabled={on === null || reason.trim() === ''}
      error={field === 'on' || field === 'reason' ? undefined : error}
      onSubmit={() => void terminate()}
    >
      <DateField
        label={t('terminate.on')}
        hint={t('terminate.onHint')}
        required
        takesFocus
        value={on}
        onChange={setOn}
        error={wrong('on')}
      />
      <TextArea
        label={t('terminate.reason')}
        required
        minRows={2}
        value={reason}
        onChange={setReason}
        error={wrong('reason')}
      />
    </Dialog>
  );
};

/** Puts the end of its term on the agenda of a planned meeting. */
export const ProposeDialog = ({ memorandum, onClose }: Props) => {
  const { t } = useTranslation(['memoranda', 'common', 'vocabulary']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { run, error, running } = useActs();
  const { data } = useQuery(
    orpc.meetings.list.queryOptions({
      input: { groupId: memorandum.groupId, status: 'planned', text: '', offset: 0, limit: 50 },
    }),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const meetings = data?.rows ?? [];
  const meetingId = chosen ?? meetings[0]?.id ?? null;
  const propose = async (): Promise<void> => {
    if (meetingId === null) return;
    const made = await run(() => client.memoranda.proposeAgendaItem({ id: memorandum.id, meetingId }));
    if (made !== undefined) void navigate(`/meetings/${meetingId}?item=${made.itemId}`);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('propose.title')}
      submitLabel={t('propose.submit')}
      submitting={running}
      submitDisabled={meetingId === null}
      error={error}
      onSubmit={() => void propose()}
    >
      {data !== undefined && meetings.length === 0 ? (
        <Notice tone="amber">{t('propose.none')}</Notice>
      ) : (
        <Select
          label={t('propose.meeting')}
          value={meetingId}
          onChange={setChosen}
          options={meetings.map((row) => ({
            value: row.id,
            label: [
              row.heldOn === null ? '' : formatDay(row.heldOn, language),
              row.group,
              row.title || t(`vocabulary:meetingKind.${row.kind}`),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
      <p className="soft small">{t('propose.text')}</p>
    </Dialog>
  );
};
