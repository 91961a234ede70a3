import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { useLayoutEffect, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer, openKeyLayer, useKeys } from './window/keys.ts';
import { useMountOrder } from './window/mountOrder.ts';
import { Button, IconButton } from './Button.tsx';
import { CloseIcon } from './icons.tsx';
import { ErrorNotice } from './Notice.tsx';
import { intoView } from './window/room.ts';

const Sheet = styled(MuiDialog)({
  '& .MuiDialog-paper': {
    background: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: 8,
    boxShadow: 'var(--shadow)',
    margin: 16,
    width: 'calc(100% - 32px)',
    maxHeight: 'calc(100% - 32px)',
  },
});

const Head = styled('header')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  padding: '14px 12px 8px 20px',
  '& h2': { fontSize: 15, lineHeight: '24px', flex: 1 },
});

const Body = styled('div')({
  padding: '4px 20px 18px',
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 13,
  outlineOffset: -2,
});

const Foot = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  alignItems: 'center',
  gap: 8,
  padding: '10px 20px',
  borderTop: '1px solid var(--line)',
  background: 'var(--bg)',
});

export type DialogProps = {
  open: boolean;
  /** Esc, the cross and Cancel; nothing is lost that the page keeps. */
  onClose: () => void;
  title: string;
  /** Width in CSS pixels. */
  width?: number;
  children: ReactNode;
  /** Buttons other than Cancel and the main one, at the left end. */
  actions?: ReactNode;
  /** The main act: the primary button and Ctrl+Enter. Without it the dialog has a Close button only. */
  onSubmit?: (() => void) | undefined;
  submitLabel?: string | undefined;
  submitDanger?: boolean | undefined;
  submitting?: boolean | undefined;
  submitDisabled?: boolean | undefined;
  error?: unknown;
};

const Inside = (props: DialogProps & { titleId: string }) => {
  const { t } = useTranslation('common');
  const { onSubmit, onClose, submitting = false, submitDisabled = false } = props;
  const submit = (): void => {
    if (!submitting && !submitDisabled) onSubmit?.();
  };
  useKeys({ 'Ctrl+Enter': submit, 'Ctrl+Shift+Enter': submit }, { enabled: onSubmit !== undefined });
  return (
    <>
      <Head>
        <h2 id={props.titleId}>{props.title}</h2>
        <IconButton label={t('action.close')} icon={<CloseIcon />} shortcut="Esc" onClick={onClose} />
      </Head>
      <Body>
        {props.children}
        {props.error === undefined || props.error === null ? null : (
          <div ref={intoView}>
            <ErrorNotice error={props.error} />
          </div>
        )}
      </Body>
      <Foot>
        {props.actions}
        <span style={{ flex: 1 }} />
        <Button onClick={onClose}>{onSubmit === undefined ? t('action.close') : t('action.cancel')}</Button>
        {onSubmit === undefined ? null : (
          <Button
            variant={props.submitDanger === true ? 'danger' : 'primary'}
            shortcut="Ctrl+Enter"
            waiting={submitting}
            disabled={submitDisabled}
            onClick={submit}
          >
            {props.submitLabel ?? t('action.save')}
          </Button>
        )}
      </Foot>
    </>
  );
};

/** Opens a layer for its keys, so that the page's own do not act behind the dialog; they do again as soon as it closes. */
const Layer = ({ open, children }: { open: boolean; children: ReactNode }) => {
  const layer = useMountOrder();
  useLayoutEffect(() => (open ? openKeyLayer(layer) : undefined), [open, layer]);
  return <KeyLayer value={layer}>{children}</KeyLayer>;
};

/** A sheet over the page that keeps the focus until it is closed. */
export const Dialog = (props: DialogProps) => {
  const titleId = useId();
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      aria-labelledby={titleId}
      maxWidth={false}
      slotProps={{ paper: { style: { maxWidth: props.width ?? 520 } } }}
    >
      <Layer open={props.open}>
        <Inside {...props} titleId={titleId} />
      </Layer>
    </Sheet>
  );
};
