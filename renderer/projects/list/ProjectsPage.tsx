import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';

/** All projects. */
export const ProjectsPage = () => {
  const { t } = useTranslation('common');
  return <Page title={t('area.projects')}>{null}</Page>;
};
