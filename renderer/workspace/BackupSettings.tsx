import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { orpc } from '../ui/core/client.ts';
import { useNews } from '../ui/core/live.ts';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { BackupIcon } from '../ui/icons.tsx';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { BackupList } from './BackupList.tsx';

/** The backups of the open workspace: make one now, go back to one. */
export const BackupSettings = () => {
  const { t } = useTranslation(['workspace', 'common']);
  const { state } = useWorkspaceState();
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: orpc.workspace.backupsOf.key() });
  const make = useMutation(orpc.workspace.backUp.mutationOptions({ onSuccess: refresh }));
  useNews((news) => {
    if (news.kind === 'backup') void refresh();
  });
  const workspace = state?.workspace ?? null;
  return (
    <Card aria-label={t('workspace:backup.title')}>
      <CardTitle>{t('workspace:backup.title')}</CardTitle>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12, alignItems: 'stretch' }}>
        <p>{t('workspace:backup.text')}</p>
        <div>
          <Button icon={<BackupIcon />} waiting={make.isPending} onClick={() => make.mutate({})}>
            {t('common:action.backUpNow')}
          </Button>
        </div>
        {make.isSuccess ? <Notice tone="ok">{t('common:msg.backupDone')}</Notice> : null}
        <ErrorNotice error={make.error} />
        {workspace === null ? null : <BackupList workspace={workspace.ref} />}
      </div>
    </Card>
  );
};
