import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ProjectDetail } from '../../shared/contract/projects.ts';
import { formatDay } from '../../shared/dates.ts';
import { Chip } from '../ui/Chip.tsx';
import { orpc } from '../ui/core/client.ts';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { useIsNarrow } from '../ui/Split.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { useMuchRoom } from '../ui/window/room.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ReportMenu } from './ReportMenu.tsx';
import { projectTones } from './states.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import type { ProjectView } from './views.ts';

/** From when until when, as far as it is known. */
const useTerm = (): ((project: Pick<ProjectDetail, 'startsOn' | 'endsOn'>) => string) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  return ({ startsOn, endsOn }) => {
    const from = startsOn === null ? '' : formatDay(startsOn, language);
    const until = endsOn === null ? '' : formatDay(endsOn, language);
    if (from !== '' && until !== '') return t('frame.fromUntil', { from, until });
    if (from !== '') return t('frame.from', { from });
    return until === '' ? '' : t('frame.until', { until });
  };
};

const Head = ({
  project,
  view,
  fill,
  children,
}: {
  project: ProjectDetail;
  view: ProjectView;
  fill: boolean;
  children: ReactNode;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const termOf = useTerm();
  const { title, shortName, places, status } = project;
  const where =
    places.length > 2 ? t('frame.places', { count: places.length }) : places.map(({ name }) => name).join(', ');
  return (
    <Page
      fill={fill}
      title={shortName || title}
      windowTitle={shortName || title}
      subtitle={[shortName === '' ? '' : title, where, termOf(project)].filter(Boolean).join(' · ')}
      chips={<Chip tone={projectTones[status]}>{t(`vocabulary:projectStatus.${status}`)}</Chip>}
      actions={
        <>
          <ReportMenu project={project} />
          <ViewSwitch projectId={project.id} view={view} />
        </>
      }
    >
      {children}
    </Page>
  );
};

/**
 * The frame of every view of a project: reads the project of the address, shows its head with the switch of views and
 * the report menu, and hands the project to the view.
 */
export const ProjectFrame = ({
  view,
  fill = false,
  children,
}: {
  view: ProjectView;
  /** The view scrolls by itself (a grid, panes); a roomy one only where the window has the room for that. */
  fill?: boolean | 'roomy';
  children: (project: ProjectDetail) => ReactNode;
}) => {
  const { id = '' } = useParams();
  const isNarrow = useIsNarrow();
  useMuchRoom();
  const { data, error } = useQuery(orpc.projects.get.queryOptions({ input: { id } }));
  if (data === undefined) return error === null ? <Waiting lines={8} /> : <ErrorNotice error={error} />;
  return (
    <Head project={data} view={view} fill={fill === 'roomy' ? !isNarrow : fill}>
      {children(data)}
    </Head>
  );
};
