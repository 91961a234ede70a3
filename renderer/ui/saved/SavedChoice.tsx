import type { ReactNode } from 'react';
import { DateField } from '../DateField.tsx';
import { Select, type SelectOption } from '../Select.tsx';
import { OrganisationField } from '../directory/DirectoryFields.tsx';
import { useSavedField, type SavedField } from './savedField.ts';
import { TerritoryField } from '../directory/TerritoryField.tsx';

type Common<Value> = { label: string; field: SavedField<Value>; hint?: ReactNode; full?: boolean };

/** One of a few, saved when chosen. */
export const SavedSelect = <Value extends string>({
  field,
  ...props
}: Common<Value> & { options: readonly SelectOption<Value>[] }) => {
  const { value, error, choose } = useSavedField(field);
  return <Select {...props} value={value} error={error} onChange={choose} />;
};

/** A day, saved when it is understood. */
export const SavedDay = ({ field, ...props }: Common<string | null>) => {
  const { value, error, choose } = useSavedField(field);
  return <DateField {...props} value={value} error={error} onChange={choose} />;
};

/** A territory, saved when chosen. */
export const SavedTerritory = ({ field, ...props }: Common<string | null>) => {
  const { value, error, choose } = useSavedField(field);
  return <TerritoryField {...props} value={value} error={error} onChange={choose} />;
};

/** An organisation, saved when chosen. */
export const SavedOrganisation = ({ field, ...props }: Common<string | null>) => {
  const { value, error, choose } = useSavedField(field);
  return <OrganisationField {...props} value={value} error={error} onChange={choose} />;
};
