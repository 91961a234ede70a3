import { and, eq } from 'drizzle-orm';
import { AppError } from '../../../../shared/errors.ts';
import type { Reading } from '../../directory/reading.ts';
import { correction } from '../../meetings/tables.ts';
import { printedMinutes } from '../minutes/printed.ts';
import type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';

export interface CorrectionModel {
  head: MinutesModel;
  number: string;
  correctedOn: string | null;
  /** The agenda item that is corrected, null where it is none. */
  item: { position: number; title: string } | null;
  was: string;
  now: string;
  reason: string;
  /** As they were written down when the correction was made. */
  chairName: string;
  secretaryName: string;
}

/** What was found wrong in signed minutes. Throws `notFound`. */
export function readCorrection(workspace: Reading, meetingId: string, correctionId: string | null): CorrectionModel {
  const row = workspace.db
    .select()
    .from(correction)
    .where(
      and(eq(correction.id, correctionId ?? ''), eq(correction.meetingId, meetingId), eq(correction.removed, false)),
    )
    .get();
  if (!row) throw new AppError('notFound', { what: 'correction' });
  const { model } = printedMinutes(workspace, meetingId);
  const { number, correctedOn, was, now, reason, chairName, secretaryName } = row;
  const item = model.items.find(({ id }) => id === row.itemId);
  return {
    head: model,
    number,
    correctedOn,
    item: item ? { position: item.position, title: item.title } : null,
    was,
    now,
    reason,
    chairName,
    secretaryName,
  };
}
