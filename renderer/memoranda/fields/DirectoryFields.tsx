import { useTranslation } from 'react-i18next';
import { guessGender } from '../../../shared/rules/names/gender.ts';
import { splitFullName } from '../../../shared/rules/names/split.ts';
import { Combobox, MultiCombobox, type Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import type { FieldProps } from '../../ui/Field.tsx';
import { useOrganisationOptions, usePersonOptions } from './useDirectory.ts';

type One = FieldProps & { value: string | null; onChange: (id: string | null) => void; takesFocus?: boolean };

const chosenOf = (options: readonly Option[], id: string | null): Option | null =>
  id === null ? null : (options.find((option) => option.id === id) ?? { id, label: '…' });

/** An organisation of the directory, by its id; one that is not there yet is added by its name. */
export const OrganisationField = ({ value, onChange, takesFocus, ...field }: One) => {
  const { t } = useTranslation('memoranda');
  const { run, error } = useActs();
  const errorText = useErrorText();
  const options = useOrganisationOptions();
  const create = async (name: string): Promise<void> => {
    const added = await run(() => client.directory.addOrganisation({ name }));
    if (added !== undefined) onChange(added.id);
  };
  return (
    <Combobox
      {...field}
      error={field.error ?? (error === undefined ? undefined : errorText(error))}
      takesFocus={takesFocus}
      value={chosenOf(options, value)}
      onChange={(option) => onChange(option?.id ?? null)}
      options={options}
      createLabel={(name) => t('create.organisation', { name })}
      onCreate={(name) => void create(name)}
    />
  );
};

/** Several organisations, in the order in which they are chosen. */
export const OrganisationsField = (
  props: FieldProps & { value: readonly string[]; onChange: (ids: string[]) => void; takesFocus?: boolean },
) => {
  const { value, onChange, takesFocus, ...field } = props;
  const { t } = useTranslation('memoranda');
  const { run, error } = useActs();
  const errorText = useErrorText();
  const options = useOrganisationOptions();
  const create = async (name: string): Promise<void> => {
    const added = await run(() => client.directory.addOrganisation({ name }));
    if (added !== undefined) onChange([...value, added.id]);
  };
  return (
    <MultiCombobox
      {...field}
      error={field.error ?? (error === undefined ? undefined : errorText(error))}
      takesFocus={takesFocus}
      value={value.flatMap((id) => chosenOf(options, id) ?? [])}
      onChange={(chosen) => onChange(chosen.map(({ id }) => id))}
      options={options}
      createLabel={(name) => t('create.organisation', { name })}
      onCreate={(name) => void create(name)}
    />
  );
};

/** Somebody of the directory, by their id; who is not there yet is added by their name. */
export const PersonField = ({ value, onChange, takesFocus, ...field }: One) => {
  const { t } = useTranslation('memoranda');
  const { run, error } = useActs();
  const errorText = useErrorText();
  const options = usePersonOptions();
  const create = async (text: string): Promise<void> => {
    const name = splitFullName(text);
    const added = await run(() => client.directory.addPerson({ ...name, gender: guessGender(name) }));
    if (added !== undefined) onChange(added.id);
  };
  return (
    <Combobox
      {...field}
      error={field.error ?? (error === undefined ? undefined : errorText(error))}
      takesFocus={takesFocus}
      value={chosenOf(options, value)}
      onChange={(option) => onChange(option?.id ?? null)}
      options={options}
      createLabel={(name) => t('create.person', { name })}
      onCreate={(name) => void create(name)}
    />
  );
};
