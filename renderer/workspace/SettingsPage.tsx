import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Page, PageContent } from '../ui/Page.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { AboutSettings } from './AboutSettings.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { ProtectionSettings } from './ProtectionSettings.tsx';
import { WindowSettings } from './WindowSettings.tsx';
import { WorkSettings } from './WorkSettings.tsx';

const parts = ['window', 'work', 'protection', 'backups', 'about'] as const;
type Part = (typeof parts)[number];

const pages: Record<Part, () => ReactNode> = {
  window: () => <WindowSettings />,
  work: () => <WorkSettings />,
  protection: () => <ProtectionSettings />,
  backups: () => <BackupSettings />,
  about: () => <AboutSettings />,
};

/** Settings of this computer and of the workspace. */
export const SettingsPage = () => {
  const { t } = useTranslation('workspace');
  const navigate = useNavigate();
  const wanted = useParams()['part'];
  const part = parts.find((one) => one === wanted) ?? 'window';
  return (
    <Page title={t('settings.title')} fill>
      <Tabs
        label={t('settings.parts')}
        value={part}
        onChange={(next) => void navigate(`/settings/${next}`, { replace: true })}
        tabs={parts.map((one) => ({ value: one, label: t(`settings.part.${one}`) }))}
      />
      <TabPanel value={part}>
        <div style={{ overflow: 'auto', flex: 1 }}>
          <PageContent width={720}>{pages[part]()}</PageContent>
        </div>
      </TabPanel>
    </Page>
  );
};
