import { useMemo } from 'react';
import { useLanguage } from './language.ts';

/** A number as the language of the interface writes it: its thousands apart, its own decimal sign, two places at most. */
export const useFigure = (): ((value: number) => string) => {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    return (value) => format.format(value);
  }, [locale]);
};
