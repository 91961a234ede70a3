import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { client, orpc } from '../ui/core/client.ts';
import { flushAll } from '../ui/core/saving.ts';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import { Card, CardTitle, DetailList } from '../ui/Panel.tsx';

/** Which program and which file this is, and whether the file is sound. */
export const AboutSettings = () => {
  const { t } = useTranslation('workspace');
  const { state } = useWorkspaceState();
  const check = useMutation({ mutationFn: () => client.workspace.check() });
  const close = useMutation(
    orpc.workspace.close.mutationOptions({
      onMutate: flushAll,
    }),
  );
  const workspace = state?.workspace ?? null;
  return (
    <>
      <Card aria-label={t('settings.part.about')}>
        <CardTitle>{t('settings.part.about')}</CardTitle>
        <DetailList
          items={[
            { label: t('settings.about.version'), value: state?.version },
            { label: t('settings.about.file'), value: workspace?.fileName },
            { label: t('settings.about.agency'), value: workspace?.agency },
            { label: t('settings.about.person'), value: workspace?.person },
            {
              label: t('settings.about.sample'),
              value: workspace?.sample === true ? t('settings.about.sampleText') : undefined,
            },
          ]}
        />
        <div style={{ marginTop: 12 }}>
          <Button onClick={() => close.mutate({})}>{t('settings.close')}</Button>
        </div>
        <ErrorNotice error={close.error} />
      </Card>
      <Card aria-label={t('check.title')}>
        <CardTitle>{t('check.title')}</CardTitle>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 10, alignItems: 'flex-start' }}>
          <p>{t('check.text')}</p>
          <Button waiting={check.isPending} onClick={() => check.mutate()}>
            {t('check.run')}
          </Button>
          <ErrorNotice error={check.error} />
          {check.data === undefined ? null : (
            <Notice tone={check.data.ok ? 'ok' : 'error'}>
              {check.data.ok ? (
                t('check.ok', {
                  records: t('check.records', { count: check.data.records }),
                  changes: t('check.changes', { count: check.data.changes }),
                })
              ) : (
                <>
                  {t('check.found')}
                  <ul style={{ margin: 0, paddingLeft: 18 }}>
                    {check.data.findings.map((finding) => (
                      <li key={finding}>{finding}</li>
                    ))}
                  </ul>
                </>
              )}
            </Notice>
          )}
        </div>
      </Card>
    </>
  );
};
