import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../shared/contract/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { client, orpc } from '../ui/core/client.ts';
import { holdPages } from '../ui/core/holding.ts';
import { errorField, useErrorText } from '../ui/core/errors.ts';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { PassphraseFields, phraseReady, type Phrase } from './PassphraseFields.tsx';
import { RecoverySheetView } from './RecoverySheetView.tsx';

const nothing: Phrase = { phrase: '', repeated: '' };

/** The present passphrase; empty means the key that this computer remembers. */
const presentOf = (text: string): string | null => (text === '' ? null : text);

const ChangeDialog = ({ open, onClose, remembered }: { open: boolean; onClose: () => void; remembered: boolean }) => {
  const { t } = useTranslation('workspace');
  const errorText = useErrorText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(nothing);
  const change = useMutation({
    // the core closes the file and opens it under the new key; this dialog must stay to show the new sheet
    mutationFn: () =>
      holdPages(() => client.workspace.changePassphrase({ current: presentOf(current), next: next.phrase })),
  });
  const field = change.error === null ? undefined : errorField(change.error);
  const text = change.error === null ? undefined : errorText(change.error);
  const close = (): void => {
    setCurrent('');
    setNext(nothing);
    change.reset();
    onClose();
  };
  const sheet: RecoverySheet | undefined = change.data?.recovery;
  const { state } = useWorkspaceState();
  if (sheet !== undefined) {
    return (
      <Dialog open={open} onClose={close} title={t('recovery.title')} width={720}>
        <Notice tone="ok">{t('settings.passphrase.changed')}</Notice>
        <RecoverySheetView sheet={sheet} agency={state?.workspace?.agency ?? ''} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('settings.passphrase.title')}
      width={560}
      submitLabel={t('settings.passphrase.next')}
      submitting={change.isPending}
      submitDisabled={!phraseReady(next) || (current === '' && !remembered)}
      error={field === undefined ? change.error : undefined}
      onSubmit={() => change.mutate()}
    >
      <p>{t('settings.passphrase.text')}</p>
      <TextInput
        label={t('settings.passphrase.current')}
        type="password"
        autoComplete="current-password"
        takesFocus
        hint={remembered ? t('unlock.remembered') : undefined}
        error={field === 'current' ? text : undefined}
        value={current}
        onChange={setCurrent}
      />
      <PassphraseFields
        label={t('settings.passphrase.next')}
        value={next}
        onChange={setNext}
        error={field === 'passphrase' ? text : undefined}
      />
    </Dialog>
  );
};

const SheetDialog = ({ open, onClose, remembered }: { open: boolean; onClose: () => void; remembered: boolean }) => {
  const { t } = useTranslation('workspace');
  const errorText = useErrorText();
  const { state } = useWorkspaceState();
  const [current, setCurrent] = useState('');
  const show = useMutation({ mutationFn: () => client.workspace.recovery({ passphrase: presentOf(current) }) });
  const close = (): void => {
    setCurrent('');
    show.reset();
    onClose();
  };
  if (show.data !== undefined) {
    return (
      <Dialog open={open} onClose={close} title={t('recovery.title')} width={720}>
        <RecoverySheetView sheet={show.data} agency={state?.workspace?.agency ?? ''} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('recovery.title')}
      width={480}
      submitLabel={t('settings.recovery.show')}
      submitting={show.isPending}
      submitDisabled={current === '' && !remembered}
      onSubmit={() => show.mutate()}
    >
      <p>{t('settings.recovery.text')}</p>
      <TextInput
        label={t('settings.passphrase.current')}
        type="password"
        autoComplete="current-password"
        takesFocus
        hint={remembered ? t('unlock.remembered') : undefined}
        error={show.error === null ? undefined : errorText(show.error)}
        value={current}
        onChange={setCurrent}
      />
    </Dialog>
  );
};

/** The passphrase, the recovery sheet, and the key that this computer may remember. */
export const ProtectionSettings = () => {
  const { t } = useTranslation(['workspace', 'common']);
  const { state } = useWorkspaceState();
  const [shown, setShown] = useState<'passphrase' | 'sheet'>();
  const remember = useMutation(orpc.workspace.remember.mutationOptions());
  const remembered = state?.workspace?.remembered === true;
  const close = (): void => setShown(undefined);
  return (
    <>
      <Card aria-label={t('workspace:settings.passphrase.title')}>
        <CardTitle>{t('workspace:settings.passphrase.title')}</CardTitle>
        <p style={{ marginBottom: 10 }}>{t('workspace:settings.passphrase.text')}</p>
        <Button onClick={() => setShown('passphrase')}>{t('common:action.changePassphrase')}</Button>
      </Card>
      <Card aria-label={t('workspace:settings.recovery.title')}>
        <CardTitle>{t('workspace:settings.recovery.title')}</CardTitle>
        <p style={{ marginBottom: 10 }}>
          {t('workspace:recovery.text')} {t('workspace:settings.recovery.text')}
        </p>
        <Button onClick={() => setShown('sheet')}>{t('common:action.printRecoverySheet')}</Button>
      </Card>
      <Card aria-label={t('workspace:settings.remember.title')}>
        <CardTitle>{t('workspace:settings.remember.title')}</CardTitle>
        {state?.keyStore === true ? (
          <Checkbox
            label={t('workspace:first.protection.remember')}
            hint={t('workspace:settings.remember.text')}
            checked={remembered}
            onChange={(on) => remember.mutate({ on })}
          />
        ) : (
          <p>{t('workspace:settings.remember.none')}</p>
        )}
        <ErrorNotice error={remember.error} />
      </Card>
      <ChangeDialog open={shown === 'passphrase'} onClose={close} remembered={remembered} />
      <SheetDialog open={shown === 'sheet'} onClose={close} remembered={remembered} />
    </>
  );
};
