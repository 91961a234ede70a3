import { useTranslation } from 'react-i18next';
import type { MemorandumState } from '../../../shared/vocabulary.ts';
import { Steps } from '../../ui/Steps.tsx';

const steps = ['draft', 'agreed', 'signed', 'inForce', 'ended'] as const;

/** Where a memorandum stands; how it ended has its own word. */
export const Lifecycle = ({ state }: { state: MemorandumState }) => {
  const { t } = useTranslation(['memoranda', 'vocabulary']);
  const ended = state === 'expired' || state === 'terminated' || state === 'superseded';
  return (
    <Steps
      label={t('steps.label')}
      current={ended ? 'ended' : state}
      steps={steps.map((key) => ({
        key,
        label: key === 'ended' && ended ? t(`vocabulary:memorandumState.${state}`) : t(`steps.${key}`),
      }))}
    />
  );
};
