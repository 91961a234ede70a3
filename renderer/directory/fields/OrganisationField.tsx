import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import type { FieldProps } from '../../ui/Field.tsx';
import { useCollator } from '../../ui/window/language.ts';

/** An organisation of the directory, by its id; one that is not there yet is added by its name. */
export const OrganisationField = ({
  value,
  onChange,
  without,
  takesFocus,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (id: string | null) => void;
  /** Not offered: those that are there already. */
  without?: ReadonlySet<string>;
  takesFocus?: boolean;
}) => {
  const { t } = useTranslation('directory');
  const { run, error } = useActs();
  const errorText = useErrorText();
  const collator = useCollator();
  const { data } = useQuery(orpc.directory.organisations.queryOptions());
  const options = useMemo(
    (): Option[] =>
      (data ?? [])
        .filter(({ id }) => without?.has(id) !== true)
        .map(({ id, name, shortName }) => ({ id, label: name, note: shortName === '' ? undefined : shortName }))
        .toSorted((a, b) => collator.compare(a.label, b.label)),
    [data, without, collator],
  );
  const row = data?.find(({ id }) => id === value);
  const chosen: Option | null = value === null ? null : { id: value, label: row?.name ?? '…' };
  const create = async (name: string): Promise<void> => {
    const added = await run(() => client.directory.addOrganisation({ name }));
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
      createLabel={(name) => t('organisation.create', { name })}
      onCreate={(name) => void create(name)}
    />
  );
};
