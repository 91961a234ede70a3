import type { IndicatorRow, MoneyView } from '../../../../shared/contract/projects.ts';
import { addDays } from '../../../../shared/dates.ts';
import { readIndicators } from '../../projects/indicators/read.ts';
import { readMoney } from '../../projects/money/read.ts';
import { asOfDay, type PaperActivity, type Period } from '../project/activities.ts';
import type { ProjectFrame } from '../project/head.ts';
import type { SpentInPeriod } from '../project/money.ts';
import {
  readPaperActivities,
  readProjectFrame,
  readSpentIn,
  readTexts,
  type Narratives,
  type Sources,
} from '../project/read.ts';

export interface ProgressModel extends ProjectFrame {
  period: Period;
  /** As they stood on the last day of the period. */
  activities: PaperActivity[];
  indicators: IndicatorRow[];
  /** As of the last day of the period. */
  money: MoneyView;
  spent: SpentInPeriod;
  texts: Narratives;
}

/**
 * What was planned and what happened in a period.
 * @throws notFound, tooManyRowsOnPaper, endBeforeStart
 */
export function readProgress(sources: Sources, period: Period): ProgressModel {
  const { workspace, resources, projectId, today } = sources;
  return {
    ...readProjectFrame(sources),
    period,
    texts: readTexts(sources, period.from, period.until),
    activities: asOfDay(readPaperActivities(sources), period.until < today ? period.until : today),
    indicators: readIndicators(workspace, resources, projectId, period.until < today ? period.until : today),
    money: readMoney(workspace, projectId, period.until),
    spent: readSpentIn(sources, addDays(period.from, -1), period.until),
  };
}
