import { ProjectFrame } from '../ProjectFrame.tsx';

/** How a project stands: its figures, which communities it has reached, what is late. */
export const OverviewPage = () => <ProjectFrame view="overview">{(project) => <p>{project.goal}</p>}</ProjectFrame>;
