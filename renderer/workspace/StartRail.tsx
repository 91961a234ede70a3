import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const List = styled('ol')({
  listStyle: 'none',
  margin: '26px 0 0',
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  '& li': {
    display: 'grid',
    gridTemplateColumns: '26px minmax(0, 1fr)',
    gap: '0 10px',
    minHeight: 62,
    paddingBottom: 8,
    position: 'relative',
    lineHeight: 1.35,
  },
  '& li + li::before': {
    content: '""',
    position: 'absolute',
    left: 11.5,
    top: -38,
    height: 38,
    borderLeft: '1px solid var(--line-strong)',
  },
  '& i': {
    width: 24,
    height: 24,
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    fontStyle: 'normal',
    fontSize: 12,
    fontWeight: 650,
    border: '1px solid var(--edge)',
    color: 'var(--soft)',
    background: 'var(--bg)',
    position: 'relative',
    zIndex: 1,
  },
  '& [data-state=done] i': { background: 'var(--green-soft)', borderColor: 'transparent', color: 'var(--green)' },
  '& [data-state=on] i': { background: 'var(--ink)', borderColor: 'var(--ink)', color: 'var(--on-ink)' },
  '& b': { fontWeight: 600, lineHeight: '24px' },
  '& [data-state=on] b': { color: 'var(--ink-text)' },
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)', overflowWrap: 'anywhere' },
});

export type RailStep = { key: string; title: string; note: string; state: 'done' | 'on' | 'ahead' };

/** The steps down the side of the first start, what has been said under each. */
export const RailSteps = ({ steps }: { steps: readonly RailStep[] }) => {
  const { t } = useTranslation(['workspace', 'ui']);
  return (
    <List aria-label={t('workspace:first.steps')}>
      {steps.map((step, index) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'on' ? 'step' : undefined}>
          <i aria-hidden="true">{step.state === 'done' ? '✓' : index + 1}</i>
          <span>
            <b>{step.title}</b>
            {step.state === 'done' ? <span className="unseen">{t('ui:steps.done')}</span> : null}
            <small>{step.note}</small>
          </span>
        </li>
      ))}
    </List>
  );
};

/** Heading and lead of the rail. */
export const RailHead = ({ title, lead }: { title: string; lead: ReactNode }) => (
  <>
    <h1>{title}</h1>
    <p className="soft">{lead}</p>
  </>
);

/** What stands at the foot of the rail. */
export const RailFoot = styled('div')({
  marginTop: 'auto',
  paddingTop: 18,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 4,
});
