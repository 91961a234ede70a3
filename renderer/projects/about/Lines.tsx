import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { usePartForm } from '../fields/usePartForm.ts';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { PartList } from './PartList.tsx';

const none = 'none';

const LineDialog = ({
  project,
  row,
  onClose,
}: {
  project: ProjectDetail;
  row: LineView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation('projects');
  const form = usePartForm({
    projectId: project.id,
    row,
    start: { title: row?.title ?? '', objectiveId: row?.objectiveId ?? null },
    patch: (fields) => ({ part: 'line', fields }),
    onSaved: onClose,
  });
  return (
    <Dialog
      open
      title={row === null ? t('about.add.line') : t('about.edit.line')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={form.value.title.trim() === ''}
      error={form.error}
    >
      <TextInput
        label={t('about.lineTitle')}
        required
        takesFocus
        value={form.value.title}
        onChange={(title) => form.set({ title })}
        error={form.wrong('title')}
      />
      <Select
        label={t('about.objective')}
        value={form.value.objectiveId ?? none}
        onChange={(id) => form.set({ objectiveId: id === none ? null : id })}
        error={form.wrong('objectiveId')}
        options={[
          { value: none, label: t('about.noObjective') },
          ...project.objectives.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}` })),
        ]}
      />
    </Dialog>
  );
};

/** The lines by which the activities are ordered and numbered. */
export const Lines = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const [editing, setEditing] = useState<LineView | 'new' | null>(null);
  const { lines, objectives } = project;
  const objective = (id: string | null): string => {
    const found = objectives.find((one) => one.id === id);
    return found === undefined ? '' : `${t('about.objective')} ${found.number}`;
  };
  return (
    <AboutSection part="lines" count={lines.length} add={{ label: t('about.add.line'), run: () => setEditing('new') }}>
      {lines.length === 0 ? <EmptyPart text={t('about.empty.lines')} /> : null}
      <PartList
        part="line"
        label={t('about.lines')}
        items={lines}
        nameOf={({ number, title }) => `${number} ${title}`}
        render={({ number, title, objectiveId, activities }) => (
          <>
            <b style={{ fontWeight: 600 }}>{number}</b>
            <span>{title}</span>
            <span className="soft small">
              {[t('about.activities', { count: activities }), objective(objectiveId)].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
        onOpen={setEditing}
      />
      {editing === null ? null : (
        <LineDialog project={project} row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </AboutSection>
  );
};
