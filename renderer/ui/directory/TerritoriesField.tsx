import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Territory } from '../../../shared/contract/directory.ts';
import { MultiCombobox, type Option } from '../Combobox.tsx';
import { client, orpc } from '../core/client.ts';
import type { FieldProps } from '../Field.tsx';
import { useLanguage } from '../window/language.ts';

/** As many as the list shows; who wants another types a letter more. */
const most = 40;

const asOption = ({ code, label, within }: Territory): Option => ({ id: code, label, note: within });
/** As it stands in the field, where nothing beside it says which one it is. */
const asChosen = ({ code, name, within }: Territory): Option => ({ id: code, label: name, note: within });

/** The chosen territories by name, in the order in which they were chosen. */
export const useTerritoryOptions = (codes: readonly string[]): Option[] => {
  const { language } = useLanguage();
  const { data } = useQuery(
    orpc.directory.territoriesByCode.queryOptions({
      input: { codes: [...codes], language },
      enabled: codes.length > 0,
      placeholderData: keepPreviousData,
      meta: { live: false },
    }),
  );
  // a code that this version's list lacks is shown as it is
  return codes.map((code) => {
    const known = data?.find((territory) => territory.code === code);
    return known === undefined ? { id: code, label: data === undefined ? '…' : code } : asChosen(known);
  });
};

/** Several territories of the bundled list, by their codes, in the order in which they are chosen. */
export const TerritoriesField = ({
  value,
  onChange,
  ...field
}: FieldProps & { value: readonly string[]; onChange: (codes: string[]) => void; takesFocus?: boolean }) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const chosen = useTerritoryOptions(value);
  const load = useCallback(
    async (text: string, signal: AbortSignal): Promise<Option[]> =>
      (await client.directory.territories({ text, language, country: null, limit: most }, { signal })).map(asOption),
    [language],
  );
  return (
    <MultiCombobox
      {...field}
      placeholder={value.length === 0 ? t('directory.territoryHint') : undefined}
      value={chosen}
      onChange={(options) => onChange(options.map(({ id }) => id))}
      load={load}
    />
  );
};
