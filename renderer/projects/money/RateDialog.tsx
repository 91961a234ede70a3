import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyView } from '../../../shared/contract/moneyViews.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { CurrencyField } from '../fields/CurrencyField.tsx';
import { FigureField, figureIn, figureText, rateKind } from '../fields/FigureField.tsx';
import { usePartForm } from '../fields/usePartForm.ts';

export type RateView = MoneyView['rates'][number];

const registers = { currency: 'rate', rate: 'rate', ratedOn: 'rate', source: 'rate' };

/** The rate by which sums of another currency are told in the project's. */
export const RateDialog = ({
  projectId,
  into,
  currency,
  rate,
  onClose,
}: {
  projectId: string;
  /** The project's currency. */
  into: string;
  /** To begin with. */
  currency: string;
  rate: RateView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const { fieldName } = useRecordWords();
  const form = usePartForm({
    projectId,
    row: rate,
    start: {
      currency: rate?.currency ?? currency,
      rate: rate?.rate,
      ratedOn: rate?.ratedOn ?? null,
      source: rate?.source ?? '',
    },
    registers,
    patch: (fields) => ({ part: 'rate', fields }),
    onSaved: onClose,
  });
  const { value: fields, set, wrong } = form;
  const [typed, setTyped] = useState(() => figureText(fields.rate ?? null, rateKind, language));
  const value = figureIn(typed, rateKind);
  const save = (): void => {
    if (value === undefined || value === null) return;
    form.save({ source: fields.source.trim(), rate: value });
  };
  return (
    <Dialog
      open
      title={form.isNew ? t('money.rate.new') : t('money.rate.edit')}
      onClose={onClose}
      onSubmit={save}
      submitLabel={form.isNew ? t('common:action.add') : undefined}
      submitting={form.saving}
      submitDisabled={value === undefined || value === null}
      error={form.error}
    >
      <p className="soft small">{t('money.rate.explain')}</p>
      <FormGrid>
        <CurrencyField
          label={fieldName('projectRate', 'currency')}
          value={fields.currency}
          onChange={(chosen) => set({ currency: chosen })}
          error={wrong('currency')}
        />
        <FigureField
          label={t('money.rate.of', { from: fields.currency, into })}
          required
          takesFocus
          kind={rateKind}
          wrong={t('money.noRate')}
          text={typed}
          onText={setTyped}
          error={wrong('rate')}
        />
        <DateField
          label={fieldName('projectRate', 'ratedOn')}
          value={fields.ratedOn}
          onChange={(ratedOn) => set({ ratedOn })}
          error={wrong('ratedOn')}
        />
        <TextInput
          label={fieldName('projectRate', 'source')}
          value={fields.source}
          onChange={(source) => set({ source })}
          error={wrong('source')}
        />
      </FormGrid>
    </Dialog>
  );
};
