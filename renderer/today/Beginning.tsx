import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { Box } from './Box.tsx';

/** In a new workspace: what to do first, and a way to it. */
export const Beginning = ({ hasGroups }: { hasGroups: boolean }) => {
  const { t } = useTranslation('today');
  const navigate = useNavigate();
  return (
    <Box title={t('begin.title')}>
      <div style={{ padding: '4px 12px 14px', display: 'flex', flexDirection: 'column', gap: 12, maxWidth: 640 }}>
        <p>{hasGroups ? t('begin.meeting') : t('begin.group')}</p>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <Button
            variant="primary"
            icon={<PlusIcon />}
            onClick={() => void navigate(hasGroups ? '/meetings?new=1' : '/directory/groups')}
          >
            {hasGroups ? t('begin.toMeeting') : t('begin.toGroup')}
          </Button>
          {hasGroups ? null : (
            <Button onClick={() => void navigate('/directory/import/people')}>{t('begin.import')}</Button>
          )}
        </div>
      </div>
    </Box>
  );
};
