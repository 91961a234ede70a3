import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantView } from '../../../../shared/contract/meetings.ts';
import { client } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormGrid } from '../../../ui/Field.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { useActs } from '../../../ui/core/acts.ts';

/** From when to when somebody was in the room, once or more often. */
export const PresenceDialog = ({ one, onClose }: { one: ParticipantView; onClose: () => void }) => {
  const { t } = useTranslation('meetings');
  const { run, error, running } = useActs();
  const [spans, setSpans] = useState(one.spans);
  const change = (id: string, patch: Partial<(typeof spans)[number]>): void =>
    setSpans(spans.map((span) => (span.id === id ? { ...span, ...patch } : span)));
  const save = async (): Promise<void> => {
    const saved = await run(async () => {
      for (const { id, fromAt, untilAt } of spans) {
        const before = one.spans.find((span) => span.id === id);
        if (before?.fromAt === fromAt && before.untilAt === untilAt) continue;
        await client.meetings.setPresence({ id, fromAt, untilAt });
      }
      return true;
    });
    if (saved === true) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={380}
      title={t('presence.title', { name: one.name })}
      submitting={running}
      error={error}
      onSubmit={() => void save()}
    >
      <p className="soft small">{t('presence.hint')}</p>
      {spans.map(({ id, fromAt, untilAt }) => (
        <FormGrid key={id}>
          <TimeField label={t('presence.from')} value={fromAt} onChange={(time) => change(id, { fromAt: time })} />
          <TimeField label={t('presence.until')} value={untilAt} onChange={(time) => change(id, { untilAt: time })} />
        </FormGrid>
      ))}
    </Dialog>
  );
};
