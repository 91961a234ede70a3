import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail, RiskView } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { riskStatuses, type RiskStatus } from '../../../shared/vocabulary.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PersonField } from '../../ui/directory/DirectoryFields.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { usePartForm } from '../fields/usePartForm.ts';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { PartList } from './PartList.tsx';
import { RiskMatrix, toneOfWeight } from './RiskMatrix.tsx';

const none = 'none';
const scores = ['1', '2', '3', '4', '5'] as const;

const tones: Record<RiskStatus, Tone> = { open: 'neutral', occurred: 'red', closed: 'green' };

type Fields = Pick<
  RiskView,
  'title' | 'likelihood' | 'impact' | 'ownerId' | 'ownerText' | 'answer' | 'status' | 'reviewedOn'
>;

const fieldsOf = (row: RiskView | null): Fields => ({
  title: row?.title ?? '',
  likelihood: row?.likelihood ?? null,
  impact: row?.impact ?? null,
  ownerId: row?.ownerId ?? null,
  ownerText: row?.ownerText ?? '',
  answer: row?.answer ?? '',
  status: row?.status ?? 'open',
  reviewedOn: row?.reviewedOn ?? null,
});

const RiskDialog = ({ projectId, row, onClose }: { projectId: string; row: RiskView | null; onClose: () => void }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const form = usePartForm<Fields>({
    projectId,
    row,
    start: fieldsOf(row),
    texts: { answer: row?.answer ?? '' },
    registers: { likelihood: 'weight', impact: 'weight', ownerId: 'owner', ownerText: 'owner' },
    patch: (fields) => ({ part: 'risk', fields }),
    onSaved: onClose,
  });
  const { title, likelihood, impact, ownerId, ownerText, answer, status, reviewedOn } = form.value;
  const score = (name: 'likelihood' | 'impact', value: number | null) => (
    <Select
      label={t(`about.${name}`)}
      value={scores.find((one) => Number(one) === value) ?? none}
      onChange={(next) => form.set({ [name]: next === none ? null : Number(next) })}
      error={form.wrong(name)}
      options={[
        { value: none, label: t('about.noScore') },
        ...scores.map((one) => ({ value: one, label: t(`about.score.${one}`) })),
      ]}
    />
  );
  return (
    <Dialog
      open
      width={620}
      title={row === null ? t('about.add.risk') : t('about.edit.risk')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={title.trim() === ''}
      error={form.error}
    >
      <FormGrid>
        <TextInput
          label={t('about.riskTitle')}
          full
          required
          takesFocus
          value={title}
          onChange={(text) => form.set({ title: text })}
          error={form.wrong('title')}
        />
        {score('likelihood', likelihood)}
        {score('impact', impact)}
        <PersonField
          label={t('about.owner')}
          value={ownerId}
          onChange={(id) => form.set({ ownerId: id })}
          error={form.wrong('ownerId')}
        />
        <TextInput
          label={t('about.ownerText')}
          value={ownerText}
          onChange={(text) => form.set({ ownerText: text })}
          error={form.wrong('ownerText')}
        />
        <TextArea
          label={t('about.answer')}
          full
          minRows={3}
          value={answer}
          onChange={(text) => form.set({ answer: text })}
          error={form.wrong('answer')}
        />
        <Select
          label={t('about.riskStatus')}
          value={status}
          onChange={(value) => form.set({ status: value })}
          options={riskStatuses.map((value) => ({ value, label: t(`vocabulary:riskStatus.${value}`) }))}
        />
        <DateField
          label={t('about.reviewedOn')}
          value={reviewedOn}
          onChange={(day) => form.set({ reviewedOn: day })}
          error={form.wrong('reviewedOn')}
        />
      </FormGrid>
    </Dialog>
  );
};

/** What may stand in the way: how likely, how bad, who watches it and what is done. */
export const Risks = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const [editing, setEditing] = useState<RiskView | 'new' | null>(null);
  const { risks } = project;
  return (
    <AboutSection part="risks" count={risks.length} add={{ label: t('about.add.risk'), run: () => setEditing('new') }}>
      {risks.length === 0 ? <EmptyPart text={t('about.empty.risks')} /> : null}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '10px 20px', alignItems: 'flex-start' }}>
        <div style={{ flex: '1 1 340px', minWidth: 0 }}>
          <PartList
            part="risk"
            label={t('about.risks')}
            items={risks}
            nameOf={({ title }) => title}
            render={({ title, owner, answer, reviewedOn }) => (
              <>
                <span>{title}</span>
                <span className="soft small">
                  {[
                    owner,
                    answer,
                    reviewedOn === null ? '' : `${t('about.reviewedOn')} ${formatDay(reviewedOn, language)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            )}
            renderMarks={({ weight, status }) => (
              <>
                {weight === null ? null : (
                  <Chip size="small" tone={status === 'closed' ? 'neutral' : toneOfWeight(weight)}>
                    {t('about.weight', { weight })}
                  </Chip>
                )}
                <Chip size="small" tone={tones[status]}>
                  {t(`vocabulary:riskStatus.${status}`)}
                </Chip>
              </>
            )}
            onOpen={setEditing}
          />
        </div>
        <RiskMatrix risks={risks} />
      </div>
      {editing === null ? null : (
        <RiskDialog projectId={project.id} row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </AboutSection>
  );
};
