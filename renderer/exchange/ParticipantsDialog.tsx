import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyStatus, ExchangeStatus } from '../../shared/contract/exchange.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Which agencies take part in the exchange of a group; only those whose card is trusted can join. */
export const ParticipantsDialog = ({
  group,
  agencies,
  onClose,
}: {
  group: ExchangeStatus['groups'][number];
  agencies: readonly AgencyStatus[];
  onClose: () => void;
}) => {
  const { t } = useTranslation(['exchange', 'common', 'vocabulary']);
  const { run, running, error } = useActs();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(group.agencyIds));
  const offered = agencies.filter(({ card }) => card.state === 'trusted' || chosen.has(card.agencyId));
  const toggle = (agencyId: string): void =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(agencyId)) next.add(agencyId);
      return next;
    });
  const save = (): void =>
    void run(async () => {
      await client.exchange.setParticipants({ groupId: group.id, agencyIds: [...chosen] });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('groups.choose', { name: group.name })}
      error={error}
      submitting={running}
      onSubmit={offered.length === 0 ? undefined : save}
    >
      <p className="soft">{t('groups.text')}</p>
      {offered.length === 0 ? <Notice>{t('groups.noCards')}</Notice> : null}
      {offered.map(({ card }) => (
        <Checkbox
          key={card.agencyId}
          label={card.name}
          hint={card.state === 'trusted' ? undefined : t(`vocabulary:cardState.${card.state}`)}
          checked={chosen.has(card.agencyId)}
          onChange={() => toggle(card.agencyId)}
        />
      ))}
    </Dialog>
  );
};
