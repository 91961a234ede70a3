import { styled } from '@mui/material/styles';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Page } from '../ui/Page.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useMuchRoom } from '../ui/window/room.ts';

const places = { agencies: '/exchange', cards: '/exchange/cards', log: '/exchange/log' } as const;
const tabs = ['agencies', 'cards', 'log'] as const;

export type ExchangeTab = (typeof tabs)[number];

const Inside = styled('div')({ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' });

/** The frame of the three lists of the exchange. */
export const ExchangeFrame = ({
  tab,
  actions,
  children,
}: {
  tab: ExchangeTab;
  actions: ReactNode;
  children: ReactNode;
}) => {
  const { t } = useTranslation(['exchange', 'common']);
  const navigate = useNavigate();
  useMuchRoom();
  const state: unknown = useLocation().state;
  const byTab = state === 'tab';
  useEffect(() => {
    // whoever moves along the tabs by the arrows stays on them
    if (byTab) document.getElementById(`exchange-${tab}`)?.focus();
  }, [tab, byTab]);
  const area = t('common:area.exchange');
  return (
    <Page fill title={area} windowTitle={`${t(`tab.${tab}`)} · ${area}`} actions={actions}>
      <Tabs
        id="exchange"
        label={area}
        value={tab}
        onChange={(next) => void navigate(places[next], { state: 'tab' })}
        tabs={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
      />
      <TabPanel id="exchange" value={tab}>
        <Inside>{children}</Inside>
      </TabPanel>
    </Page>
  );
};
