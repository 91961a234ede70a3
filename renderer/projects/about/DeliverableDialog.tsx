import { useTranslation } from 'react-i18next';
import type { DeliverableView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { deliverableStatuses } from '../../../shared/vocabulary.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { ActivityField } from '../fields/ActivityField.tsx';
import { usePartForm } from '../fields/usePartForm.ts';

type Fields = Pick<DeliverableView, 'activityId' | 'title' | 'status' | 'dueOn' | 'doneOn' | 'source' | 'note'>;

const fieldsOf = (row: DeliverableView | null): Fields => ({
  title: row?.title ?? '',
  status: row?.status ?? 'planned',
  activityId: row?.activityId ?? null,
  dueOn: row?.dueOn ?? null,
  doneOn: row?.doneOn ?? null,
  source: row?.source ?? '',
  note: row?.note ?? '',
});

/** Something the project makes. */
export const DeliverableDialog = ({
  project,
  row,
  onClose,
}: {
  project: ProjectDetail;
  row: DeliverableView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const form = usePartForm<Fields>({
    projectId: project.id,
    row,
    start: fieldsOf(row),
    texts: { note: row?.note ?? '' },
    registers: { status: 'state', doneOn: 'state' },
    patch: (fields) => ({ part: 'deliverable', fields }),
    onSaved: onClose,
  });
  const { title, status, activityId, dueOn, doneOn, source, note } = form.value;
  return (
    <Dialog
      open
      width={600}
      title={row === null ? t('about.add.deliverable') : t('about.edit.deliverable')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={title.trim() === ''}
      error={form.error}
    >
      <FormGrid>
        <TextInput
          label={t('about.deliverableTitle')}
          full
          required
          takesFocus
          value={title}
          onChange={(text) => form.set({ title: text })}
          error={form.wrong('title')}
        />
        <Select
          label={t('about.deliverableStatus')}
          value={status}
          onChange={(value) => form.set({ status: value })}
          error={form.wrong('status')}
          options={deliverableStatuses.map((value) => ({ value, label: t(`vocabulary:deliverableStatus.${value}`) }))}
        />
        <DateField
          label={t('about.dueOn')}
          value={dueOn}
          onChange={(day) => form.set({ dueOn: day })}
          error={form.wrong('dueOn')}
        />
        <DateField
          label={t('about.doneOn')}
          value={doneOn}
          onChange={(day) => form.set({ doneOn: day })}
          error={form.wrong('doneOn')}
        />
        <ActivityField
          label={t('about.activity')}
          projectId={project.id}
          value={activityId}
          onChange={(id) => form.set({ activityId: id })}
          error={form.wrong('activityId')}
        />
        <TextInput
          label={t('about.field.source')}
          hint={t('about.sourceHint')}
          full
          value={source}
          onChange={(text) => form.set({ source: text })}
          error={form.wrong('source')}
        />
        <TextArea
          label={t('about.field.note')}
          full
          minRows={2}
          value={note}
          onChange={(text) => form.set({ note: text })}
          error={form.wrong('note')}
        />
      </FormGrid>
    </Dialog>
  );
};
