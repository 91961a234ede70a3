import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import { meetingDocuments } from '../../../shared/vocabulary.ts';

/** The name of a kind of paper in the language of the screen. */
export const useDocumentName = (): ((report: ReportRequest['report']) => string) => {
  const { t } = useTranslation('vocabulary');
  return useCallback(
    (report) => {
      const ofMeeting = meetingDocuments.find((one) => one === report);
      if (ofMeeting !== undefined) return t(`meetingDocument.${ofMeeting}`);
      return t(`registerDocument.${report as Exclude<typeof report, (typeof meetingDocuments)[number]>}`);
    },
    [t],
  );
};
