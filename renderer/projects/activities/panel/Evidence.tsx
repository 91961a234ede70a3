import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { Button, IconButton, LinkButton } from '../../../ui/Button.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { pickFiles, saveFile } from '../../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../../ui/icons.tsx';
import { ErrorNotice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Panel.tsx';

/** Lines of a panel with something to press at their end. */
export const Lines = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& > li': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 26, minWidth: 0 },
  '& > li > svg': { flex: 'none', color: 'var(--soft)' },
  '& > li > .words': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& > li > .mark': { color: 'var(--soft)', fontSize: 12, flex: 'none' },
});

/** Files that show that it took place: each opens, and can be taken away. */
export const Evidence = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const attach = (): void =>
    void run(async () => {
      for (const { ticket } of await pickFiles({ multiple: true }))
        await client.projects.attach({ ownerEntity: 'activity', ownerId: activity.id, ticket });
    });
  return (
    <Section
      title={t('activity.files')}
      count={activity.files.length || undefined}
      action={
        <Button size="small" variant="bare" icon={<AttachIcon size={13} />} waiting={running} onClick={attach}>
          {t('activity.attach')}
        </Button>
      }
    >
      <Lines aria-label={t('activity.files')}>
        {activity.files.map(({ id, name }) => (
          <li key={id}>
            <AttachIcon size={13} />
            <span className="words">
              <LinkButton onClick={() => void run(async () => saveFile(await client.projects.file({ id })))}>
                {name}
              </LinkButton>
            </span>
            <IconButton
              size="small"
              label={t('activity.detach', { name })}
              icon={<CloseIcon size={13} />}
              onClick={() => void run(() => client.projects.detach({ id }))}
            />
          </li>
        ))}
      </Lines>
      <ErrorNotice error={error} />
    </Section>
  );
};
