import type { ReportRequest } from '../../shared/contract/reports.ts';

/** Where a paper is shown, on the page of its meeting: `/meetings/<id>/documents/extract?form=lt&decision=<id>`. */
export function addressOf({ report, meetingId, form, decisionId, correctionId, participantId }: ReportRequest): string {
  const asked = new URLSearchParams({ form });
  if (decisionId !== null) asked.set('decision', decisionId);
  if (correctionId !== null) asked.set('correction', correctionId);
  if (participantId !== null) asked.set('participant', participantId);
  return `/meetings/${meetingId}/documents/${report}?${asked.toString()}`;
}
