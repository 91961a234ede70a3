import { useMemo } from 'react';
import { countries, countryName, languageName, languagesByName } from '../../shared/rules/regionNames.ts';
import { Combobox, MultiCombobox, type Option } from '../ui/Combobox.tsx';
import type { FieldProps } from '../ui/Field.tsx';
import { useLanguage } from '../ui/window/language.ts';

/** A country by its name; its code, or empty where none is said. */
export const CountryField = ({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (code: string) => void }) => {
  const { language } = useLanguage();
  const options = useMemo(
    () => countries(language).map(({ code, name }): Option => ({ id: code, label: name, note: code })),
    [language],
  );
  return (
    <Combobox
      {...field}
      options={options}
      value={value === '' ? null : { id: value, label: countryName(value, language) }}
      onChange={(option) => onChange(option?.id ?? '')}
    />
  );
};

const useLanguageOptions = (without: readonly string[]): Option[] => {
  const { language } = useLanguage();
  return useMemo(
    () =>
      languagesByName(language)
        .filter(({ code }) => !without.includes(code))
        .map(({ code, name }): Option => ({ id: code, label: name, note: code.toUpperCase() })),
    [language, without],
  );
};

/** Languages by their names, several at once. */
export const LanguagesField = ({
  value,
  onChange,
  without,
  ...field
}: FieldProps & {
  value: readonly string[];
  onChange: (codes: string[]) => void;
  without: readonly string[];
  takesFocus?: boolean;
}) => {
  const { language } = useLanguage();
  const options = useLanguageOptions(without);
  return (
    <MultiCombobox
      {...field}
      options={options}
      value={value.map((code) => ({ id: code, label: languageName(code, language) }))}
      onChange={(chosen) => onChange(chosen.map(({ id }) => id))}
    />
  );
};
