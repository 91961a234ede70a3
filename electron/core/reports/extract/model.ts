import { AppError } from '../../../../shared/errors.ts';
import type { Reading } from '../../directory/reading.ts';
import { printedMinutes, type PrintedMinutes } from '../minutes/printed.ts';
import type { MinutesDecision, MinutesItem } from '../../../../shared/contract/minutesModel.ts';

export interface ExtractModel {
  printed: PrintedMinutes;
  item: MinutesItem;
  decision: MinutesDecision;
}

/** One decision out of the minutes with what stands around it. Throws `notFound`. */
export function readExtract(workspace: Reading, meetingId: string, decisionId: string | null): ExtractModel {
  const printed = printedMinutes(workspace, meetingId);
  for (const item of printed.model.items) {
    const decision = item.decisions.find(({ id }) => id === decisionId);
    if (decision) return { printed, item, decision };
  }
  throw new AppError('notFound', { what: 'decision' });
}
