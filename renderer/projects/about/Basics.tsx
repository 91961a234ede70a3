import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { languageNames, languages } from '../../../shared/languages.ts';
import { projectStatuses } from '../../../shared/vocabulary.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { PersonField } from '../../ui/directory/DirectoryFields.tsx';
import { FormGrid, type FieldProps } from '../../ui/Field.tsx';
import { recordFields } from '../../ui/saved/recordFields.ts';
import { SavedDay, SavedOrganisation, SavedSelect } from '../../ui/saved/SavedChoice.tsx';
import { useSavedField, type SavedField } from '../../ui/saved/savedField.ts';
import { SavedArea, SavedText } from '../../ui/saved/SavedText.tsx';
import { CurrencyField } from '../fields/CurrencyField.tsx';
import { AboutSection } from './AboutSection.tsx';

const noGroup = 'none';

const SavedPerson = ({ field, ...props }: FieldProps & { field: SavedField<string | null> }) => {
  const { value, error, choose } = useSavedField(field);
  return <PersonField {...props} value={value} error={error} onChange={choose} />;
};

const SavedCurrency = ({ field, ...props }: FieldProps & { field: SavedField<string> }) => {
  const { value, error, choose } = useSavedField(field);
  return <CurrencyField {...props} value={value} error={error} onChange={choose} />;
};

/** Fields of a project that save themselves. */
export const useProjectFields = (project: ProjectDetail) => {
  const queries = useQueryClient();
  return recordFields({
    name: `project.${project.id}`,
    record: project,
    clocks: project.clocks,
    texts: ['goal', 'summary', 'note'],
    write: (patch, base) => client.projects.update({ id: project.id, patch, base }),
    refetch: () => queries.refetchQueries({ queryKey: orpc.projects.get.key({ input: { id: project.id } }) }),
  });
};

/** What a project is called, whose it is, from when until when. */
export const Basics = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const field = useProjectFields(project);
  const group = field('groupId');
  return (
    <AboutSection part="basics">
      <FormGrid>
        <SavedText label={t('about.field.title')} full required field={field('title')} />
        <SavedText label={t('about.field.shortName')} field={field('shortName')} />
        <SavedText label={t('about.field.number')} field={field('number')} />
        <SavedDay label={t('about.field.startsOn')} field={field('startsOn')} />
        <SavedDay label={t('about.field.endsOn')} field={field('endsOn')} />
        <SavedSelect
          label={t('about.field.status')}
          field={field('status')}
          options={projectStatuses.map((value) => ({ value, label: t(`vocabulary:projectStatus.${value}`) }))}
        />
        <SavedSelect
          label={t('about.field.group')}
          field={{
            ...group,
            stored: group.stored ?? noGroup,
            save: (value, base) => group.save(value === noGroup ? null : value, base),
          }}
          options={[
            { value: noGroup, label: t('about.field.noGroup') },
            ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SavedOrganisation label={t('about.field.lead')} field={field('leadId')} />
        <SavedText label={t('about.field.leadText')} field={field('leadText')} />
        <SavedPerson label={t('about.field.manager')} field={field('managerId')} />
        <SavedText label={t('about.field.leadText')} field={field('managerText')} />
        <SavedSelect
          label={t('about.field.language')}
          field={field('language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SavedCurrency label={t('about.field.currency')} field={field('currency')} />
        <SavedArea label={t('about.field.summary')} full field={field('summary')} />
        <SavedArea label={t('about.field.note')} full minRows={1} field={field('note')} />
      </FormGrid>
    </AboutSection>
  );
};
