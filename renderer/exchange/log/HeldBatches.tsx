import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { say } from '../../ui/window/say.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

/** What came and is kept without being merged, and why; nothing where nothing is held. */
export const HeldBatches = () => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
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
        count={data.length}
        action={
          <>
            {data.some(({ reason }) => reason === 'ownEarlier') ? (
              <Button size="small" onClick={() => setTakingBack(true)}>
                {t('log.takeBack')}
              </Button>
            ) : null}
            <Button size="small" waiting={running} onClick={() => void run(() => merge(false))}>
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
          rows={data.map((batch, at) => ({
            key: `${batch.origin} ${batch.since} ${at}`,
            cells: [
              batch.agency,
              batch.through,
              batch.group,
              batch.changes,
              words.moment(batch.since),
              words.reason(batch.reason),
            ],
          }))}
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
