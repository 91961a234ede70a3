import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { FunderView, MoneyView } from '../../../shared/contract/moneyViews.ts';
import { formatDay } from '../../../shared/dates.ts';
import { formatMoney } from '../../../shared/rules/money.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EditIcon, PlusIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DetailList, Section } from '../../ui/Panel.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { figureText, rateKind } from '../fields/FigureField.tsx';
import { MoneyBar } from './MoneyBar.tsx';
import type { MoneyDialog } from './moneyState.ts';

const Row = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 2,
  margin: '0 -8px',
  padding: '4px 2px 6px 4px',
  borderRadius: 6,
  borderLeft: '3px solid transparent',
  '&[data-chosen]': { background: 'var(--ink-soft)', borderLeftColor: 'var(--ink)' },
});

const Choose = styled('button')({
  flex: 1,
  minWidth: 0,
  border: 0,
  background: 'none',
  padding: '3px 4px',
  textAlign: 'left',
  color: 'inherit',
  cursor: 'pointer',
  borderRadius: 4,
  '& > b': { display: 'block', fontWeight: 600, fontSize: 13, overflowWrap: 'anywhere' },
  '& > small': { display: 'block', fontSize: 12, color: 'var(--soft)', marginTop: 3 },
});

type Props = {
  money: MoneyView;
  funderId: string | null;
  onChoose: (id: string | null) => void;
  onMove: (id: string, to: number) => void;
  ask: (dialog: MoneyDialog) => void;
};

/** What of a funder's grant is planned, promised and spent, in words. */
const FunderFigures = ({ funder }: { funder: FunderView }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const { currency, amount, planned, committed, spent, unplanned } = funder;
  const say = (value: number): string => formatMoney(value, currency, language);
  return (
    <>
      <small>
        {t('money.spentOf', { spent: say(spent), planned: say(planned) })}
        {committed === 0 ? '' : ` · ${t('money.committedSum', { sum: say(committed) })}`}
      </small>
      {amount === null ? null : <small>{t('money.grantedSum', { sum: say(amount) })}</small>}
      {unplanned === 0 ? null : (
        <small style={{ color: unplanned < 0 ? 'var(--red)' : 'var(--amber)' }}>
          {unplanned < 0
            ? t('money.overGrant', { sum: say(-unplanned) })
            : t('money.unplanned', { sum: say(unplanned) })}
        </small>
      )}
      {spent + committed > planned ? (
        <small style={{ color: 'var(--red)' }}>
          {t('money.overPlanned', { sum: say(spent + committed - planned) })}
        </small>
      ) : null}
    </>
  );
};

/** The sums of all funders, by currency and in the project's, with the rates by which they are told. */
const Totals = ({ money, ask }: Pick<Props, 'money' | 'ask'>) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const { totals, total, missingRates, rates, currency } = money;
  const several = totals.some((one) => one.currency !== currency);
  return (
    <>
      {totals.map((sums) => (
        <Section key={sums.currency} title={t('money.totalIn', { currency: sums.currency })}>
          <SumsList currency={sums.currency} sums={sums} />
        </Section>
      ))}
      {several || rates.length > 0 ? (
        <Section title={t('money.inProject', { currency })}>
          {total === null ? (
            <Notice tone="amber">{t('money.missingRates', { currencies: missingRates.join(', ') })}</Notice>
          ) : (
            <>
              <SumsList currency={currency} sums={total} />
              <p className="soft small" style={{ marginTop: 6 }}>
                {t('money.rounded')}
              </p>
            </>
          )}
        </Section>
      ) : null}
      <Section
        title={t('money.rates')}
        action={
          <Button
            size="small"
            variant="bare"
            icon={<PlusIcon size={13} />}
            onClick={() =>
              ask({ of: 'rate', rate: null, currency: missingRates[0] ?? (currency === 'EUR' ? 'USD' : 'EUR') })
            }
          >
            {t('common:action.add')}
          </Button>
        }
      >
        {rates.length === 0 ? <p className="soft small">{t('money.noRates')}</p> : null}
        <ul style={{ listStyle: 'none', margin: 0, padding: 0, fontSize: 13 }}>
          {rates.map((rate) => (
            <li key={rate.id} style={{ display: 'flex', alignItems: 'center', gap: 4 }}>
              <span style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                1 {rate.currency} = {figureText(rate.rate, rateKind, language)} {currency}
                <small className="soft" style={{ display: 'block', fontSize: 12 }}>
                  {[rate.ratedOn === null ? '' : formatDay(rate.ratedOn, language), rate.source]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <IconButton
                size="small"
                label={t('money.rate.editOf', { currency: rate.currency })}
                icon={<EditIcon size={13} />}
                onClick={() => ask({ of: 'rate', rate, currency: rate.currency })}
              />
              <MenuButton
                size="small"
                iconOnly
                label={t('money.moreOf', { name: rate.currency })}
                items={[
                  {
                    id: 'remove',
                    label: t('common:action.remove'),
                    danger: true,
                    run: () => ask({ of: 'remove', what: 'rate', id: rate.id, name: rate.currency }),
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
};

const SumsList = ({
  currency,
  sums,
}: {
  currency: string;
  sums: { planned: number; committed: number; spent: number };
}) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const say = (value: number): string => formatMoney(value, currency, language);
  return (
    <DetailList
      items={[
        { label: t('money.planned'), value: say(sums.planned) },
        { label: t('money.committed'), value: say(sums.committed) },
        { label: t('money.spent'), value: say(sums.spent) },
        { label: t('money.balance'), value: say(sums.planned - sums.committed - sums.spent) },
      ]}
    />
  );
};

/** Who pays, with a bar each; choosing one narrows the lines to it. Below, what it comes to. */
export const FundersPane = ({ money, funderId, onChoose, onMove, ask }: Props) => {
  const { t } = useTranslation(['projects', 'common']);
  return (
    <>
      <Section
        title={t('money.funders')}
        count={money.funders.length}
        action={
          <Button
            size="small"
            variant="bare"
            icon={<PlusIcon size={13} />}
            onClick={() => ask({ of: 'funder', funder: null })}
          >
            {t('common:action.add')}
          </Button>
        }
      >
        <Row data-chosen={funderId === null ? '' : undefined}>
          <Choose type="button" aria-pressed={funderId === null} onClick={() => onChoose(null)}>
            <b>{t('money.allFunders')}</b>
          </Choose>
        </Row>
        <ReorderList
          label={t('money.funders')}
          items={money.funders}
          getKey={({ id }) => id}
          getLabel={({ name }) => name}
          onMove={onMove}
          renderItem={(funder, { handle }) => (
            <Row data-chosen={funder.id === funderId ? '' : undefined}>
              <Choose
                type="button"
                aria-pressed={funder.id === funderId}
                onClick={() => onChoose(funder.id === funderId ? null : funder.id)}
              >
                <b>{funder.name || t('money.noName')}</b>
                <MoneyBar {...funder} planned={Math.max(funder.planned, funder.amount ?? 0)} />
                <FunderFigures funder={funder} />
              </Choose>
              {handle}
              <MenuButton
                size="small"
                iconOnly
                label={t('money.moreOf', { name: funder.name })}
                items={[
                  { id: 'edit', label: t('common:action.edit'), run: () => ask({ of: 'funder', funder }) },
                  {
                    id: 'remove',
                    label: t('common:action.remove'),
                    danger: true,
                    run: () => ask({ of: 'remove', what: 'funder', id: funder.id, name: funder.name }),
                  },
                ]}
              />
            </Row>
          )}
        />
      </Section>
      <Totals money={money} ask={ask} />
    </>
  );
};
