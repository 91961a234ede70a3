import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { guessGender } from '../../../shared/rules/names/gender.ts';
import { splitFullName } from '../../../shared/rules/names/split.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import type { FieldProps } from '../../ui/Field.tsx';
import { useCollator } from '../../ui/window/language.ts';

/** Somebody of the directory, by their id; who is not there yet is added by their name. */
export const PersonField = ({
  value,
  onChange,
  without,
  takesFocus,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (id: string | null) => void;
  without?: ReadonlySet<string>;
  takesFocus?: boolean;
}) => {
  const { t } = useTranslation('directory');
  const { run, error } = useActs();
  const errorText = useErrorText();
  const collator = useCollator();
  const { data } = useQuery(orpc.directory.people.queryOptions({ input: { on: null } }));
  const options = useMemo(
    (): Option[] =>
      (data ?? [])
        .filter(({ id }) => without?.has(id) !== true)
        .map(({ id, name, position, organisation }) => ({
          id,
          label: name,
          note: [position, organisation].filter(Boolean).join(', ') || undefined,
        }))
        .toSorted((a, b) => collator.compare(a.label, b.label)),
    [data, without, collator],
  );
  const row = data?.find(({ id }) => id === value);
  const chosen: Option | null = value === null ? null : { id: value, label: row?.name ?? '…' };
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
      value={chosen}
      onChange={(option) => onChange(option?.id ?? null)}
      options={options}
      createLabel={(name) => t('person.create', { name })}
      onCreate={(name) => void create(name)}
    />
  );
};
