import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunderView } from '../../../shared/contract/moneyViews.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { CurrencyField } from '../fields/CurrencyField.tsx';
import { amountOf, FigureField, figureIn, figureText } from '../fields/FigureField.tsx';
import { usePartForm } from '../fields/usePartForm.ts';

const registers = { organisationId: 'who', nameText: 'who', amount: 'granted', currency: 'granted' };

/** Who pays: a new funder, or one that is there. */
export const FunderDialog = ({
  projectId,
  currency,
  funder,
  onClose,
  onMade,
}: {
  projectId: string;
  /** To begin with. */
  currency: string;
  funder: FunderView | null;
  onClose: () => void;
  onMade?: (id: string) => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const { fieldName } = useRecordWords();
  const form = usePartForm({
    projectId,
    row: funder,
    start: {
      organisationId: funder?.organisationId ?? null,
      nameText: funder?.nameText ?? '',
      currency: funder?.currency ?? currency,
      amount: funder?.amount ?? null,
      agreement: funder?.agreement ?? '',
      signedOn: funder?.signedOn ?? null,
    },
    registers,
    patch: (fields) => ({ part: 'funder', fields }),
    onSaved: (id) => {
      onMade?.(id);
      onClose();
    },
  });
  const { value: fields, set, wrong } = form;
  const kind = amountOf(fields.currency);
  const [typed, setTyped] = useState(() => figureText(fields.amount, kind, language));
  const amount = figureIn(typed, kind);
  const named = fields.organisationId !== null || fields.nameText.trim() !== '';
  const save = (): void => {
    if (amount === undefined) return;
    form.save({ nameText: fields.nameText.trim(), agreement: fields.agreement.trim(), amount });
  };
  return (
    <Dialog
      open
      width={600}
      title={form.isNew ? t('money.funder.new') : t('money.funder.edit')}
      onClose={onClose}
      onSubmit={save}
      submitLabel={form.isNew ? t('common:action.add') : undefined}
      submitting={form.saving}
      submitDisabled={!named || amount === undefined}
      error={form.error}
    >
      <FormGrid>
        <OrganisationField
          label={t('money.funder.organisation')}
          full
          takesFocus
          value={fields.organisationId}
          onChange={(organisationId) => set({ organisationId })}
          error={wrong('organisationId')}
        />
        <TextInput
          label={t('money.funder.name')}
          hint={t('money.funder.nameHint')}
          full
          value={fields.nameText}
          onChange={(nameText) => set({ nameText })}
          error={wrong('nameText')}
        />
        <FigureField
          label={t('money.funder.granted')}
          hint={t('money.funder.grantedHint')}
          kind={kind}
          text={typed}
          onText={setTyped}
          error={wrong('amount')}
        />
        <CurrencyField
          label={fieldName('funder', 'currency')}
          value={fields.currency}
          onChange={(chosen) => set({ currency: chosen })}
          error={wrong('currency')}
        />
        <TextInput
          label={fieldName('funder', 'agreement')}
          value={fields.agreement}
          onChange={(agreement) => set({ agreement })}
          error={wrong('agreement')}
        />
        <DateField
          label={fieldName('funder', 'signedOn')}
          value={fields.signedOn}
          onChange={(signedOn) => set({ signedOn })}
          error={wrong('signedOn')}
        />
      </FormGrid>
    </Dialog>
  );
};
