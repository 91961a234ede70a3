import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetLineView, ExpenseRow } from '../../../shared/contract/moneyViews.ts';
import { convert, formatMoney } from '../../../shared/rules/money.ts';
import { expenseKinds, type ExpenseKind } from '../../../shared/vocabulary.ts';
import { Segmented } from '../../ui/Choice.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import type { PickedFile } from '../../ui/core/files.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { ActivityField } from '../fields/ActivityField.tsx';
import { CurrencyField } from '../fields/CurrencyField.tsx';
import { amountOf, FigureField, figureIn, figureText, rateKind } from '../fields/FigureField.tsx';
import { RecordFiles } from '../fields/RecordFiles.tsx';
import { useRecordForm } from '../../ui/saved/useRecordForm.ts';
import { expensesOf, type MoneyWarnings } from './moneyState.ts';

const none = 'none';
const registers = { amount: 'sum', currency: 'sum', rate: 'sum' };

/** Money spent, or promised, on a line of the budget. What is odd about it is told after it was kept. */
export const ExpenseDialog = ({
  projectId,
  lines,
  lineId,
  kind: firstKind,
  expense,
  onClose,
  onKept,
}: {
  projectId: string;
  lines: readonly BudgetLineView[];
  /** The line to begin with. */
  lineId: string;
  kind: ExpenseKind;
  expense: ExpenseRow | null;
  onClose: () => void;
  onKept: (warnings: MoneyWarnings) => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const { fieldName } = useRecordWords();
  const [picked, setPicked] = useState<PickedFile[]>([]);
  const attachTo = async (ownerId: string): Promise<void> => {
    for (const { ticket } of picked) await client.projects.attach({ ownerEntity: 'expense', ownerId, ticket });
  };
  const currencyOf = (id: string): string => lines.find((line) => line.id === id)?.currency ?? 'UAH';
  const form = useRecordForm({
    row: expense,
    start: {
      budgetLineId: expense?.budgetLineId ?? lineId,
      kind: expense?.kind ?? firstKind,
      commitmentId: expense?.commitmentId ?? null,
      activityId: expense?.activityId ?? null,
      spentOn: expense === null ? today : expense.spentOn,
      document: expense?.document ?? '',
      payee: expense?.payee ?? '',
      amount: expense?.amount ?? null,
      currency: expense?.currency ?? currencyOf(lineId),
      rate: expense?.rate ?? null,
      note: expense?.note ?? '',
    },
    registers,
    add: async (all) => {
      const { id, warnings } = await client.projects.addExpense(all);
      await attachTo(id);
      return warnings;
    },
    update: async (id, patch, base) => {
      const { warnings } = await client.projects.updateExpense({ id, patch, base });
      await attachTo(id);
      return warnings;
    },
    onKept: (warnings) => {
      onKept(warnings);
      onClose();
    },
  });
  const { value: fields, set, wrong } = form;
  const [typed, setTyped] = useState(() => figureText(fields.amount, amountOf(fields.currency), language));
  const [typedRate, setTypedRate] = useState(() => figureText(fields.rate, rateKind, language));

  const { data: commitments } = useQuery(
    orpc.projects.expenses.queryOptions({
      input: { ...expensesOf(projectId), budgetLineId: fields.budgetLineId, kind: 'commitment', limit: 200 },
    }),
  );
  // the files that are there now, not those of when it was opened
  const files = expense?.files ?? [];
  const lineCurrency = currencyOf(fields.budgetLineId);
  const foreign = fields.currency !== lineCurrency;
  const kind = amountOf(fields.currency);
  const amount = figureIn(typed, kind);
  const rate = foreign ? figureIn(typedRate, rateKind) : null;

  const save = (): void => {
    if (amount === undefined || rate === undefined) return;
    form.save({
      commitmentId: fields.kind === 'spending' ? fields.commitmentId : null,
      document: fields.document.trim(),
      payee: fields.payee.trim(),
      note: fields.note.trim(),
      amount,
      rate,
    });
  };
  const told =
    foreign && amount !== undefined && amount !== null && rate !== undefined && rate !== null
      ? t('money.expense.inLine', {
          sum: formatMoney(convert(amount, rate, { from: fields.currency, to: lineCurrency }), lineCurrency, language),
        })
      : t('money.expense.rateHint');
  return (
    <Dialog
      open
      width={640}
      title={form.isNew ? t(`money.expense.new.${fields.kind}`) : t(`money.expense.edit.${form.start.kind}`)}
      onClose={onClose}
      onSubmit={save}
      submitLabel={form.isNew ? t('common:action.add') : undefined}
      submitting={form.saving}
      submitDisabled={amount === undefined || amount === null || rate === undefined}
      error={form.error}
    >
      <div>
        <Segmented
          label={fieldName('expense', 'kind')}
          value={fields.kind}
          onChange={(value) => set({ kind: value })}
          options={expenseKinds.map((value) => ({ value, label: t(`vocabulary:expenseKind.${value}`) }))}
        />
        {wrong('kind') === undefined ? null : (
          <p role="alert" className="small" style={{ color: 'var(--red)' }}>
            {wrong('kind')}
          </p>
        )}
      </div>
      <FormGrid>
        <FigureField
          label={fieldName('expense', 'amount')}
          hint={t('money.amountHint')}
          required
          takesFocus
          kind={kind}
          text={typed}
          onText={setTyped}
          error={wrong('amount')}
        />
        <CurrencyField
          label={fieldName('expense', 'currency')}
          value={fields.currency}
          onChange={(currency) => set({ currency })}
          error={wrong('currency')}
        />
        {foreign ? (
          <FigureField
            label={t('money.rate.of', { from: fields.currency, into: lineCurrency })}
            hint={told}
            full
            kind={rateKind}
            wrong={t('money.noRate')}
            text={typedRate}
            onText={setTypedRate}
            error={wrong('rate')}
          />
        ) : null}
        <DateField
          label={fieldName('expense', 'spentOn')}
          value={fields.spentOn}
          onChange={(spentOn) => set({ spentOn })}
          error={wrong('spentOn')}
        />
        <TextInput
          label={fieldName('expense', 'document')}
          value={fields.document}
          onChange={(document) => set({ document })}
          error={wrong('document')}
        />
        <TextInput
          label={fieldName('expense', 'payee')}
          full
          value={fields.payee}
          onChange={(payee) => set({ payee })}
          error={wrong('payee')}
        />
        <Select
          label={fieldName('expense', 'budgetLineId')}
          full={fields.kind === 'commitment'}
          value={fields.budgetLineId}
          onChange={(budgetLineId) => set({ budgetLineId, commitmentId: null })}
          error={wrong('budgetLineId')}
          options={lines.map(({ id, code, title, funder }) => ({
            value: id,
            label: [`${code} ${title}`.trim(), funder].filter(Boolean).join(' · '),
          }))}
        />
        {fields.kind === 'commitment' ? null : (
          <Select
            label={fieldName('expense', 'commitmentId')}
            value={fields.commitmentId ?? none}
            onChange={(chosen) => set({ commitmentId: chosen === none ? null : chosen })}
            error={wrong('commitmentId')}
            options={[
              { value: none, label: t('money.expense.noCommitment') },
              ...(commitments?.rows ?? []).map((row) => ({
                value: row.id,
                label: [
                  row.document || row.payee,
                  row.amount === null ? '' : formatMoney(row.amount, row.currency, language),
                ]
                  .filter(Boolean)
                  .join(' · '),
              })),
            ]}
          />
        )}
        <ActivityField
          label={fieldName('expense', 'activityId')}
          full
          projectId={projectId}
          value={fields.activityId}
          onChange={(activityId) => set({ activityId })}
          error={wrong('activityId')}
        />
        <TextArea
          label={fieldName('expense', 'note')}
          full
          minRows={2}
          value={fields.note}
          onChange={(note) => set({ note })}
          error={wrong('note')}
        />
      </FormGrid>
      <RecordFiles files={files} picked={picked} onPicked={setPicked} />
    </Dialog>
  );
};
