import type { ProjectReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reading } from '../directory/reading.ts';
import type { Draft } from './drafts.ts';

/** Reads what a paper of a project says. Throws `notFound`. */
export function readProjectDraft(
  _workspace: Reading,
  _resources: string,
  request: ProjectReportRequest,
  _day: IsoDay,
): Draft {
  throw new AppError('notFound', { what: request.report });
}
