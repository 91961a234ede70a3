import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { Coverage } from './coverage/Coverage.tsx';
import { Figures } from './Figures.tsx';
import { Indicators } from './Indicators.tsx';
import { Late } from './Late.tsx';
import { MoneyCard } from './MoneyCard.tsx';
import { Running } from './Running.tsx';

const Body = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  gap: 12,
  padding: 12,
  '& > :first-of-type': { flex: 1 },
  '@media (max-width: 900px)': { flexDirection: 'column', flex: 'none', minHeight: 'auto' },
  '@media print': { display: 'block' },
});

const Scroll = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  '@media (max-width: 900px)': { overflow: 'auto' },
  '@media print': { display: 'block', overflow: 'visible' },
});

const Side = styled('section')({
  width: 'clamp(280px, 29vw, 372px)',
  flex: 'none',
  '&:empty': { display: 'none' },
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  minHeight: 0,
  overflow: 'auto',
  borderRadius: 8,
  '@media (max-width: 900px), print': { overflow: 'visible', width: 'auto' },
});

const Overview = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const { data: home, error } = useQuery(orpc.projects.home.queryOptions({ input: { id: project.id } }));
  return (
    <Scroll>
      {error !== null && home === undefined ? <ErrorNotice error={error} /> : null}
      {home === undefined ? null : <Figures home={home} />}
      <Body>
        <Coverage project={project} />
        <Side aria-label={t('overview.side')} tabIndex={0}>
          {home === undefined ? null : <Late late={home.late} />}
          {home === undefined ? null : <Running running={home.running} />}
          <Indicators projectId={project.id} />
          <MoneyCard projectId={project.id} />
        </Side>
      </Body>
    </Scroll>
  );
};

/** How a project stands: its figures, which communities it has reached, what is late, its indicators and its money. */
export const OverviewPage = () => (
  <ProjectFrame view="overview" fill>
    {(project) => <Overview key={project.id} project={project} />}
  </ProjectFrame>
);
