import type { Language } from '../../../shared/languages.ts';

/** A month as an axis says it: жов 2016, Oct 2016. */
export const monthName = (month: string, language: Language): string => {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, number - 1, 1)),
  );
  return `${name.replace('.', '')} ${year}`;
};
