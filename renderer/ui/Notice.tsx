import { styled } from '@mui/material/styles';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCode, useErrorText } from './core/errors.ts';
import { Button, IconButton } from './Button.tsx';
import { CheckIcon, CloseIcon, InfoIcon, WarningIcon } from './icons.tsx';

export type NoticeTone = 'error' | 'ok' | 'info' | 'amber';

const looks = {
  error: { soft: 'var(--red-soft)', strong: 'var(--red)' },
  ok: { soft: 'var(--green-soft)', strong: 'var(--green)' },
  info: { soft: 'var(--ink-soft)', strong: 'var(--ink)' },
  amber: { soft: 'var(--amber-soft)', strong: 'var(--amber)' },
} as const;

const Row = styled('div', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: NoticeTone }>(({ tone }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  padding: '7px 10px',
  borderRadius: 'var(--radius)',
  fontSize: 13,
  lineHeight: 1.4,
  background: looks[tone].soft,
  '& > svg': { flex: 'none', marginTop: 1, color: looks[tone].strong },
  '& > div': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
}));

/** A row that says how something went, in the place where it happened. */
export const Notice = ({
  tone = 'info',
  action,
  children,
}: {
  tone?: NoticeTone;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <Row tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
    {tone === 'ok' ? <CheckIcon /> : tone === 'info' ? <InfoIcon /> : <WarningIcon />}
    <div>{children}</div>
    {action}
  </Row>
);

/** A notice that stands until the person puts it away. */
export const ClosableNotice = ({
  onClose,
  ...notice
}: Omit<ComponentProps<typeof Notice>, 'action'> & { onClose: () => void }) => {
  const { t } = useTranslation('common');
  return (
    <Notice
      {...notice}
      action={<IconButton size="small" label={t('action.close')} icon={<CloseIcon />} onClick={onClose} />}
    />
  );
};

/** What went wrong, in words; nothing when there is no error. What a person has cancelled did not go wrong. */
export const ErrorNotice = ({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) => {
  const errorText = useErrorText();
  const { t } = useTranslation('common');
  if (error === undefined || error === null) return null;
  return (
    <Notice
      tone={errorCode(error) === 'cancelled' ? 'info' : 'error'}
      action={
        retry === undefined ? undefined : (
          <Button size="small" onClick={retry}>
            {t('action.retry')}
          </Button>
        )
      }
    >
      {errorText(error)}
    </Notice>
  );
};

/** The same as a bar between the tools of a page and what it shows. */
export const ErrorBar = ({ error }: { error: unknown }) =>
  error === undefined || error === null ? null : (
    <div style={{ padding: '6px 16px' }}>
      <ErrorNotice error={error} />
    </div>
  );
