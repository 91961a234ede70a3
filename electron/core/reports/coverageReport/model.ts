import type { CoverageView } from '../../../../shared/contract/projects.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { readCoverage } from '../../projects/activities/coverage.ts';
import type { ProjectFrame } from '../project/head.ts';
import { noonOf, readProjectFrame, type Sources } from '../project/read.ts';

export interface CoverageModel extends ProjectFrame {
  coverage: CoverageView;
}

/**
 * Which municipalities a project has reached.
 * @param asOf null: today
 * @throws notFound
 */
export function readCoveragePaper(sources: Sources, asOf: IsoDay | null): CoverageModel {
  const { workspace, resources, projectId, form, today } = sources;
  const coverage = readCoverage(workspace, resources, { projectId, asOf, kinds: [] }, noonOf(today), form);
  return { ...readProjectFrame(sources), coverage, day: coverage.asOf };
}
