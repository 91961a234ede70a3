import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { saveFile } from '../../ui/core/files.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { PageContent } from '../../ui/Page.tsx';
import { Card, CardTitle, DetailList } from '../../ui/Panel.tsx';
import { useFigure } from '../../ui/window/figures.ts';
import { useKeys } from '../../ui/window/keys.ts';
import type { Merged } from './useReceiving.ts';

/** After a merge: what came of it, the receipt to be returned, and what waits for a decision. */
export const DoneView = ({ preview, entry, receipt, picked }: Merged & { picked: number }) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const { run, error } = useActs();
  const figure = useFigure();
  const some = (count: number): string | null => (count === 0 ? null : figure(count));
  const save = receipt === null ? undefined : (): void => void run(() => saveFile(receipt));
  const leave = (): void => void navigate('/exchange');
  useKeys({ 'Ctrl+Enter': save, Esc: leave });
  const conflicts = Math.max(0, entry.conflicts - picked);
  const { new: fresh, changed, removed, waiting } = preview.counts;
  const isEmpty = fresh + changed + removed + waiting + preview.counts.conflict === 0;
  return (
    <PageContent width={680}>
      <Card>
        <CardTitle>{t('receive.done')}</CardTitle>
        <Notice tone="ok">
          {isEmpty ? t('receive.doneNothing') : t('receive.doneText', { name: preview.sender.name })}
        </Notice>
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
