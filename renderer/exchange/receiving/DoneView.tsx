import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { PageContent } from '../../ui/Page.tsx';
import { Card, CardTitle, DetailList } from '../../ui/Panel.tsx';
import { useFigure } from '../../ui/window/figures.ts';
import { useKeys } from '../../ui/window/keys.ts';
import type { Merged } from './useReceiving.ts';

/** After a merge: what came of it, the receipt to be returned, and what waits for a decision. */
export const DoneView = ({ entry, counts, signedApart, byFolder, picked }: Merged) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const { run, error } = useActs();
  const figure = useFigure();
  const some = (count: number): string | null => (count === 0 ? null : figure(count));
  // made at the moment when it is saved: a ticket would be gone after an hour, or a lock
  const save = byFolder
    ? undefined
    : (): void => void run(async () => saveFile(await client.exchange.makeReceipt({ id: entry.id })));
  const leave = (): void => void navigate('/exchange');
  useKeys({ 'Ctrl+Enter': save, Esc: leave });
  const conflicts = Math.max(0, entry.conflicts - picked);
  const { new: fresh, changed, removed, waiting } = counts;
  const isEmpty = fresh + changed + removed + waiting + counts.conflict === 0;
  return (
    <PageContent width={680}>
      <Card>
        <CardTitle>{t('receive.done')}</CardTitle>
        <Notice tone="ok">{isEmpty ? t('receive.doneNothing') : t('receive.doneText', { name: entry.agency })}</Notice>
        <div style={{ margin: '12px 0' }}>
          <DetailList
            items={[
              { label: t('group.new'), value: figure(fresh) },
              { label: t('group.changed'), value: figure(changed) },
              { label: t('group.removed'), value: some(removed) },
              { label: t('group.waiting'), value: some(waiting) },
              { label: t('col.conflicts'), value: some(conflicts) },
              { label: t('col.refused'), value: some(entry.refused) },
              { label: t('col.held'), value: some(entry.held) },
            ]}
          />
        </div>
        {byFolder ? null : <p style={{ marginBottom: 12 }}>{t('receive.receipt')}</p>}
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {save === undefined ? null : (
            <Button variant="primary" icon={<DownloadIcon />} shortcut="Ctrl+Enter" onClick={save}>
              {t('receive.saveReceipt')}
            </Button>
          )}
          {conflicts === 0 ? null : (
            <Button onClick={() => void navigate('/conflicts')}>{t('receive.toConflicts')}</Button>
          )}
          {signedApart === 0 || conflicts > 0 ? null : (
            <Button onClick={() => void navigate('/conflicts')}>{t('receive.toApart')}</Button>
          )}
          <Button shortcut="Esc" onClick={leave}>
            {t('receive.toExchange')}
          </Button>
        </div>
      </Card>
      <ErrorNotice error={error} />
    </PageContent>
  );
};
