import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ArrowRightIcon } from '../ui/icons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

/** An address that leads nowhere, for example to a record that another version had. */
export const NoPage = () => {
  const { t } = useTranslation(['app', 'common']);
  const navigate = useNavigate();
  return (
    <Page title={t('app:error.noPage')}>
      <EmptyState
        text={t('app:error.noPage')}
        icon={<ArrowRightIcon />}
        action={{ label: t('common:area.meetings'), run: () => void navigate('/') }}
      />
    </Page>
  );
};
