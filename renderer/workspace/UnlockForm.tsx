import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Choice.tsx';
import { client } from '../ui/core/client.ts';
import { useErrorText } from '../ui/core/errors.ts';
import { EyeIcon, EyeOffIcon, KeyIcon, ReportsIcon } from '../ui/icons.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { useKeys } from '../ui/window/keys.ts';

type Props = {
  /** A `ref` of a known workspace, or the ticket of a chosen file. */
  refOrTicket: string;
  remembered: boolean;
  keyStore: boolean;
  /** What it is to do besides, at the left of the button. */
  submitLabel: string;
};

/** Asks for what opens the file: the passphrase, the key of the recovery sheet, or nothing where the key is remembered. */
export const UnlockForm = ({ refOrTicket, remembered, keyStore, submitLabel }: Props) => {
  const { t } = useTranslation(['workspace', 'ui']);
  const errorText = useErrorText();
  const [by, setBy] = useState<'passphrase' | 'recovery'>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [remember, setRemember] = useState(remembered);
  const [seen, setSeen] = useState(false);
  const open = useMutation({
    mutationFn: () =>
      client.workspace.open({
        ref: refOrTicket,
        passphrase: by === 'passphrase' && passphrase !== '' ? passphrase : null,
        recoveryKey: by === 'recovery' ? recoveryKey : null,
        remember: keyStore && remember,
      }),
  });
  const ready = by === 'recovery' ? recoveryKey.trim() !== '' : passphrase !== '' || remembered;
  const submit = (): void => {
    if (ready && !open.isPending) open.mutate();
  };
  useKeys({ 'Ctrl+Enter': submit });
  const error = open.error === null ? undefined : errorText(open.error);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      style={{ display: 'flex', flexDirection: 'column', gap: 12 }}
    >
      <Segmented
        label={t('workspace:unlock.by')}
        value={by}
        onChange={(next) => {
          setBy(next);
          open.reset();
        }}
        full
        options={[
          { value: 'passphrase', label: t('workspace:first.protection.passphrase'), icon: <KeyIcon /> },
          { value: 'recovery', label: t('workspace:unlock.recovery'), icon: <ReportsIcon /> },
        ]}
      />
      {by === 'passphrase' ? (
        <TextInput
          key={refOrTicket}
          takesFocus
          label={t('workspace:first.protection.passphrase')}
          type={seen ? 'text' : 'password'}
          autoComplete="current-password"
          spellCheck={false}
          hint={remembered ? t('workspace:unlock.remembered') : undefined}
          error={error}
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            if (open.isError) open.reset();
          }}
          trailing={
            <IconButton
              size="small"
              label={seen ? t('ui:password.hide') : t('ui:password.show')}
              icon={seen ? <EyeOffIcon /> : <EyeIcon />}
              pressed={seen}
              onClick={() => setSeen(!seen)}
            />
          }
        />
      ) : (
        <TextArea
          takesFocus
          label={t('workspace:unlock.recovery')}
          hint={t('workspace:unlock.recoveryHint')}
          error={error}
          minRows={6}
          value={recoveryKey}
          onChange={(text) => {
            setRecoveryKey(text);
            if (open.isError) open.reset();
          }}
        />
      )}
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', flexWrap: 'wrap' }}>
        {keyStore ? (
          <Checkbox label={t('workspace:first.protection.remember')} checked={remember} onChange={setRemember} />
        ) : null}
        <span style={{ flex: 1 }} />
        <Button variant="primary" submit waiting={open.isPending} disabled={!ready}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
};
