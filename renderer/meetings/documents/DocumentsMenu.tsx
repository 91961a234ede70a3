import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { hasMinutes } from '../../../shared/rules/meetingLifecycle.ts';
import type { MeetingDocument } from '../../../shared/vocabulary.ts';
import { ReportsIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';

const before = ['agenda', 'invitation', 'registrationSheet'] as const satisfies readonly MeetingDocument[];
const after = ['minutes', 'shortMinutes', 'decisionTable'] as const satisfies readonly MeetingDocument[];

/** The Word documents of a meeting that make sense now; each opens as it will be printed. */
export const DocumentsMenu = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const navigate = useNavigate();
  const entry = (report: MeetingDocument) => ({
    id: report,
    label: t(`vocabulary:meetingDocument.${report}`),
    run: () => void navigate(`/meetings/${meeting.id}/documents/${report}`),
  });
  const items = hasMinutes(meeting.status)
    ? [...after.map(entry), 'line' as const, ...before.map(entry)]
    : before.map(entry);
  return <MenuButton label={t('documents.title')} icon={<ReportsIcon />} items={items} />;
};
