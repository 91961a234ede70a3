import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ExchangeStatus } from '../../../shared/contract/exchange.ts';
import type { HeldBatch } from '../../../shared/contract/exchangeViews.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { useFigure } from '../../ui/window/figures.ts';
import { say } from '../../ui/window/say.ts';
import { askFor } from '../asked.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

/** The card whose comparison lets a held batch in: of its origin, taken or introduced, or renewed. */
const cardToCompare = (
  { origin, reason }: HeldBatch,
  { agencies, ownLater }: Pick<ExchangeStatus, 'agencies' | 'ownLater'>,
): string | undefined => {
  if (reason === 'ownLater') return ownLater.find(({ state }) => state === 'introduced' || state === 'imported')?.id;
  const agency = agencies.find(({ card }) => card.agencyId === origin);
  if (reason === 'renewed') return agency?.renewed?.id;
  const waits = agency?.card.state === 'imported' || agency?.card.state === 'introduced';
  return reason === 'notTrusted' && waits ? agency.card.id : undefined;
};

/** What came and is kept without being merged, and why; nothing where nothing is held. */
export const HeldBatches = (cards: Pick<ExchangeStatus, 'agencies' | 'ownLater'>) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const words = useExchangeWords();
  const figure = useFigure();
  const { run, running, error } = useActs();
  const [takingBack, setTakingBack] = useState(false);
  const { data, error: unread } = useQuery(orpc.exchange.held.queryOptions());
  if (unread !== null) return <ErrorNotice error={unread} />;
  if (data === undefined || data.length === 0) return null;
  const merge = async (ownEarlier: boolean): Promise<void> => {
    const merged = await client.exchange.mergeHeld({ ownEarlier });
    say(merged.batches === 0 ? t('log.nothingHeld') : t('log.mergedHeld', merged));
  };
  return (
    <div style={{ background: 'var(--surface)', borderBottom: '1px solid var(--line)', flex: 'none' }}>
      <Section
        title={t('log.held')}
        count={figure(data.length)}
        action={
          <>
            {data.some(({ reason }) => reason === 'ownEarlier') ? (
              <Button size="small" onClick={() => setTakingBack(true)}>
                {t('log.takeBack')}
              </Button>
            ) : null}
            <Button
              size="small"
              variant={data.some(({ reason }) => reason === 'ready') ? 'primary' : 'plain'}
              waiting={running}
              onClick={() => void run(() => merge(false))}
            >
              {t('log.mergeHeld')}
            </Button>
          </>
        }
      >
        <p className="soft" style={{ marginBottom: 6 }}>
          {t('log.heldText')}
        </p>
        <ErrorNotice error={error} />
        <Table
          label={t('log.held')}
          head={[t('col.agency'), t('col.through'), t('col.group'), t('col.changes'), t('col.since'), t('col.reason')]}
          rows={data.map((batch, at) => {
            const card = cardToCompare(batch, cards);
            return {
              key: `${batch.origin} ${batch.since} ${at}`,
              cells: [
                batch.agency,
                batch.through,
                batch.group,
                figure(batch.changes),
                words.moment(batch.since),
                <>
                  {words.reason(batch.reason)}{' '}
                  {card === undefined ? null : (
                    <LinkButton onClick={() => void navigate(...askFor('/exchange', { card }))}>
                      {t('card.toCompare')}
                    </LinkButton>
                  )}
                </>,
              ],
            };
          })}
        />
      </Section>
      <ConfirmDialog
        open={takingBack}
        danger
        onClose={() => setTakingBack(false)}
        title={t('log.takeBackTitle')}
        text={t('log.takeBackText')}
        confirmLabel={t('log.takeBackDo')}
        onConfirm={() => merge(true)}
      />
    </div>
  );
};
