import { useTranslation } from 'react-i18next';
import { guessGender } from '../../../shared/rules/names/gender.ts';
import { splitFullName } from '../../../shared/rules/names/split.ts';
import { Combobox, MultiCombobox, type Option } from '../Combobox.tsx';
import { useActs } from '../core/acts.ts';
import { client } from '../core/client.ts';
import { useErrorText } from '../core/errors.ts';
import type { FieldProps } from '../Field.tsx';
import { useOrganisationOptions, usePersonOptions } from './options.ts';

type Common = FieldProps & { takesFocus?: boolean };
type One = Common & {
  value: string | null;
  onChange: (id: string | null) => void;
  /** Not offered: those that are there already. */
  without?: ReadonlySet<string>;
};
type Several = Common & { value: readonly string[]; onChange: (ids: string[]) => void };

/** What a field chooses from, and how one that is not there yet is added by what was typed. */
type Source = {
  options: readonly Option[];
  createLabel: (typed: string) => string;
  add: (typed: string) => Promise<{ id: string }>;
};

const useOrganisations = (): Source => {
  const { t } = useTranslation('ui');
  return {
    options: useOrganisationOptions(),
    createLabel: (name) => t('directory.addOrganisation', { name }),
    add: (name) => client.directory.addOrganisation({ name }),
  };
};

const usePeople = (): Source => {
  const { t } = useTranslation('ui');
  return {
    options: usePersonOptions(),
    createLabel: (name) => t('directory.addPerson', { name }),
    add: (typed) => {
      const name = splitFullName(typed);
      return client.directory.addPerson({ ...name, gender: guessGender(name) });
    },
  };
};

const optionOf = ({ options }: Source, id: string): Option =>
  options.find((option) => option.id === id) ?? { id, label: '…' };

/** Adds to the directory what was typed, and says at the field what stands against it. */
const useAdding = ({ createLabel, add }: Source, error: FieldProps['error'], then: (id: string) => void) => {
  const { run, error: refused } = useActs();
  const errorText = useErrorText();
  const create = async (typed: string): Promise<void> => {
    const added = await run(() => add(typed));
    if (added !== undefined) then(added.id);
  };
  return {
    createLabel,
    onCreate: (typed: string) => void create(typed),
    error: error ?? (refused === undefined ? undefined : errorText(refused)),
  };
};

const OneField = ({ source, value, onChange, without, ...field }: One & { source: Source }) => {
  const adding = useAdding(source, field.error, onChange);
  return (
    <Combobox
      {...field}
      {...adding}
      value={value === null ? null : optionOf(source, value)}
      onChange={(option) => onChange(option?.id ?? null)}
      options={without === undefined ? source.options : source.options.filter(({ id }) => !without.has(id))}
    />
  );
};

/** An organisation of the directory, by its id; one that is not there yet is added by its name. */
export const OrganisationField = (props: One) => <OneField {...props} source={useOrganisations()} />;

/** Somebody of the directory, by their id; who is not there yet is added by their name. */
export const PersonField = (props: One) => <OneField {...props} source={usePeople()} />;

/** Several organisations, in the order in which they are chosen; one that is not there yet is added by its name. */
export const OrganisationsField = ({ value, onChange, ...field }: Several) => {
  const source = useOrganisations();
  const adding = useAdding(source, field.error, (id) => onChange([...value, id]));
  return (
    <MultiCombobox
      {...field}
      {...adding}
      value={value.map((id) => optionOf(source, id))}
      onChange={(chosen) => onChange(chosen.map(({ id }) => id))}
      options={source.options}
    />
  );
};
