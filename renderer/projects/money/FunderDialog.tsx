import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunderView } from '../../../shared/contract/moneyViews.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { CurrencyField } from '../fields/CurrencyField.tsx';
import { amountOf, FigureField, figureIn, figureText } from '../fields/FigureField.tsx';
import { baseOf, changedIn } from '../fields/patch.ts';

const registers = { organisationId: 'who', nameText: 'who', amount: 'granted', currency: 'granted' };
const shownFields = ['organisationId', 'nameText', 'currency', 'amount', 'agreement', 'signedOn'];

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
  const { run, error, running } = useActs();
  // what another window writes meanwhile is not taken for what was read here
  const [read] = useState(funder);
  const before = {
    organisationId: read?.organisationId ?? null,
    nameText: read?.nameText ?? '',
    currency: read?.currency ?? currency,
    agreement: read?.agreement ?? '',
    signedOn: read?.signedOn ?? null,
  };
  const [fields, setFields] = useState(before);
  const [typed, setTyped] = useState(() => figureText(read?.amount ?? null, amountOf(before.currency), language));
  const set = (part: Partial<typeof before>): void => setFields((now) => ({ ...now, ...part }));
  const kind = amountOf(fields.currency);
  const amount = figureIn(typed, kind);
  const named = fields.organisationId !== null || fields.nameText.trim() !== '';
  const { at, rest } = useFieldError(error, shownFields);
  const save = async (): Promise<void> => {
    if (amount === undefined) return;
    const all = { ...fields, nameText: fields.nameText.trim(), agreement: fields.agreement.trim(), amount };
    const made = await run(async () => {
      if (read === null) return client.projects.addPart({ projectId, patch: { part: 'funder', fields: all } });
      const patch = changedIn({ ...before, amount: read.amount }, all);
      const base = baseOf(patch, { clocks: read.clocks, registers });
      await client.projects.updatePart({ id: read.id, patch: { part: 'funder', fields: patch }, base });
      return { id: read.id };
    });
    if (made === undefined) return;
    onMade?.(made.id);
    onClose();
  };
  return (
    <Dialog
      open
      width={600}
      title={read === null ? t('money.funder.new') : t('money.funder.edit')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel={read === null ? t('common:action.add') : undefined}
      submitting={running}
      submitDisabled={!named || amount === undefined}
      error={rest}
    >
      <FormGrid>
        <OrganisationField
          label={t('money.funder.organisation')}
          full
          takesFocus
          value={fields.organisationId}
          onChange={(organisationId) => set({ organisationId })}
          error={at('organisationId')}
        />
        <TextInput
          label={t('money.funder.name')}
          hint={t('money.funder.nameHint')}
          full
          value={fields.nameText}
          onChange={(nameText) => set({ nameText })}
          error={at('nameText')}
        />
        <FigureField
          label={t('money.funder.granted')}
          hint={t('money.funder.grantedHint')}
          kind={kind}
          text={typed}
          onText={setTyped}
          error={at('amount')}
        />
        <CurrencyField
          label={fieldName('funder', 'currency')}
          value={fields.currency}
          onChange={(chosen) => set({ currency: chosen })}
          error={at('currency')}
        />
        <TextInput
          label={fieldName('funder', 'agreement')}
          value={fields.agreement}
          onChange={(agreement) => set({ agreement })}
          error={at('agreement')}
        />
        <DateField
          label={fieldName('funder', 'signedOn')}
          value={fields.signedOn}
          onChange={(signedOn) => set({ signedOn })}
          error={at('signedOn')}
        />
      </FormGrid>
    </Dialog>
  );
};
