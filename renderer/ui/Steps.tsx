import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';

const List = styled('ol')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  color: 'var(--faint)',
  fontSize: 13,
  whiteSpace: 'nowrap',
  '& li': { display: 'flex', alignItems: 'center', gap: 6 },
  '& li + li::before': { content: '""', width: 22, borderTop: '1px solid var(--line-strong)', marginRight: 2 },
  '& b': {
    width: 18,
    height: 18,
    borderRadius: '50%',
    border: '1px solid var(--edge)',
    fontSize: 11,
    fontWeight: 600,
    display: 'grid',
    placeItems: 'center',
    lineHeight: 1,
  },
  '& [data-state=done]': {
    color: 'var(--soft)',
    '& b': { background: 'var(--green-soft)', borderColor: 'transparent', color: 'var(--green)' },
  },
  '& [data-state=on]': {
    color: 'var(--ink-text)',
    fontWeight: 600,
    '& b': { background: 'var(--ink)', borderColor: 'var(--ink)', color: 'var(--on-ink)' },
  },
});

/** A lifecycle: what is done has a check, the current is filled, the rest hollow. `current` past the end: all done. */
export const Steps = <T extends string>({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly { key: T; label: string }[];
  current: T | 'all';
}) => {
  const { t } = useTranslation('ui');
  const at = current === 'all' ? steps.length : steps.findIndex((step) => step.key === current);
  return (
    <List aria-label={label}>
      {steps.map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'on' : 'ahead';
        return (
          <li key={step.key} data-state={state} aria-current={state === 'on' ? 'step' : undefined}>
            <b aria-hidden="true">{state === 'done' ? '✓' : index + 1}</b>
            {step.label}
            {state === 'done' ? <span className="unseen">{t('steps.done')}</span> : null}
          </li>
        );
      })}
    </List>
  );
};
