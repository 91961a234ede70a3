import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetLineView } from '../../../shared/contract/moneyViews.ts';
import { formatAmount, formatMoney } from '../../../shared/rules/money.ts';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { units } from './moneyState.ts';

/** The columns of the budget: sums as figures, with their currency in a column of its own. */
export const useLineColumns = (): GridColumn<BudgetLineView>[] => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { fieldName } = useRecordWords();
  const { language } = useLanguage();
  return useMemo(() => {
    const sum = (key: 'amount' | 'committed' | 'spent' | 'balance', title: string): GridColumn<BudgetLineView> => ({
      key,
      title,
      width: 112,
      align: 'right',
      value: (line) => units(line[key], line.currency),
      render: (line) => {
        const value = line[key];
        if (value === null) return '';
        const text = formatAmount(value, line.currency, language);
        return key === 'balance' && value < 0 ? <b style={{ color: 'var(--red)' }}>{text}</b> : text;
      },
    });
    return [
      { key: 'code', title: fieldName('budgetLine', 'code'), width: 64, value: ({ code }) => code || null },
      { key: 'title', title: fieldName('budgetLine', 'title'), grow: true, width: 180, value: ({ title }) => title },
      {
        key: 'funder',
        title: fieldName('budgetLine', 'funderId'),
        width: 150,
        value: ({ funder }) => funder || null,
        groupable: true,
        filter: 'choice',
      },
      {
        key: 'category',
        title: fieldName('budgetLine', 'category'),
        width: 130,
        value: ({ category }) => t(`vocabulary:budgetCategory.${category}`),
        groupable: true,
        filter: 'choice',
      },
      {
        key: 'line',
        title: fieldName('budgetLine', 'lineId'),
        width: 130,
        value: ({ line }) => line || null,
        hidden: true,
        groupable: true,
      },
      sum('amount', t('money.planned')),
      sum('committed', t('money.committed')),
      sum('spent', t('money.spent')),
      sum('balance', t('money.balance')),
      {
        key: 'currency',
        title: fieldName('funder', 'currency'),
        width: 62,
        value: ({ currency }) => currency,
        filter: 'choice',
      },
      {
        key: 'expenses',
        title: t('money.records'),
        width: 74,
        align: 'right',
        hidden: true,
        value: ({ expenses }) => expenses,
      },
      {
        key: 'note',
        title: fieldName('budgetLine', 'note'),
        width: 160,
        hidden: true,
        value: ({ note }) => note || null,
      },
    ];
  }, [t, fieldName, language]);
};

/** What the lines of a group come to, by currency. */
export const useGroupNote = (): ((lines: BudgetLineView[]) => string) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  return useMemo(
    () =>
      (lines: BudgetLineView[]): string => {
        const sums = new Map<string, { planned: number; spent: number }>();
        for (const { currency, amount, spent } of lines) {
          const before = sums.get(currency) ?? { planned: 0, spent: 0 };
          sums.set(currency, { planned: before.planned + (amount ?? 0), spent: before.spent + spent });
        }
        return [...sums]
          .map(([currency, { planned, spent }]) =>
            t('money.spentOf', {
              spent: formatMoney(spent, currency, language),
              planned: formatMoney(planned, currency, language),
            }),
          )
          .join(' · ');
      },
    [t, language],
  );
};
