import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Territory } from '../../../shared/contract/directory.ts';
import { Combobox, type Option } from '../Combobox.tsx';
import { client, orpc } from '../core/client.ts';
import type { FieldProps } from '../Field.tsx';
import { useLanguage } from '../window/language.ts';

/** As many as the list shows; who wants another types a letter more. */
const most = 40;

const asOption = ({ code, label, within }: Territory): Option => ({ id: code, label, note: within });
/** As it stands in the field, where nothing beside it says which one it is. */
const asChosen = ({ code, name, within }: Territory): Option => ({ id: code, label: name, note: within });

/** A territory of the bundled list, by its code; found by name in any spelling, by district or by code. */
export const TerritoryField = ({
  value,
  onChange,
  ...field
}: FieldProps & { value: string | null; onChange: (code: string | null) => void }) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const { data } = useQuery(
    orpc.directory.territoryByCode.queryOptions({
      input: { code: value ?? '', language },
      enabled: value !== null,
      meta: { live: false },
    }),
  );
  const load = useCallback(
    async (text: string, signal: AbortSignal): Promise<Option[]> =>
      (await client.directory.territories({ text, language, country: null, limit: most }, { signal })).map(asOption),
    [language],
  );
  // a code that this version's list lacks is shown as it is
  const shown = data === undefined ? '…' : value;
  const chosen = value === null ? null : data ? asChosen(data) : { id: value, label: shown ?? '' };
  return (
    <Combobox
      {...field}
      placeholder={t('directory.territoryHint')}
      value={chosen}
      onChange={(option) => onChange(option?.id ?? null)}
      load={load}
    />
  );
};
