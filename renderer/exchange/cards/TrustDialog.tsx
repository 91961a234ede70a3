import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyCardView } from '../../../shared/contract/exchange.ts';
import { cardChecks } from '../../../shared/vocabulary.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Segmented } from '../../ui/Choice.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { say } from '../../ui/window/say.ts';
import { Fingerprint } from '../Fingerprint.tsx';
import { useCardSteps } from './ReadCardDialog.tsx';

const checks = cardChecks.filter((check) => check !== 'none');

/** The fingerprint is compared with what the other side reads out; then the card is trusted. */
export const TrustDialog = ({
  card,
  onClose,
}: {
  card: Pick<AgencyCardView, 'id' | 'name' | 'fingerprint'>;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const { run, running, error } = useActs();
  const [compared, setCompared] = useState(false);
  const [checked, setChecked] = useState<(typeof checks)[number]>('telephone');
  const [note, setNote] = useState('');
  const steps = useCardSteps();
  const { data } = useQuery(orpc.exchange.status.queryOptions());
  const isOurs = data?.ownLater.some(({ id }) => id === card.id) === true;
  const trust = (): void =>
    void run(async () => {
      await client.exchange.trustCard({ id: card.id, checked, note: note.trim() });
      say(isOurs ? t('card.known') : t('card.trusted', { name: card.name }));
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('card.title')}
      width={600}
      error={error}
      submitting={running}
      submitDisabled={!compared}
      submitLabel={t(isOurs ? 'card.confirm' : 'card.trust')}
      onSubmit={trust}
    >
      <Steps label={t('card.title')} steps={steps} current={compared ? 'trust' : 'compare'} />
      <h3 style={{ fontSize: 15 }}>{card.name}</h3>
      <Fingerprint label={t('own.fingerprint')} value={card.fingerprint} size="large" />
      <p className="soft">{t(isOurs ? 'card.compareOwn' : 'card.compare')}</p>
      <div>
        <Segmented
          label={t('card.how')}
          value={checked}
          onChange={setChecked}
          options={checks.map((value) => ({ value, label: t(`vocabulary:cardCheck.${value}`) }))}
        />
      </div>
      <TextInput label={t('card.note')} hint={t('card.noteHint')} value={note} onChange={setNote} />
      <Checkbox label={t('card.compared')} checked={compared} onChange={setCompared} />
    </Dialog>
  );
};
