import { ProjectFrame } from '../ProjectFrame.tsx';

/** What a project is made of. */
export const AboutPage = () => <ProjectFrame view="about">{(project) => <p>{project.goal}</p>}</ProjectFrame>;
