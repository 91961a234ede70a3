import { useMemo } from 'react';
import { currencies } from '../../../shared/rules/money.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import type { FieldProps } from '../../ui/Field.tsx';
import { useLanguage } from '../../ui/window/language.ts';

/** A currency of ISO 4217, found by its code or its name. */
export const CurrencyField = ({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (currency: string) => void }) => {
  const { locale } = useLanguage();
  const options = useMemo((): Option[] => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    return currencies.map((code) => ({ id: code, label: code, note: names.of(code) }));
  }, [locale]);
  return (
    <Combobox
      {...field}
      options={options}
      value={options.find(({ id }) => id === value) ?? { id: value, label: value }}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen.id);
      }}
    />
  );
};
