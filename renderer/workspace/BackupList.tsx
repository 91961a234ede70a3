import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InferClientOutputs } from '@orpc/client';
import type { Client } from '../../shared/contract/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { client, orpc } from '../ui/core/client.ts';
import { holdPages } from '../ui/core/holding.ts';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import { Table } from '../ui/Table.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { momentWords } from '../ui/window/whenWords.ts';

type Backup = InferClientOutputs<Client>['workspace']['backups'][number];

/** Backups of a workspace, the latest first, each of which can take its place. */
export const BackupList = ({ workspace, onRestored }: { workspace: string; onRestored?: () => void }) => {
  const { t } = useTranslation(['workspace', 'common']);
  const { language, locale } = useLanguage();
  const [asked, setAsked] = useState<Backup>();
  const { state } = useWorkspaceState();
  const isOpen = state?.status === 'open' && state.workspace?.ref === workspace;
  const { data, error, refetch } = useQuery(orpc.workspace.backupsOf.queryOptions({ input: { workspace } }));
  const restore = useMutation({
    mutationFn: (ref: string) => {
      const work = () => client.workspace.restore({ ref, workspace });
      return isOpen ? holdPages(work) : work();
    },
    onSuccess: async () => {
      await refetch();
      onRestored?.();
    },
  });
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={3} />;
  if (data.length === 0) return <p className="soft">{t('workspace:restore.none')}</p>;
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
      <p className="soft">{t('workspace:restore.text')}</p>
      {restore.isSuccess ? <Notice tone="ok">{t('workspace:restore.done')}</Notice> : null}
      <Table
        label={t('workspace:backup.title')}
        head={[
          t('workspace:backup.madeAt'),
          t('workspace:backup.kind'),
          t('workspace:backup.size'),
          <span key="act" className="unseen">
            {t('common:action.restore')}
          </span>,
        ]}
        rows={data.map((backup) => ({
          key: backup.ref,
          cells: [
            momentWords(backup.madeAt, language),
            t(`workspace:backup.kinds.${backup.kind}`),
            t('workspace:backup.megabytes', { size: size.format(backup.bytes / 1_048_576) }),
            <Button key="act" size="small" onClick={() => setAsked(backup)}>
              {t('common:action.restore')}
            </Button>,
          ],
        }))}
      />
      <ConfirmDialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('workspace:restore.confirm', {
          when: asked === undefined ? '' : momentWords(asked.madeAt, language),
        })}
        text={t('workspace:restore.confirmText')}
        confirmLabel={t('common:action.restore')}
        danger
        onConfirm={async () => {
          if (asked !== undefined) await restore.mutateAsync(asked.ref);
        }}
      />
    </div>
  );
};
