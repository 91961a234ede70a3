import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import { Findings, useReadiness, type Finding } from './Findings.tsx';

/** What is given right in the dialog. */
const here = ['number', 'signedOn', 'startsOn', 'place'];

/** Signs: day, number, place and from when it is in force; from then on the text is locked. */
export const SignDialog = (props: {
  memorandum: MemorandumDetail;
  onClose: () => void;
  onGo: (finding: Finding) => void;
}) => {
  const { memorandum, onClose, onGo } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const today = useToday();
  const readiness = useReadiness(memorandum.id);
  const [on, setOn] = useState<string | null>(today);
  const [number, setNumber] = useState(memorandum.number);
  const [startsOn, setStartsOn] = useState(memorandum.ownStartsOn);
  const [place, setPlace] = useState(memorandum.place);
  const field = errorField(error);
  const wrong = (...names: string[]): string | undefined =>
    names.some((name) => name === field) ? errorText(error) : undefined;
  const blocked =
    readiness === undefined || readiness.findings.some((one) => one.blocking && !here.includes(one.field));
  const sign = async (): Promise<void> => {
    if (on === null) return;
    const signed = await run(() =>
      client.memoranda.sign({ id: memorandum.id, on, number: number.trim(), startsOn, place: place.trim() }),
    );
    if (signed !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={600}
      title={t('sign.title')}
      submitLabel={t('common:action.sign')}
      submitting={running}
      submitDisabled={blocked || on === null}
      error={['on', ...here].includes(field ?? '') ? undefined : error}
      onSubmit={() => void sign()}
    >
      <FormGrid>
        <DateField
          label={t('sign.on')}
          required
          takesFocus
          value={on}
          onChange={setOn}
          error={wrong('on', 'signedOn')}
        />
        <TextInput label={t('sign.number')} value={number} onChange={setNumber} error={wrong('number')} />
        <DateField
          label={t('sign.startsOn')}
          hint={t('sign.startsHint')}
          value={startsOn}
          onChange={setStartsOn}
          error={wrong('startsOn')}
        />
        <TextInput label={t('field.place')} value={place} onChange={setPlace} error={wrong('place')} />
      </FormGrid>
      <Findings readiness={readiness} without={here} onGo={onGo} />
      <Notice tone={blocked ? 'amber' : 'info'}>{t(blocked ? 'sign.blocked' : 'sign.text')}</Notice>
    </Dialog>
  );
};
