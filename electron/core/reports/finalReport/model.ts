import type { IndicatorRow, MoneyView } from '../../../../shared/contract/projects.ts';
import { readIndicators } from '../../projects/indicators/read.ts';
import { readMoney } from '../../projects/money/read.ts';
import type { PaperActivity } from '../project/activities.ts';
import type { ProjectFrame } from '../project/head.ts';
import type { ParticipantSum } from '../project/participants.ts';
import {
  readPaperActivities,
  readParticipants,
  readProjectFrame,
  readTexts,
  type Narratives,
  type Sources,
} from '../project/read.ts';

export interface FinalModel extends ProjectFrame {
  activities: PaperActivity[];
  /** Of all held activities. */
  participants: ParticipantSum[];
  indicators: IndicatorRow[];
  money: MoneyView;
  texts: Narratives;
}

/**
 * What a project did from its first day to its last.
 * @throws notFound, tooManyRowsOnPaper
 */
export function readFinal(sources: Sources): FinalModel {
  const { workspace, resources, projectId, today } = sources;
  const activities = readPaperActivities(sources);
  return {
    ...readProjectFrame(sources),
    activities,
    participants: readParticipants(sources, activities),
    indicators: readIndicators(workspace, resources, projectId, today),
    money: readMoney(workspace, projectId),
    texts: readTexts(sources, null, null),
  };
}
