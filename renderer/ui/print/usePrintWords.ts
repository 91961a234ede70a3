import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { filterWords } from '../grid/filterWords.ts';
import type { Grid } from '../grid/gridTypes.ts';
import { useFigure } from '../window/figures.ts';
import { useLanguage } from '../window/language.ts';

/** Words and figures for the heading of a sheet: conditions of a grid, how many rows, and of how many where not all are printed. */
export const usePrintWords = (): {
  conditions: <Row>(grid: Grid<Row>) => string[];
  rows: (printed: number, all?: number) => string;
  figure: (value: number) => string;
} => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const figure = useFigure();
  return {
    figure,
    conditions: (grid) => filterWords(grid, t('filter.empty'), (day) => formatDay(day, language)),
    rows: (printed, all = printed) =>
      printed < all
        ? t('print.some', { most: figure(printed), all: figure(all) })
        : t('print.rows', { rows: figure(all) }),
  };
};
