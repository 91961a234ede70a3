import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MilestoneView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { usePartForm } from '../fields/usePartForm.ts';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { PartList } from './PartList.tsx';

const none = 'none';

const MilestoneDialog = ({
  project,
  row,
  onClose,
}: {
  project: ProjectDetail;
  row: MilestoneView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation('projects');
  const form = usePartForm({
    projectId: project.id,
    row,
    start: {
      title: row?.title ?? '',
      lineId: row?.lineId ?? null,
      dueOn: row?.dueOn ?? null,
      baselineOn: row?.baselineOn ?? null,
      reachedOn: row?.reachedOn ?? null,
    },
    patch: (fields) => ({ part: 'milestone', fields }),
    onSaved: onClose,
  });
  const { title, lineId, dueOn, baselineOn, reachedOn } = form.value;
  return (
    <Dialog
      open
      width={600}
      title={row === null ? t('about.add.milestone') : t('about.edit.milestone')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={title.trim() === ''}
      error={form.error}
    >
      <FormGrid>
        <TextInput
          label={t('about.milestoneTitle')}
          full
          required
          takesFocus
          value={title}
          onChange={(text) => form.set({ title: text })}
          error={form.wrong('title')}
        />
        <DateField
          label={t('about.dueOn')}
          value={dueOn}
          onChange={(day) => form.set({ dueOn: day })}
          error={form.wrong('dueOn')}
        />
        <DateField
          label={t('about.reachedOn')}
          value={reachedOn}
          onChange={(day) => form.set({ reachedOn: day })}
          error={form.wrong('reachedOn')}
        />
        <DateField
          label={t('about.baselineOn')}
          value={baselineOn}
          onChange={(day) => form.set({ baselineOn: day })}
          error={form.wrong('baselineOn')}
        />
        <Select
          label={t('about.line')}
          value={lineId ?? none}
          onChange={(id) => form.set({ lineId: id === none ? null : id })}
          error={form.wrong('lineId')}
          options={[
            { value: none, label: t('about.noLine') },
            ...project.lines.map(({ id, number, title: name }) => ({ value: id, label: `${number} ${name}` })),
          ]}
        />
      </FormGrid>
    </Dialog>
  );
};

/** Days by which something must have happened. */
export const Milestones = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const [editing, setEditing] = useState<MilestoneView | 'new' | null>(null);
  const { milestones, lines } = project;
  const day = (value: string): string => formatDay(value, language);
  return (
    <AboutSection
      part="milestones"
      count={milestones.length}
      add={{ label: t('about.add.milestone'), run: () => setEditing('new') }}
    >
      {milestones.length === 0 ? <EmptyPart text={t('about.empty.milestones')} /> : null}
      <PartList
        part="milestone"
        label={t('about.milestones')}
        items={milestones}
        nameOf={({ title }) => title}
        render={({ title, lineId, dueOn }) => (
          <>
            <span>{title}</span>
            <span className="soft small">
              {[
                dueOn === null ? '' : t('about.due', { day: day(dueOn) }),
                lines.find(({ id }) => id === lineId)?.title ?? '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
        renderMarks={({ reachedOn, late }) =>
          reachedOn === null ? (
            late ? (
              <Chip size="small" tone="red" dot>
                {t('about.late')}
              </Chip>
            ) : null
          ) : (
            <Chip size="small" tone="green">
              {t('about.reached', { day: day(reachedOn) })}
            </Chip>
          )
        }
        onOpen={setEditing}
      />
      {editing === null ? null : (
        <MilestoneDialog project={project} row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </AboutSection>
  );
};
