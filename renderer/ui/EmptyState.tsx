import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { PlusIcon } from './icons.tsx';

const Middle = styled('div')({
  flex: 1,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 12,
  padding: '40px 24px',
  textAlign: 'center',
  color: 'var(--soft)',
  '& > p': { maxWidth: 440 },
});

/** One sentence of what will stand here, one button that makes the first. */
export const EmptyState = ({
  text,
  action,
  icon = <PlusIcon />,
}: {
  text: string;
  action?: { label: string; run: () => void; shortcut?: string } | undefined;
  icon?: ReactNode;
}) => (
  <Middle>
    <p>{text}</p>
    {action === undefined ? null : (
      <Button
        variant="primary"
        icon={icon}
        onClick={action.run}
        {...(action.shortcut === undefined ? {} : { shortcut: action.shortcut })}
      >
        {action.label}
      </Button>
    )}
  </Middle>
);
