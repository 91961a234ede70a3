import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { Button } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { AttachIcon } from '../../../ui/icons.tsx';
import { ErrorNotice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Panel.tsx';
import { KeptFile, useFiles } from '../../fields/KeptFile.tsx';
import { Lines } from '../../fields/Lines.ts';

/** Files that show that it took place: each opens, and can be taken away. */
export const Evidence = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation('projects');
  const { run, error, running, attach, take } = useFiles();
  const owner = { ownerEntity: 'activity', ownerId: activity.id } as const;
  return (
    <Section
      title={t('activity.files')}
      count={activity.files.length || undefined}
      action={
        <Button
          size="small"
          variant="bare"
          icon={<AttachIcon size={13} />}
          waiting={running}
          onClick={() => attach(owner)}
        >
          {t('activity.attach')}
        </Button>
      }
    >
      <FileDrop onFiles={(transfer) => take(owner, transfer)}>
        {activity.files.length === 0 ? <p className="soft small">{t('activity.dropHere')}</p> : null}
        <Lines aria-label={t('activity.files')}>
          {activity.files.map((file) => (
            <KeptFile key={file.id} file={file} removeLabel={t('activity.detach', { name: file.name })} run={run} />
          ))}
        </Lines>
      </FileDrop>
      <ErrorNotice error={error} />
    </Section>
  );
};
