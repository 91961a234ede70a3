import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../shared/contract/directory.ts';
import { foldPersonName } from '../../../shared/rules/fold.ts';
import { guessGender } from '../../../shared/rules/names/gender.ts';
import { genders, type Gender } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';

const empty = { surname: '', givenName: '', patronymic: '', email: '', phone: '', position: '' };

type Words = typeof empty;

/** A new person with their office; says where somebody of that name is there already. */
export const AddPersonDialog = (props: {
  people: readonly PersonRow[];
  onClose: () => void;
  onAdded: (id: string) => void;
}) => {
  const { people, onClose, onAdded } = props;
  const { t } = useTranslation(['directory', 'vocabulary', 'common']);
  const { fieldName } = useRecordWords();
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [words, setWords] = useState<Words>(empty);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [chosenGender, setChosenGender] = useState<Gender>();
  const gender = chosenGender ?? guessGender(words);
  const label = (field: string): string => fieldName('person', field);
  const namesakes = useMemo(() => {
    const key = foldPersonName(words.surname, words.givenName, words.patronymic);
    if (words.surname.trim() === '' || words.givenName.trim() === '') return [];
    return people.filter((one) => foldPersonName(one.surname, one.givenName, one.patronymic) === key);
  }, [people, words.surname, words.givenName, words.patronymic]);

  const text = (field: keyof Words) => ({
    value: words[field],
    onChange: (value: string) => setWords((now) => ({ ...now, [field]: value })),
    error: errorField(error) === field ? errorText(error) : undefined,
  });
  const add = async (): Promise<void> => {
    const { position, ...fields } = Object.fromEntries(
      Object.entries(words).map(([field, value]) => [field, value.trim()]),
    ) as Words;
    const office = position === '' && organisationId === null ? undefined : { position, organisationId };
    const added = await run(() =>
      client.directory.addPerson({ ...fields, gender, ...(office === undefined ? {} : { office }) }),
    );
    if (added !== undefined) onAdded(added.id);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={t('person.add')}
      submitLabel={t('common:action.add')}
      submitting={running}
      submitDisabled={words.surname.trim() === ''}
      error={errorField(error) === undefined ? error : undefined}
      onSubmit={() => void add()}
    >
      <FormGrid>
        <TextInput label={label('surname')} required takesFocus {...text('surname')} />
        <TextInput label={label('givenName')} {...text('givenName')} />
        <TextInput label={label('patronymic')} {...text('patronymic')} />
        <Select
          label={label('gender')}
          value={gender}
          onChange={setChosenGender}
          options={genders.map((value) => ({ value, label: t(`vocabulary:gender.${value}`) }))}
        />
        <OrganisationField
          full
          label={t('common:col.organisation')}
          value={organisationId}
          onChange={setOrganisationId}
        />
        <TextInput full label={t('common:col.position')} {...text('position')} />
        <TextInput label={label('email')} type="email" {...text('email')} />
        <TextInput label={label('phone')} type="tel" {...text('phone')} />
      </FormGrid>
      {namesakes.map((one) => (
        <Notice
          key={one.id}
          tone="amber"
          action={
            <Button size="small" onClick={() => onAdded(one.id)}>
              {t('person.openNamesake')}
            </Button>
          }
        >
          {t('person.namesake', {
            name: one.name,
            where: [one.position, one.organisation].filter(Boolean).join(', ') || t('person.noOffice'),
          })}
        </Notice>
      ))}
    </Dialog>
  );
};
