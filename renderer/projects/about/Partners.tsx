import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { countryName } from '../../../shared/rules/regionNames.ts';
import { partnerRoles } from '../../../shared/vocabulary.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { usePartForm } from '../fields/usePartForm.ts';
import { CountryField } from '../regionFields.tsx';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { PartList } from './PartList.tsx';

const PartnerDialog = ({
  projectId,
  row,
  onClose,
}: {
  projectId: string;
  row: PartnerView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const form = usePartForm({
    projectId,
    row,
    start: {
      organisationId: row?.organisationId ?? null,
      nameText: row?.nameText ?? '',
      country: row?.country ?? '',
      role: row?.role ?? ('partner' as const satisfies PartnerView['role'] as PartnerView['role']),
      task: row?.task ?? '',
    },
    registers: { organisationId: 'who', nameText: 'who' },
    // of a new partner the core takes the country from where the organisation is, unless one is chosen
    patch: ({ country, ...fields }) => ({
      part: 'partner',
      fields: country === undefined || (row === null && country === '') ? fields : { ...fields, country },
    }),
    onSaved: onClose,
  });
  const { organisationId, nameText, country, role, task } = form.value;
  return (
    <Dialog
      open
      width={600}
      title={row === null ? t('about.add.partner') : t('about.edit.partner')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={organisationId === null && nameText.trim() === ''}
      error={form.error}
    >
      <FormGrid>
        <OrganisationField
          label={t('about.organisation')}
          full
          takesFocus
          value={organisationId}
          onChange={(id) => form.set({ organisationId: id })}
          error={form.wrong('organisationId')}
        />
        <TextInput
          label={t('about.nameText')}
          full
          value={nameText}
          onChange={(text) => form.set({ nameText: text })}
          error={form.wrong('nameText')}
        />
        <CountryField
          label={t('about.country')}
          value={country}
          onChange={(code) => form.set({ country: code })}
          error={form.wrong('country')}
        />
        <Select
          label={t('about.role')}
          value={role}
          onChange={(value) => form.set({ role: value })}
          options={partnerRoles.map((value) => ({ value, label: t(`vocabulary:partnerRole.${value}`) }))}
        />
        <TextInput
          label={t('about.task')}
          full
          value={task}
          onChange={(text) => form.set({ task: text })}
          error={form.wrong('task')}
        />
      </FormGrid>
    </Dialog>
  );
};

/** Who carries the project out beside its lead. */
export const Partners = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const [editing, setEditing] = useState<PartnerView | 'new' | null>(null);
  const { partners } = project;
  return (
    <AboutSection
      part="partners"
      count={partners.length}
      add={{ label: t('about.add.partner'), run: () => setEditing('new') }}
    >
      {partners.length === 0 ? <EmptyPart text={t('about.empty.partners')} /> : null}
      <PartList
        part="partner"
        label={t('about.partners')}
        items={partners}
        nameOf={({ name }) => name}
        render={({ name, country, task }) => (
          <>
            <span>{name}</span>
            <span className="soft small">
              {[country === '' ? '' : countryName(country, language), task].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
        renderMarks={({ role }) => <Chip size="small">{t(`vocabulary:partnerRole.${role}`)}</Chip>}
        onOpen={setEditing}
      />
      {editing === null ? null : (
        <PartnerDialog
          projectId={project.id}
          row={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </AboutSection>
  );
};
