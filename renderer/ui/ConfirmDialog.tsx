import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { TextArea } from './TextInput.tsx';

export type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  text: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** Asks for a reason; `required` keeps the button off until something is written. */
  reason?: { label: string; required: boolean };
  /** Closes the dialog when it succeeds; an error stays in it. */
  onConfirm: (reason: string) => Promise<void> | void;
};

/** Asks before what cannot simply be undone, or what needs a reason. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = (): void => {
    setReason('');
    setError(undefined);
    props.onClose();
  };
  const confirm = async (): Promise<void> => {
    setRunning(true);
    try {
      await props.onConfirm(reason.trim());
      close();
    } catch (caught) {
      setError(caught);
    } finally {
      setRunning(false);
    }
  };
  const missing = props.reason?.required === true && reason.trim() === '';
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={props.title}
      width={440}
      submitLabel={props.confirmLabel}
      submitDanger={props.danger === true}
      submitting={running}
      submitDisabled={missing}
      error={error}
      onSubmit={() => void confirm()}
    >
      <div>{props.text}</div>
      {props.reason === undefined ? null : (
        <TextArea
          label={props.reason.label}
          required={props.reason.required}
          hint={missing ? t('confirm.reasonNeeded') : undefined}
          takesFocus
          value={reason}
          onChange={setReason}
        />
      )}
    </Dialog>
  );
};
