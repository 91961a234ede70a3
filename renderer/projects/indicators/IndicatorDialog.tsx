import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorRow } from '../../../shared/contract/indicatorViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import type { CountRule } from '../../../shared/rules/counted.ts';
import {
  disaggregations,
  indicatorFrequencies,
  indicatorSummings,
  type Disaggregation,
  type IndicatorFrequency,
  type IndicatorSumming,
} from '../../../shared/vocabulary.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { FigureField, figureIn, figureText, scaledOf } from '../fields/FigureField.tsx';
import { usePartForm } from '../fields/usePartForm.ts';
import { RuleEditor } from './RuleEditor.tsx';

const none = 'none';
const registers = { baseline: 'start', baselineOn: 'start' };

type Fields = {
  objectiveId: string | null;
  title: string;
  unit: string;
  decimals: number;
  baseline: number | null;
  baselineOn: string | null;
  frequency: IndicatorFrequency;
  summing: IndicatorSumming;
  disaggregation: Disaggregation;
  source: string;
  rule: CountRule | null;
  note: string;
};

const fieldsOf = (row: IndicatorRow | null): Fields => ({
  objectiveId: row?.objectiveId ?? null,
  title: row?.title ?? '',
  unit: row?.unit ?? '',
  decimals: row?.decimals ?? 0,
  baseline: row?.baseline ?? null,
  baselineOn: row?.baselineOn ?? null,
  frequency: row?.frequency ?? 'halfYear',
  summing: row?.summing ?? 'sum',
  disaggregation: row?.disaggregation ?? 'none',
  source: row?.source ?? '',
  rule: row?.rule ?? null,
  note: row?.note ?? '',
});

/** A new indicator, or what is said of one that is there. */
export const IndicatorDialog = ({
  project,
  indicator,
  onClose,
  onMade,
}: {
  project: ProjectDetail;
  indicator: IndicatorRow | null;
  onClose: () => void;
  onMade: (id: string) => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const { fieldName } = useRecordWords();
  const form = usePartForm({
    projectId: project.id,
    row: indicator,
    start: fieldsOf(indicator),
    texts: { note: indicator?.note ?? '' },
    registers,
    patch: (fields) => ({ part: 'indicator', fields }),
    onSaved: (id) => {
      onMade(id);
      onClose();
    },
  });
  const { value: fields, set, wrong } = form;
  const kind = scaledOf(fields.decimals);
  const [typed, setTyped] = useState(() => figureText(fields.baseline, kind, language));
  const baseline = figureIn(typed, kind);
  const save = (): void => {
    if (baseline === undefined) return;
    form.save({
      title: fields.title.trim(),
      unit: fields.unit.trim(),
      source: fields.source.trim(),
      baseline,
    });
  };
  const name = (field: string): string => fieldName('indicator', field);
  return (
    <Dialog
      open
      width={680}
      title={form.isNew ? t('indicators.new') : t('indicators.edit')}
      onClose={onClose}
      onSubmit={save}
      submitLabel={form.isNew ? t('common:action.add') : undefined}
      submitting={form.saving}
      submitDisabled={fields.title.trim() === '' || baseline === undefined}
      error={form.error}
    >
      <FormGrid>
        <TextInput
          label={name('title')}
          required
          full
          takesFocus
          value={fields.title}
          onChange={(title) => set({ title })}
          error={wrong('title')}
        />
        <TextInput label={name('unit')} value={fields.unit} onChange={(unit) => set({ unit })} error={wrong('unit')} />
        <Select
          label={name('decimals')}
          value={String(fields.decimals)}
          onChange={(decimals) => set({ decimals: Number(decimals) })}
          error={wrong('decimals')}
          options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        />
        <FigureField
          label={t('indicators.baseline')}
          kind={kind}
          wrong={t('indicators.noFigure')}
          text={typed}
          onText={setTyped}
          error={wrong('baseline')}
        />
        <DateField
          label={name('baselineOn')}
          value={fields.baselineOn}
          onChange={(baselineOn) => set({ baselineOn })}
          error={wrong('baselineOn')}
        />
        <Select
          label={name('frequency')}
          value={fields.frequency}
          onChange={(frequency) => set({ frequency })}
          error={wrong('frequency')}
          options={indicatorFrequencies.map((value) => ({
            value,
            label: t(`vocabulary:indicatorFrequency.${value}`),
          }))}
        />
        <Select
          label={name('summing')}
          value={fields.summing}
          onChange={(summing) => set({ summing })}
          error={wrong('summing')}
          options={indicatorSummings.map((value) => ({ value, label: t(`vocabulary:indicatorSumming.${value}`) }))}
        />
        <Select
          label={name('disaggregation')}
          value={fields.disaggregation}
          onChange={(disaggregation) => set({ disaggregation })}
          error={wrong('disaggregation')}
          options={disaggregations.map((value) => ({ value, label: t(`vocabulary:disaggregation.${value}`) }))}
        />
        <Select
          label={name('objectiveId')}
          value={fields.objectiveId ?? none}
          onChange={(chosen) => set({ objectiveId: chosen === none ? null : chosen })}
          error={wrong('objectiveId')}
          options={[
            { value: none, label: t('indicators.noObjective') },
            ...project.objectives.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}` })),
          ]}
        />
        <TextInput
          label={name('source')}
          full
          value={fields.source}
          onChange={(source) => set({ source })}
          error={wrong('source')}
        />
      </FormGrid>
      <RuleEditor rule={fields.rule} onChange={(rule) => set({ rule })} error={wrong('rule')} />
      <TextArea
        label={name('note')}
        minRows={2}
        value={fields.note}
        onChange={(note) => set({ note })}
        error={wrong('note')}
      />
    </Dialog>
  );
};
