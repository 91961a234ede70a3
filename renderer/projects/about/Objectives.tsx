import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectiveView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SavedArea } from '../../ui/saved/SavedText.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { usePartForm } from '../fields/usePartForm.ts';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { useProjectFields } from './Basics.tsx';
import { PartList } from './PartList.tsx';

const none = 'none';
const mostWords = 60;

const shortened = (text: string): string => (text.length > mostWords ? `${text.slice(0, mostWords)}…` : text);

type Asked = { row: ObjectiveView | null; parentId: string | null };

/** Ids of an objective and of all below it: it cannot stand under these. */
const withAllBelow = (objectives: readonly ObjectiveView[], id: string): ReadonlySet<string> => {
  const found = new Set([id]);
  // parents come before their children
  for (const one of objectives) if (one.parentId !== null && found.has(one.parentId)) found.add(one.id);
  return found;
};

const ObjectiveDialog = ({
  project,
  asked: { row, parentId },
  onClose,
}: {
  project: ProjectDetail;
  asked: Asked;
  onClose: () => void;
}) => {
  const { t } = useTranslation('projects');
  const form = usePartForm({
    projectId: project.id,
    row,
    start: { text: row?.text ?? '', parentId: row === null ? parentId : row.parentId },
    texts: { text: row?.text ?? '' },
    patch: (fields) => ({ part: 'objective', fields }),
    onSaved: onClose,
  });
  const impossible = row === null ? new Set<string>() : withAllBelow(project.objectives, row.id);
  return (
    <Dialog
      open
      width={600}
      title={row === null ? t('about.add.objective') : t('about.edit.objective')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={form.value.text.trim() === ''}
      error={form.error}
    >
      <TextArea
        label={t('about.text')}
        required
        takesFocus
        minRows={2}
        value={form.value.text}
        onChange={(text) => form.set({ text })}
        error={form.wrong('text')}
      />
      <Select
        label={t('about.below')}
        value={form.value.parentId ?? none}
        onChange={(id) => form.set({ parentId: id === none ? null : id })}
        error={form.wrong('parentId')}
        options={[
          { value: none, label: t('about.topLevel') },
          ...project.objectives
            .filter(({ id }) => !impossible.has(id))
            .map(({ id, number, text }) => ({ value: id, label: `${number} ${shortened(text)}` })),
        ]}
      />
    </Dialog>
  );
};

const Level = ({
  project,
  parentId,
  label,
  onAsk,
}: {
  project: ProjectDetail;
  parentId: string | null;
  label: string;
  onAsk: (asked: Asked) => void;
}) => {
  const { t } = useTranslation('projects');
  const items = project.objectives.filter((one) => one.parentId === parentId);
  if (items.length === 0) return null;
  return (
    <div style={parentId === null ? undefined : { paddingLeft: 26 }}>
      <PartList
        part="objective"
        label={label}
        items={items}
        nameOf={({ number, text }) => `${number} ${shortened(text)}`}
        render={({ number, text }) => (
          <>
            <b style={{ fontWeight: 600 }}>{number}</b>
            <span style={{ flex: 1 }}>{text}</span>
          </>
        )}
        renderBelow={(item) => (
          <Level project={project} parentId={item.id} label={`${label} ${item.number}`} onAsk={onAsk} />
        )}
        menu={(item) => [
          { id: 'below', label: t('about.add.below'), run: () => onAsk({ row: null, parentId: item.id }) },
        ]}
        onOpen={(row) => onAsk({ row, parentId: row.parentId })}
      />
    </div>
  );
};

/** What a project is for, and what it is to achieve: objectives with others below them. */
export const Objectives = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const field = useProjectFields(project);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { objectives } = project;
  return (
    <AboutSection
      part="objectives"
      count={objectives.length}
      add={{ label: t('about.add.objective'), run: () => setAsked({ row: null, parentId: null }) }}
    >
      <div style={{ marginBottom: 10 }}>
        <SavedArea label={t('about.field.goal')} field={field('goal')} />
      </div>
      {objectives.length === 0 ? <EmptyPart text={t('about.empty.objectives')} /> : null}
      <Level project={project} parentId={null} label={t('about.objectives')} onAsk={setAsked} />
      {asked === null ? null : <ObjectiveDialog project={project} asked={asked} onClose={() => setAsked(null)} />}
    </AboutSection>
  );
};
