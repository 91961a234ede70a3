import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LockIcon } from '../ui/icons.tsx';
import { Brand } from '../ui/window/Brand.tsx';
import { Main, Middle, TopLine, Window } from '../ui/window/frame.ts';
import { LanguageMenu } from '../ui/window/LanguageMenu.tsx';
import { ConnectionBar } from '../ui/window/ConnectionBar.tsx';
import { StatusBar } from '../ui/window/StatusBar.tsx';
import { FilesWait } from './FilesWait.tsx';

const Rail = styled('aside')({
  borderRight: '1px solid var(--line)',
  background: 'var(--bg)',
  padding: '26px 24px 18px',
  display: 'flex',
  flexDirection: 'column',
  overflow: 'auto',
  '& h1': { fontSize: 21, marginBottom: 6 },
  '@media (max-width: 720px)': { borderRight: 0, borderBottom: '1px solid var(--line)' },
});

const Sides = styled(Middle)({
  '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto', overflow: 'auto' },
});

const Content = styled(Main)({
  padding: '14px 24px',
  gap: 12,
  overflow: 'auto',
  '@media (max-width: 720px)': { overflow: 'visible' },
});

/** The window before a workspace is open: a rail that says where one is, the content, no navigation. */
export const StartFrame = ({ rail, children }: { rail: ReactNode; children: ReactNode }) => {
  const { t } = useTranslation('workspace');
  return (
    <Window>
      <TopLine className="noPrint">
        <Brand />
        <span style={{ flex: 1 }} />
        <span className="soft small" style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
          <LockIcon />
          {t('start.offline')}
        </span>
        <LanguageMenu />
      </TopLine>
      <ConnectionBar />
      <Sides side={264}>
        <Rail className="noPrint">{rail}</Rail>
        <Content>
          <FilesWait />
          {children}
        </Content>
      </Sides>
      <StatusBar left={t('start.nothingSent')} />
    </Window>
  );
};
