import { readProgramme, type ProgrammeView } from '../../projects/money/programme.ts';
import type { ProjectFrame } from '../project/head.ts';
import { readProjectFrame, type Sources } from '../project/read.ts';

export interface ProgrammeModel extends ProjectFrame {
  programme: ProgrammeView;
}

/**
 * The tasks and measures of a programme by year.
 * @throws notFound
 */
export const readProgrammeAnnex = (sources: Sources): ProgrammeModel => ({
  ...readProjectFrame(sources),
  programme: readProgramme(sources.workspace, sources.projectId),
});
