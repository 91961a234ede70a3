import { styled } from '@mui/material/styles';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { client } from '../../ui/core/client.ts';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { say } from '../../ui/window/say.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { idOfPart } from './AboutSection.tsx';
import { aboutParts, type AboutPart } from './aboutParts.ts';
import { Basics } from './Basics.tsx';
import { Continuation } from './Continuation.tsx';
import { Deliverables } from './Deliverables.tsx';
import { Lines } from './Lines.tsx';
import { LinkedMemoranda } from './LinkedMemoranda.tsx';
import { Milestones } from './Milestones.tsx';
import { Objectives } from './Objectives.tsx';
import { Partners } from './Partners.tsx';
import { Places } from './Places.tsx';
import { Risks } from './Risks.tsx';

const Body = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: '196px minmax(0, 1fr)',
  '@media (max-width: 900px), print': { display: 'block', overflow: 'auto' },
});

const Contents = styled('nav')({
  padding: '12px 8px',
  borderRight: '1px solid var(--line)',
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
  '& a': {
    display: 'flex',
    gap: 8,
    padding: '5px 10px',
    borderRadius: 'var(--radius)',
    color: 'var(--text)',
    textDecoration: 'none',
  },
  '& a:hover': { background: 'var(--fill)' },
  '& a[aria-current]': { background: 'var(--ink-soft)', color: 'var(--ink-text)', fontWeight: 600 },
  '@media (max-width: 900px), print': { display: 'none' },
});

const Sheets = styled('div')({
  overflow: 'auto',
  padding: 12,
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  '& > section': { width: '100%', maxWidth: 980, flex: 'none' },
  '@media (max-width: 900px), print': { overflow: 'visible' },
});

const Foot = styled('div')({ display: 'flex', gap: 8, flexWrap: 'wrap', '@media print': { display: 'none' } });

const countOf = (project: ProjectDetail, part: AboutPart): number | null => {
  switch (part) {
    case 'basics':
    case 'continuation':
      return null;
    case 'objectives':
    case 'places':
    case 'partners':
    case 'lines':
    case 'milestones':
    case 'deliverables':
    case 'risks':
    case 'memoranda':
      return project[part].length;
  }
};

/** Goes to a part: its heading is at the top and has the focus, so that Tab goes on from there. */
const goTo = (part: AboutPart): void => {
  const section = document.querySelector<HTMLElement>(`#${idOfPart(part)}`);
  // where it is narrow all of it scrolls, else only the sheets
  const sheets = section?.closest<HTMLElement>('[data-about=wide]');
  const box =
    sheets && sheets.scrollHeight > sheets.clientHeight ? sheets : sheets?.closest<HTMLElement>('[data-about=narrow]');
  // only the box of the page scrolls: `scrollIntoView` would move the window's own frame with it
  if (section && box) box.scrollTo({ top: section.offsetTop - box.offsetTop - 12 });
  section?.querySelector<HTMLElement>('h2 [tabindex]')?.focus({ preventScroll: true });
};

const About = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'common']);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [asking, setAsking] = useState<'history' | 'remove' | null>(null);
  const part = aboutParts.find((one) => one === search.get('part'));
  useEffect(() => {
    if (part !== undefined) goTo(part);
  }, [part]);
  const choose = useCallback(
    (next: AboutPart): void => {
      setSearch({ part: next }, { replace: true });
      goTo(next);
    },
    [setSearch],
  );
  const group = t('common:area.projects');
  useCommands([
    ...aboutParts.map((one) => ({
      id: `projects.about.${one}`,
      group,
      label: `${t('frame.view.about')}: ${t(`about.${one}`)}`,
      run: () => choose(one),
    })),
    { id: 'projects.history', group, label: t('about.history'), run: () => setAsking('history') },
    { id: 'projects.remove', group, label: t('list.remove'), run: () => setAsking('remove') },
  ]);
  useStatusKeys([
    { keys: 'Enter', label: t('about.key.open') },
    { keys: ['Alt+Up', 'Alt+Down'], label: t('about.key.move') },
    { keys: 'Del', label: t('about.key.remove') },
    { keys: ['Ctrl+1', 'Ctrl+9'], label: t('coverage.key.view') },
  ]);
  return (
    <Body data-about="narrow">
      <Contents aria-label={t('about.parts')}>
        {aboutParts.map((one) => {
          const count = countOf(project, one);
          return (
            <Link
              key={one}
              to={`?part=${one}`}
              replace
              aria-current={one === part ? 'true' : undefined}
              onClick={() => goTo(one)}
            >
              <span>{t(`about.${one}`)}</span>
              {count === null ? null : (
                <span className="soft" style={{ marginLeft: 'auto' }}>
                  {count}
                </span>
              )}
            </Link>
          );
        })}
      </Contents>
      <Sheets data-about="wide">
        <Basics project={project} />
        <Objectives project={project} />
        <Places project={project} />
        <Partners project={project} />
        <Lines project={project} />
        <Milestones project={project} />
        <Deliverables project={project} />
        <Risks project={project} />
        <LinkedMemoranda project={project} />
        <Continuation project={project} />
        <Foot>
          <Button onClick={() => setAsking('history')}>{t('about.history')}</Button>
          <Button variant="danger" onClick={() => setAsking('remove')}>
            {t('list.remove')}
          </Button>
        </Foot>
      </Sheets>
      <HistoryDialog open={asking === 'history'} onClose={() => setAsking(null)} entity="project" row={project.id} />
      {asking === 'remove' ? (
        <ConfirmDialog
          open
          danger
          title={t('list.remove')}
          text={t('list.removeText', { title: project.title })}
          confirmLabel={t('common:action.remove')}
          onConfirm={async () => {
            await client.projects.remove({ id: project.id });
            void navigate('/projects');
            say(t('list.removed', { title: project.shortName || project.title }));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Body>
  );
};

/** What a project is made of: each part is added to, changed, moved and taken away here. */
export const AboutPage = () => (
  <ProjectFrame view="about" fill>
    {(project) => <About key={project.id} project={project} />}
  </ProjectFrame>
);
