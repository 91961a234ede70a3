import { useTranslation } from 'react-i18next';
import type { MoneyView } from '../../../shared/contract/moneyViews.ts';
import { formatDay } from '../../../shared/dates.ts';
import { formatAmount, formatMoney } from '../../../shared/rules/money.ts';
import { PrintTable, type PrintRow } from '../../ui/print/PrintTable.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { figureText, rateKind } from '../fields/FigureField.tsx';

/** What is printed of the money: the lines of each funder (or of one) with their sum, the totals and the rates. */
export const MoneyPaper = ({ money, funderId }: { money: MoneyView; funderId: string | null }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const sums = (all: readonly number[], currency: string): string[] =>
    all.map((sum) => formatAmount(sum, currency, language));
  const columns = [
    { title: t('money.line.name') },
    { title: t('money.line.category'), width: '16%' },
    ...[t('money.planned'), t('money.committed'), t('money.spent'), t('money.balance')].map((title) => ({
      title,
      align: 'right' as const,
      width: '12%',
    })),
  ];
  return (
    <>
      {money.funders
        .filter(({ id }) => funderId === null || id === funderId)
        .map((funder) => {
          const { id, name, currency, planned, committed, spent } = funder;
          const rows = money.lines
            .filter((line) => line.funderId === id)
            .map((line): PrintRow => ({
              key: line.id,
              cells: [
                `${line.code} ${line.title}`.trim(),
                t(`vocabulary:budgetCategory.${line.category}`),
                ...sums([line.amount ?? 0, line.committed, line.spent, line.balance], line.currency),
              ],
            }));
          const total = [
            t('money.sum'),
            '',
            ...sums([planned, committed, spent, planned - committed - spent], currency),
          ];
          return (
            <section key={id}>
              <h2>
                {name} · {currency}
              </h2>
              <PrintTable label={name} columns={columns} rows={[...rows, { key: 'sum', kind: 'sum', cells: total }]} />
            </section>
          );
        })}
      <div style={{ marginTop: '8pt' }}>
        {money.total === null || funderId !== null ? null : (
          <p>
            {t('money.inProject', { currency: money.currency })}:{' '}
            {t('money.spentOf', {
              spent: formatMoney(money.total.spent, money.currency, language),
              planned: formatMoney(money.total.planned, money.currency, language),
            })}
          </p>
        )}
        {money.rates.map(({ id, currency, rate, ratedOn, source }) => (
          <p key={id}>
            1 {currency} = {figureText(rate, rateKind, language)} {money.currency}{' '}
            {[ratedOn === null ? '' : formatDay(ratedOn, language), source].filter(Boolean).join(' · ')}
          </p>
        ))}
      </div>
    </>
  );
};
