import { useTranslation } from 'react-i18next';
import { breakReasons, meetingKinds, meetingStatuses } from '../../shared/vocabulary.ts';
import { languageNames, isLanguage } from '../../shared/languages.ts';
import { HistoryDialog } from '../ui/history/History.tsx';

const fields = [
  'kind',
  'status',
  'cancelReason',
  'title',
  'schedule',
  'place',
  'link',
  'language',
  'numbering',
  'chairId',
  'secretaryId',
  'openedAt',
  'closedAt',
  'circulatedOn',
  'remarksUntil',
  'note',
] as const;

/** Who changed what of a meeting, and when. */
export const MeetingHistory = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const fieldName = (field: string): string => {
    const known = fields.find((name) => name === field);
    return known === undefined ? field : t(`history.${known}`);
  };
  const valueText = (field: string, value: unknown): string | undefined => {
    const status = meetingStatuses.find((one) => one === value);
    if (field === 'status' && status !== undefined) return t(`vocabulary:meetingStatus.${status}`);
    const kind = meetingKinds.find((one) => one === value);
    if (field === 'kind' && kind !== undefined) return t(`vocabulary:meetingKind.${kind}`);
    const reason = breakReasons.find((one) => one === value);
    if (field === 'reason' && reason !== undefined) return t(`vocabulary:breakReason.${reason}`);
    return field === 'language' && isLanguage(value) ? languageNames[value] : undefined;
  };
  return <HistoryDialog open onClose={onClose} entity="meeting" row={id} fieldName={fieldName} valueText={valueText} />;
};
