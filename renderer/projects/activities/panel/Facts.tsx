import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../../shared/contract/projects.ts';
import { activityKinds } from '../../../../shared/vocabulary.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { client } from '../../../ui/core/client.ts';
import { PersonField } from '../../../ui/directory/DirectoryFields.tsx';
import { FormGrid } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Panel.tsx';
import { recordFields } from '../../../ui/saved/recordFields.ts';
import { SavedDay, SavedOrganisation, SavedSelect } from '../../../ui/saved/SavedChoice.tsx';
import { useSavedField, type SavedField } from '../../../ui/saved/savedField.ts';
import { SavedArea, SavedText } from '../../../ui/saved/SavedText.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { noLine, useLineOptions } from '../dialogs/LineDialog.tsx';
import { periodText } from '../days.ts';

/** The fields of an activity, each of which saves itself. */
const fieldsOf = (activity: ActivityDetail, refetch: () => Promise<unknown>) =>
  recordFields<ActivityDetail>({
    name: `activity.${activity.id}`,
    record: activity,
    clocks: activity.clocks,
    registers: {
      plannedFrom: 'planned',
      plannedUntil: 'planned',
      actualFrom: 'actual',
      actualUntil: 'actual',
      organiserId: 'organiser',
      organiserText: 'organiser',
    },
    texts: ['outcome', 'note'],
    write: (patch, base) => client.projects.updateActivity({ id: activity.id, patch, base }),
    refetch,
  });

const SavedPerson = ({ field, ...props }: { label: string; full?: boolean; field: SavedField<string | null> }) => {
  const { value, error, choose } = useSavedField(field);
  return <PersonField {...props} value={value} error={error} onChange={choose} />;
};

type Props = { activity: ActivityDetail; project: ProjectDetail; refetch: () => Promise<unknown> };

/** What it is, when, where, and by whom. */
export const Facts = ({ activity, project, refetch }: Props) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const lines = useLineOptions(project.lines);
  const field = fieldsOf(activity, refetch);
  const line = field('lineId');
  const { baselineFrom, baselineUntil } = activity;
  const baseline = periodText({ from: baselineFrom, until: baselineUntil ?? baselineFrom }, language);
  return (
    <Section title={t('activity.facts')}>
      <FormGrid>
        <SavedText label={t('activity.col.title')} full required field={field('title')} />
        <SavedSelect
          label={t('activity.col.kind')}
          field={field('kind')}
          options={activityKinds.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
        />
        <SavedSelect
          label={t('activity.col.line')}
          field={{
            ...line,
            stored: line.stored ?? noLine,
            save: (value, base) => line.save(value === noLine ? null : value, base),
          }}
          options={lines}
        />
        <SavedDay label={t('activity.plannedFrom')} field={field('plannedFrom')} />
        <SavedDay
          label={t('activity.plannedUntil')}
          field={field('plannedUntil')}
          hint={baseline === '' ? undefined : t('activity.baselineWas', { period: baseline })}
        />
        <SavedDay label={t('activity.heldFrom')} field={field('actualFrom')} />
        <SavedDay label={t('activity.heldUntil')} field={field('actualUntil')} />
        <SavedText label={t('activity.place')} full field={field('place')} />
        <SavedOrganisation label={t('activity.col.organiser')} full field={field('organiserId')} />
        {activity.organiserId === null ? (
          <SavedText label={t('activity.organiserText')} full field={field('organiserText')} />
        ) : null}
        <SavedPerson label={t('activity.responsible')} full field={field('responsibleId')} />
      </FormGrid>
    </Section>
  );
};

/** What came of it, and what else is to be known. */
export const Outcome = ({ activity, refetch }: Omit<Props, 'project'>) => {
  const { t } = useTranslation('projects');
  const field = fieldsOf(activity, refetch);
  const [more, setMore] = useState(activity.source !== '' || activity.note !== '');
  return (
    <Section title={t('activity.outcome')}>
      <FormGrid columns={1}>
        <SavedArea label={t('activity.outcomeText')} labelHidden minRows={3} field={field('outcome')} />
        {more ? (
          <>
            <SavedText label={t('activity.source')} field={field('source')} />
            <SavedArea label={t('activity.note')} minRows={2} field={field('note')} />
          </>
        ) : (
          <div>
            <LinkButton onClick={() => setMore(true)}>{t('activity.addNote')}</LinkButton>
          </div>
        )}
      </FormGrid>
    </Section>
  );
};
