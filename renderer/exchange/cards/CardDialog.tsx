import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyCardView } from '../../../shared/contract/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { trackSaving } from '../../ui/core/saving.ts';
import { client } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fingerprint } from '../Fingerprint.tsx';
import { CardFacts } from './CardFacts.tsx';
import { ReadCardDialog } from './ReadCardDialog.tsx';
import { TrustDialog } from './TrustDialog.tsx';

/** Where a card comes from: one that is here, a file, a text; `new`: the person has yet to choose. */
export type CardSource = 'new' | { card: AgencyCardView } | { ticket: string } | { text: string };

/** A card that is here: its facts, and the ways to give it up. */
const KnownCard = ({ card, onClose }: { card: AgencyCardView; onClose: () => void }) => {
  const { t } = useTranslation('exchange');
  const [asked, setAsked] = useState<'revoke' | 'remove'>();
  const { name } = card;
  if (asked === 'revoke')
    return (
      <ConfirmDialog
        open
        danger
        onClose={onClose}
        title={t('card.revokeTitle', { name })}
        text={t('card.revokeText')}
        reason={{ label: t('card.reason'), required: true }}
        confirmLabel={t('card.revokeDo')}
        onConfirm={async (note) => {
          await trackSaving(client.exchange.revokeCard({ id: card.id, note }));
        }}
      />
    );
  if (asked === 'remove')
    return (
      <ConfirmDialog
        open
        danger
        onClose={onClose}
        title={t('card.removeTitle', { name })}
        text={t('card.removeText')}
        confirmLabel={t('card.remove')}
        onConfirm={async () => {
          await trackSaving(client.exchange.removeCard({ id: card.id }));
        }}
      />
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('card.title')}
      width={600}
      actions={
        <>
          {card.state === 'trusted' ? (
            <Button variant="danger" onClick={() => setAsked('revoke')}>
              {t('card.revoke')}
            </Button>
          ) : null}
          <Button onClick={() => setAsked('remove')}>{t('card.remove')}</Button>
        </>
      }
    >
      <h3 style={{ fontSize: 15 }}>{name}</h3>
      <Fingerprint label={t('own.fingerprint')} value={card.fingerprint} size="large" />
      <CardFacts card={card} />
    </Dialog>
  );
};

type Waiting = Pick<AgencyCardView, 'id' | 'name' | 'fingerprint'>;

/** One card: read and taken, compared and trusted, or given up. The caller draws it anew (by `key`) for another source. */
export const CardDialog = ({ source, onClose }: { source: CardSource; onClose: () => void }) => {
  const given = typeof source === 'object' && 'card' in source ? source.card : null;
  const waits = given !== null && (given.state === 'imported' || given.state === 'introduced');
  const [toCompare, setToCompare] = useState<Waiting | null>(waits ? given : null);
  if (toCompare !== null) return <TrustDialog card={toCompare} onClose={onClose} />;
  if (given !== null) return <KnownCard card={given} onClose={onClose} />;
  const first = typeof source === 'object' && !('card' in source) ? source : null;
  return <ReadCardDialog first={first} onTaken={setToCompare} onClose={onClose} />;
};
