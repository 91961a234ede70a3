import { useTranslation } from 'react-i18next';
import type { MoneyView } from '../../../shared/contract/moneyViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { formatAmount, formatMoney } from '../../../shared/rules/money.ts';
import { PrintAlone } from '../../ui/PrintAlone.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { figureText, rateKind } from '../fields/FigureField.tsx';

/** What is printed of the money: the lines of each funder with their sum, the totals and the rates. */
export const MoneyPaper = ({ project, money }: { project: ProjectDetail; money: MoneyView }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const head = [
    t('money.line.name'),
    t('money.line.category'),
    t('money.planned'),
    t('money.committed'),
    t('money.spent'),
    t('money.balance'),
  ];
  return (
    <PrintAlone>
      <h1>{project.title}</h1>
      {money.funders.map((funder) => (
        <section key={funder.id}>
          <h2>
            {funder.name} · {funder.currency}
          </h2>
          <Table
            label={funder.name}
            head={head}
            rows={[
              ...money.lines
                .filter(({ funderId }) => funderId === funder.id)
                .map((line) => ({
                  key: line.id,
                  cells: [
                    `${line.code} ${line.title}`.trim(),
                    t(`vocabulary:budgetCategory.${line.category}`),
                    ...[line.amount ?? 0, line.committed, line.spent, line.balance].map((sum) =>
                      formatAmount(sum, line.currency, language),
                    ),
                  ],
                })),
              {
                key: 'sum',
                cells: [
                  <b key="name">{t('money.sum')}</b>,
                  '',
                  ...[
                    funder.planned,
                    funder.committed,
                    funder.spent,
                    funder.planned - funder.committed - funder.spent,
                  ].map((sum) => formatAmount(sum, funder.currency, language)),
                ],
              },
            ]}
          />
        </section>
      ))}
      {money.total === null ? null : (
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
    </PrintAlone>
  );
};
