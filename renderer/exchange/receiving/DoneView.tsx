import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { saveFile } from '../../ui/core/files.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { PageContent } from '../../ui/Page.tsx';
import { Card, CardTitle, DetailList } from '../../ui/Panel.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import type { Merged } from './useReceiving.ts';

/** After a merge: what came of it, the receipt to be returned, and what waits for a decision. */
export const DoneView = ({ preview, entry, receipt, picked }: Merged & { picked: number }) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const { run, error } = useActs();
  const save = receipt === null ? undefined : (): void => void run(() => saveFile(receipt));
  const leave = (): void => void navigate('/exchange');
  useKeys({ 'Ctrl+Enter': save, Esc: leave });
  const conflicts = Math.max(0, entry.conflicts - picked);
  const { new: fresh, changed, removed, waiting } = preview.counts;
  return (
    <PageContent width={680}>
      <Card>
        <CardTitle>{t('receive.done')}</CardTitle>
        <Notice tone="ok">{t('receive.doneText', { name: preview.sender.name })}</Notice>
        <div style={{ margin: '12px 0' }}>
          <DetailList
            items={[
              { label: t('group.new'), value: fresh },
              { label: t('group.changed'), value: changed },
              { label: t('group.removed'), value: removed || null },
              { label: t('group.waiting'), value: waiting || null },
              { label: t('col.conflicts'), value: conflicts || null },
              { label: t('col.refused'), value: entry.refused || null },
              { label: t('col.held'), value: entry.held || null },
            ]}
          />
        </div>
        {receipt === null ? null : <p style={{ marginBottom: 12 }}>{t('receive.receipt')}</p>}
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {save === undefined ? null : (
            <Button variant="primary" icon={<DownloadIcon />} shortcut="Ctrl+Enter" onClick={save}>
              {t('receive.saveReceipt')}
            </Button>
          )}
          {conflicts === 0 ? null : (
            <Button onClick={() => void navigate('/conflicts')}>{t('receive.toConflicts')}</Button>
          )}
          {preview.signedApart.length === 0 || conflicts > 0 ? null : (
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
