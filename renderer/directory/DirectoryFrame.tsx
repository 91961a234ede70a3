import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Page } from '../ui/Page.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useMuchRoom } from '../ui/window/room.ts';
import { writeRemembered } from '../ui/window/remembered.ts';

export const directoryTabs = ['organisations', 'people', 'groups'] as const;
export type DirectoryTab = (typeof directoryTabs)[number];

/** Under what the tab shown last is remembered on this computer. */
export const rememberedTab = 'directory.tab';

/** The frame of the three lists of the directory. */
export const DirectoryFrame = ({
  tab,
  subtitle,
  actions,
  children,
}: {
  tab: DirectoryTab;
  subtitle?: ReactNode;
  actions: ReactNode;
  children: ReactNode;
}) => {
  const { t } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  useMuchRoom();
  const state: unknown = useLocation().state;
  const byTab = state === 'tab';
  useEffect(() => {
    writeRemembered(rememberedTab, tab);
    // whoever moves along the tabs by the arrows stays on them
    if (byTab) document.getElementById(`directory-${tab}`)?.focus();
  }, [tab, byTab]);
  return (
    <Page
      fill
      title={t('common:area.directory')}
      windowTitle={`${t(`tab.${tab}`)} · ${t('common:area.directory')}`}
      subtitle={subtitle}
      actions={actions}
    >
      <Tabs
        id="directory"
        label={t('common:area.directory')}
        value={tab}
        onChange={(next) => void navigate(`/directory/${next}`, { state: 'tab' })}
        tabs={directoryTabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
      />
      <TabPanel id="directory" value={tab}>
        <div style={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
          {children}
        </div>
      </TabPanel>
    </Page>
  );
};
