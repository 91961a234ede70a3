import { useTranslation } from 'react-i18next';
import type { MeetingStatus } from '../../shared/vocabulary.ts';
import { Steps } from '../ui/Steps.tsx';

const steps = ['planned', 'inSession', 'draftMinutes', 'underApproval', 'signed'] as const;

/** From the plan to the signed minutes; a cancelled meeting stands at its plan. */
export const Lifecycle = ({ status }: { status: MeetingStatus }) => {
  const { t } = useTranslation('meetings');
  const current = status === 'signed' ? 'all' : status === 'cancelled' ? 'planned' : status;
  return (
    <Steps
      label={t('lifecycle.label')}
      steps={steps.map((key) => ({ key, label: t(`lifecycle.${key}`) }))}
      current={current}
    />
  );
};
