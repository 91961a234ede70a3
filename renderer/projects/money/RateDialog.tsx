import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyView } from '../../../shared/contract/moneyViews.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { CurrencyField } from '../fields/CurrencyField.tsx';
import { FigureField, figureIn, figureText, rateKind } from '../fields/FigureField.tsx';
import { baseOf, changedIn } from '../fields/patch.ts';

export type RateView = MoneyView['rates'][number];

const registers = { currency: 'rate', rate: 'rate', ratedOn: 'rate', source: 'rate' };
const shownFields = ['currency', 'rate', 'ratedOn', 'source'];

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
  const { run, error, running } = useActs();
  const [read] = useState(rate);
  const before = {
    currency: read?.currency ?? currency,
    ratedOn: read?.ratedOn ?? null,
    source: read?.source ?? '',
  };
  const [fields, setFields] = useState(before);
  const [typed, setTyped] = useState(() => figureText(read?.rate ?? null, rateKind, language));
  const set = (part: Partial<typeof before>): void => setFields((now) => ({ ...now, ...part }));
  const value = figureIn(typed, rateKind);
  const { at, rest } = useFieldError(error, shownFields);
  const save = async (): Promise<void> => {
    if (value === undefined || value === null) return;
    const all = { ...fields, source: fields.source.trim(), rate: value };
    const made = await run(async () => {
      if (read === null) return client.projects.addPart({ projectId, patch: { part: 'rate', fields: all } });
      const patch = changedIn({ ...before, rate: read.rate }, all);
      const base = baseOf(patch, { clocks: read.clocks, registers });
      return client.projects.updatePart({ id: read.id, patch: { part: 'rate', fields: patch }, base });
    });
    if (made !== undefined) onClose();
  };
  return (
    <Dialog
      open
      title={read === null ? t('money.rate.new') : t('money.rate.edit')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel={read === null ? t('common:action.add') : undefined}
      submitting={running}
      submitDisabled={value === undefined || value === null}
      error={rest}
    >
      <p className="soft small">{t('money.rate.explain')}</p>
      <FormGrid>
        <CurrencyField
          label={fieldName('projectRate', 'currency')}
          value={fields.currency}
          onChange={(chosen) => set({ currency: chosen })}
          error={at('currency')}
        />
        <FigureField
          label={t('money.rate.of', { from: fields.currency, into })}
          required
          takesFocus
          kind={rateKind}
          wrong={t('money.noRate')}
          text={typed}
          onText={setTyped}
          error={at('rate')}
        />
        <DateField
          label={fieldName('projectRate', 'ratedOn')}
          value={fields.ratedOn}
          onChange={(ratedOn) => set({ ratedOn })}
          error={at('ratedOn')}
        />
        <TextInput
          label={fieldName('projectRate', 'source')}
          value={fields.source}
          onChange={(source) => set({ source })}
          error={at('source')}
        />
      </FormGrid>
    </Dialog>
  );
};
