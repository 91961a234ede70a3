import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetLineView, FunderView } from '../../../shared/contract/moneyViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { budgetCategories, type BudgetCategory } from '../../../shared/vocabulary.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { amountOf, FigureField, figureIn, figureText } from '../fields/FigureField.tsx';
import { baseOf, changedIn } from '../fields/patch.ts';

const none = 'none';
const other: BudgetCategory = 'other';
const shownFields = ['funderId', 'lineId', 'category', 'code', 'title', 'amount', 'note'];

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
  const { run, error, running } = useActs();
  const [read] = useState(line);
  const before = {
    funderId: read?.funderId ?? funderId ?? funders[0]?.id ?? '',
    lineId: read?.lineId ?? null,
    category: read?.category ?? other,
    code: read?.code ?? '',
    title: read?.title ?? '',
    note: read?.note ?? '',
  };
  const [fields, setFields] = useState(before);
  const set = (part: Partial<typeof before>): void => setFields((now) => ({ ...now, ...part }));
  const currency = funders.find(({ id }) => id === fields.funderId)?.currency ?? project.currency;
  const kind = amountOf(currency);
  const [typed, setTyped] = useState(() => figureText(read?.amount ?? null, kind, language));
  const amount = figureIn(typed, kind);
  const { at, rest } = useFieldError(error, shownFields);
  const save = async (): Promise<void> => {
    if (amount === undefined) return;
    const all = { ...fields, code: fields.code.trim(), title: fields.title.trim(), note: fields.note.trim(), amount };
    const made = await run(async () => {
      if (read === null)
        return client.projects.addPart({ projectId: project.id, patch: { part: 'budgetLine', fields: all } });
      const patch = changedIn({ ...before, amount: read.amount }, all);
      const base = baseOf(patch, { clocks: read.clocks });
      await client.projects.updatePart({ id: read.id, patch: { part: 'budgetLine', fields: patch }, base });
      return { id: read.id };
    });
    if (made === undefined) return;
    onMade?.(made.id);
    onClose();
  };
  return (
    <Dialog
      open
      width={620}
      title={read === null ? t('money.line.new') : t('money.line.edit')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel={read === null ? t('common:action.add') : undefined}
      submitting={running}
      submitDisabled={fields.title.trim() === '' || fields.funderId === '' || amount === undefined}
      error={rest}
    >
      <FormGrid>
        <TextInput
          label={fieldName('budgetLine', 'title')}
          required
          full
          takesFocus
          value={fields.title}
          onChange={(title) => set({ title })}
          error={at('title')}
        />
        <Select
          label={fieldName('budgetLine', 'funderId')}
          value={fields.funderId}
          onChange={(chosen) => set({ funderId: chosen })}
          error={at('funderId')}
          options={funders.map(({ id, name, currency: own }) => ({ value: id, label: `${name} · ${own}` }))}
        />
        <FigureField
          label={t('money.line.planned', { currency })}
          hint={t('money.amountHint')}
          kind={kind}
          text={typed}
          onText={setTyped}
          error={at('amount')}
        />
        <Select
          label={fieldName('budgetLine', 'category')}
          value={fields.category}
          onChange={(category) => set({ category })}
          error={at('category')}
          options={budgetCategories.map((value) => ({ value, label: t(`vocabulary:budgetCategory.${value}`) }))}
        />
        <TextInput
          label={fieldName('budgetLine', 'code')}
          value={fields.code}
          onChange={(code) => set({ code })}
          error={at('code')}
        />
        {project.lines.length === 0 ? null : (
          <Select
            label={fieldName('budgetLine', 'lineId')}
            full
            value={fields.lineId ?? none}
            onChange={(chosen) => set({ lineId: chosen === none ? null : chosen })}
            error={at('lineId')}
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
          error={at('note')}
        />
      </FormGrid>
    </Dialog>
  );
};
