import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetLineView, FunderView } from '../../../shared/contract/moneyViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { budgetCategories, type BudgetCategory } from '../../../shared/vocabulary.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { amountOf, FigureField, figureIn, figureText } from '../fields/FigureField.tsx';
import { usePartForm } from '../fields/usePartForm.ts';

const none = 'none';
const other: BudgetCategory = 'other';

/** A line of the budget: a new one of a funder, or one that is there. */
export const LineDialog = ({
  project,
  funders,
  funderId,
  line,
  onClose,
  onMade,
}: {
  project: ProjectDetail;
  funders: readonly FunderView[];
  /** The funder to begin with. */
  funderId: string | null;
  line: BudgetLineView | null;
  onClose: () => void;
  onMade?: (id: string) => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const { fieldName } = useRecordWords();
  const form = usePartForm({
    projectId: project.id,
    row: line,
    start: {
      funderId: line?.funderId ?? funderId ?? funders[0]?.id ?? '',
      lineId: line?.lineId ?? null,
      category: line?.category ?? other,
      code: line?.code ?? '',
      title: line?.title ?? '',
      amount: line?.amount ?? null,
      note: line?.note ?? '',
    },
    patch: (fields) => ({ part: 'budgetLine', fields }),
    onSaved: (id) => {
      onMade?.(id);
      onClose();
    },
  });
  const { value: fields, set, wrong } = form;
  const currency = funders.find(({ id }) => id === fields.funderId)?.currency ?? project.currency;
  const kind = amountOf(currency);
  const [typed, setTyped] = useState(() => figureText(fields.amount, kind, language));
  const amount = figureIn(typed, kind);
  const save = (): void => {
    if (amount === undefined) return;
    form.save({ code: fields.code.trim(), title: fields.title.trim(), note: fields.note.trim(), amount });
  };
  return (
    <Dialog
      open
      width={620}
      title={form.isNew ? t('money.line.new') : t('money.line.edit')}
      onClose={onClose}
      onSubmit={save}
      submitLabel={form.isNew ? t('common:action.add') : undefined}
      submitting={form.saving}
      submitDisabled={fields.title.trim() === '' || fields.funderId === '' || amount === undefined}
      error={form.error}
    >
      <FormGrid>
        <TextInput
          label={fieldName('budgetLine', 'title')}
          required
          full
          takesFocus
          value={fields.title}
          onChange={(title) => set({ title })}
          error={wrong('title')}
        />
        <Select
          label={fieldName('budgetLine', 'funderId')}
          value={fields.funderId}
          onChange={(chosen) => set({ funderId: chosen })}
          error={wrong('funderId')}
          options={funders.map(({ id, name, currency: own }) => ({ value: id, label: `${name} · ${own}` }))}
        />
        <FigureField
          label={t('money.line.planned', { currency })}
          hint={t('money.amountHint')}
          kind={kind}
          text={typed}
          onText={setTyped}
          error={wrong('amount')}
        />
        <Select
          label={fieldName('budgetLine', 'category')}
          value={fields.category}
          onChange={(category) => set({ category })}
          error={wrong('category')}
          options={budgetCategories.map((value) => ({ value, label: t(`vocabulary:budgetCategory.${value}`) }))}
        />
        <TextInput
          label={fieldName('budgetLine', 'code')}
          value={fields.code}
          onChange={(code) => set({ code })}
          error={wrong('code')}
        />
        {project.lines.length === 0 ? null : (
          <Select
            label={fieldName('budgetLine', 'lineId')}
            full
            value={fields.lineId ?? none}
            onChange={(chosen) => set({ lineId: chosen === none ? null : chosen })}
            error={wrong('lineId')}
            options={[
              { value: none, label: t('money.line.noLine') },
              ...project.lines.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
            ]}
          />
        )}
        <TextArea
          label={fieldName('budgetLine', 'note')}
          full
          minRows={2}
          value={fields.note}
          onChange={(note) => set({ note })}
          error={wrong('note')}
        />
      </FormGrid>
    </Dialog>
  );
};
