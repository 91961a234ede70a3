import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../shared/contract/directory.ts';
import { Button } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { EditIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { NameFormsDialog } from './NameFormsDialog.tsx';

const Rows = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: '3px 12px',
  margin: 0,
  fontSize: 13,
  '& dt': { color: 'var(--soft)' },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
});

/** How documents decline a Ukrainian name, and the way to correct it. */
export const NameForms = ({ person, refetch }: { person: PersonDetail; refetch: () => Promise<unknown> }) => {
  const { t } = useTranslation(['directory', 'common']);
  const [editing, setEditing] = useState(false);
  const { surname, givenName, patronymic, gender, nameCases } = person;
  const { data, error } = useQuery(
    orpc.directory.nameForms.queryOptions({ input: { surname, givenName, patronymic, gender, nameCases } }),
  );
  return (
    <Section
      title={t('forms.title')}
      action={
        <Button size="small" variant="bare" icon={<EditIcon size={13} />} onClick={() => setEditing(true)}>
          {t('forms.correct')}
        </Button>
      }
    >
      {gender === 'unknown' ? <p className="soft small">{t('forms.genderUnknown')}</p> : null}
      <ErrorNotice error={error} />
      {data === undefined ? (
        <Waiting lines={3} />
      ) : (
        <Rows lang="uk">
          {data.map((form) => (
            <FormRow key={form.case} form={form} />
          ))}
        </Rows>
      )}
      {editing ? <NameFormsDialog person={person} onClose={() => setEditing(false)} refetch={refetch} /> : null}
    </Section>
  );
};

type Form = { case: string; surname: string; givenName: string; patronymic: string; corrected: boolean };

const FormRow = ({ form }: { form: Form }) => {
  const { t, i18n } = useTranslation('directory');
  const key = `forms.case.${form.case}`;
  return (
    <>
      <dt lang={i18n.language}>{t(key as 'forms.case.genitive')}</dt>
      <dd>
        {[form.surname, form.givenName, form.patronymic].filter(Boolean).join(' ')}
        {form.corrected ? (
          <span className="soft small" lang={i18n.language}>
            {' '}
            · {t('forms.corrected')}
          </span>
        ) : null}
      </dd>
    </>
  );
};
