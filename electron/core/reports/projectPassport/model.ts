import type { IndicatorRow, MoneyView } from '../../../../shared/contract/projects.ts';
import { readIndicators } from '../../projects/indicators/read.ts';
import { readMoney } from '../../projects/money/read.ts';
import type { PaperActivity } from '../project/activities.ts';
import type { ProjectFrame } from '../project/head.ts';
import { readPaperActivities, readProjectFrame, type Sources } from '../project/read.ts';

export interface PassportModel extends ProjectFrame {
  activities: PaperActivity[];
  indicators: IndicatorRow[];
  money: MoneyView;
}

/**
 * What a project is and wants, as it stands today.
 * @throws notFound, tooManyRowsOnPaper
 */
export const readPassport = (sources: Sources): PassportModel => ({
  ...readProjectFrame(sources),
  activities: readPaperActivities(sources),
  indicators: readIndicators(sources.workspace, sources.resources, sources.projectId, sources.today),
  money: readMoney(sources.workspace, sources.projectId),
});
