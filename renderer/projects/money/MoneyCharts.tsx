import { useTranslation } from 'react-i18next';
import { barsPlanActual } from '../../../shared/charts/barsPlanActual.ts';
import { moneyBars, type MoneyBar } from '../../../shared/charts/rowBars.ts';
import type { MoneyView } from '../../../shared/contract/moneyViews.ts';
import { formatMoney } from '../../../shared/rules/money.ts';
import { formatScaled } from '../../../shared/rules/scaled.ts';
import type { BudgetCategory } from '../../../shared/vocabulary.ts';
import { SvgChart } from '../../ui/charts/SvgChart.tsx';
import { Card, CardTitle } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useWidth } from '../fields/useWidth.ts';
import { monthName } from './monthName.ts';
import { units } from './moneyState.ts';

const Bars = ({ title, bars }: { title: string; bars: readonly (MoneyBar & { planned: number })[] }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const [box, width] = useWidth(640);
  const format = (amount: number, currency: string): string => formatMoney(amount, currency, language);
  return (
    <Card>
      <CardTitle>{title}</CardTitle>
      <div ref={box}>
        <SvgChart
          label={title}
          chart={moneyBars({
            width,
            bars,
            format,
            words: { planned: t('money.planned'), committed: t('money.committed'), spent: t('money.spent') },
          })}
        />
      </div>
      <Table
        label={title}
        head={[title, t('money.planned'), t('money.committed'), t('money.spent'), t('money.balance')]}
        rows={bars.map(({ label, currency, planned, committed, spent }) => ({
          key: `${label} ${currency}`,
          cells: [
            label,
            ...[planned, committed, spent, planned - committed - spent].map((sum) => format(sum, currency)),
          ],
        }))}
      />
    </Card>
  );
};

/** What was spent in each month, a chart for each currency. */
const Months = ({ months, currency }: { months: MoneyView['months']; currency: string }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const [box, width] = useWidth(640);
  const own = months.flatMap(({ month, spent }) => {
    const sum = spent.find((one) => one.currency === currency);
    return sum === undefined ? [] : [{ label: monthName(month, language), amount: sum.amount }];
  });
  const title = t('money.byMonth', { currency });
  return (
    <Card>
      <CardTitle>{title}</CardTitle>
      <div ref={box}>
        <SvgChart
          label={title}
          chart={barsPlanActual({
            width,
            height: 220,
            bars: own.map(({ label, amount }) => ({ label, plan: null, actual: units(amount, currency) })),
            format: (value) => formatScaled(Math.round(value), 0, language),
            words: { plan: t('money.planned'), actual: t('money.spent') },
          })}
        />
      </div>
      <Table
        label={title}
        head={[t('money.month'), t('money.spent')]}
        rows={own.map(({ label, amount }) => ({ key: label, cells: [label, formatMoney(amount, currency, language)] }))}
      />
    </Card>
  );
};

/** The money of a project in charts, each with the table of its figures. */
export const MoneyCharts = ({ money }: { money: MoneyView }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const currencies = [...new Set(money.months.flatMap(({ spent }) => spent.map(({ currency }) => currency)))];
  return (
    <div style={{ padding: 16, display: 'flex', flexDirection: 'column', gap: 14, maxWidth: 980 }}>
      <Bars
        title={t('money.byFunder')}
        bars={money.funders.map(({ name, currency, planned, committed, spent }) => ({
          label: name,
          currency,
          planned,
          committed,
          spent,
        }))}
      />
      <Bars
        title={t('money.byCategory')}
        bars={money.categories.map(({ category, ...sums }) => ({
          label: t(`vocabulary:budgetCategory.${category as BudgetCategory}`),
          ...sums,
        }))}
      />
      {currencies.map((currency) => (
        <Months key={currency} months={money.months} currency={currency} />
      ))}
    </div>
  );
};
