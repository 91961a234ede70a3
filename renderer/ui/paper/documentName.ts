import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import { meetingDocuments, projectDocuments, type RegisterDocument } from '../../../shared/vocabulary.ts';

/** The name of a kind of paper in the language of the screen. */
export const useDocumentName = (): ((report: ReportRequest['report']) => string) => {
  const { t } = useTranslation('vocabulary');
  return useCallback(
    (report) => {
      const ofMeeting = meetingDocuments.find((one) => one === report);
      if (ofMeeting !== undefined) return t(`meetingDocument.${ofMeeting}`);
      const ofProject = projectDocuments.find((one) => one === report);
      if (ofProject !== undefined) return t(`projectDocument.${ofProject}`);
      return t(`registerDocument.${report as RegisterDocument}`);
    },
    [t],
  );
};
