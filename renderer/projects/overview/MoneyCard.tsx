import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moneyBars } from '../../../shared/charts/rowBars.ts';
import { currencyDigits, currencyMark, divideRounded, formatMoney } from '../../../shared/rules/money.ts';
import { formatScaled } from '../../../shared/rules/scaled.ts';
import { TextLink } from '../../ui/Button.tsx';
import { SvgChart } from '../../ui/charts/SvgChart.tsx';
import { orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { addressOfView } from '../views.ts';
import { OverviewCard } from './OverviewCard.tsx';
import { useWidth } from '../fields/useWidth.ts';

/** What each funder gives and what of it is spent. The bars say whole units; the table says them to the cent. */
export const MoneyCard = ({ projectId }: { projectId: string }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const [place, width] = useWidth();
  const { data, error } = useQuery(orpc.projects.money.queryOptions({ input: { projectId } }));
  if (error !== null && data === undefined) return <ErrorNotice error={error} />;
  if (data === undefined || data.funders.length === 0) return null;
  const { funders } = data;
  const marks = new Set(funders.map(({ currency }) => currency));
  const [single = ''] = marks.size === 1 ? marks : [];
  const whole = (amount: number, currency: string): string => {
    const units = Number(divideRounded(BigInt(amount), 10n ** BigInt(currencyDigits(currency))));
    const figure = formatScaled(units, 0, language);
    return single === '' ? `${figure} ${currencyMark(currency, language)}` : figure;
  };
  const exact = (amount: number, currency: string): string => formatMoney(amount, currency, language);
  // a sum that nobody has entered is not nothing
  const isSaid = ({ id }: (typeof funders)[number]): boolean =>
    data.lines.some(({ funderId, amount }) => funderId === id && amount !== null);
  const given = (funder: (typeof funders)[number]): number | null =>
    funder.amount ?? (isSaid(funder) ? funder.planned : null);
  const paid = (funder: (typeof funders)[number]): (number | null)[] => {
    const sums = [funder.committed, funder.spent];
    return given(funder) === null && sums.every((sum) => sum === 0) ? [null, null] : sums;
  };
  const chart = moneyBars({
    width,
    bars: funders.map((funder) => ({
      label: funder.name,
      currency: funder.currency,
      planned: given(funder),
      committed: funder.committed,
      spent: funder.spent,
    })),
    format: whole,
    words: { planned: t('overview.planned'), committed: t('overview.committed'), spent: t('overview.spent') },
  });
  return (
    <OverviewCard
      title={t('overview.money')}
      note={single === '' ? undefined : currencyMark(single, language)}
      table={
        <>
          <Table
            label={t('overview.money')}
            head={[t('overview.funder'), t('overview.planned'), t('overview.committed'), t('overview.spent')]}
            rows={funders.map((funder) => ({
              key: funder.id,
              cells: [
                <TextLink key="name" to={`${addressOfView(projectId, 'money')}?funder=${funder.id}`}>
                  {funder.name}
                </TextLink>,
                ...[given(funder), ...paid(funder)].map((amount) =>
                  amount === null ? '–' : exact(amount, funder.currency),
                ),
              ],
            }))}
          />
        </>
      }
    >
      <div ref={place}>{width > 0 ? <SvgChart chart={chart} label={t('overview.money')} /> : null}</div>
    </OverviewCard>
  );
};
