import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money, ProjectRow } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { formatMoney } from '../../../shared/rules/money.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { Meter } from '../../ui/Meter.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { projectTones } from '../states.ts';

/** The columns of the list of projects. */
export const useColumns = (): GridColumn<ProjectRow>[] => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  return useMemo(() => {
    const day = (value: string | null): string => (value === null ? '' : formatDay(value, language));
    const sums = (money: readonly Money[]): string =>
      money.map(({ amount, currency }) => formatMoney(amount, currency, language)).join(' + ');
    const heldOf = ({ held, activities }: ProjectRow): string => t('list.heldOf', { held, all: activities });
    return [
      { key: 'number', title: t('list.number'), width: 84, value: ({ number }) => number, hidden: true },
      {
        key: 'title',
        title: t('list.name'),
        grow: true,
        width: 220,
        value: ({ title }) => title,
        filter: 'text',
        text: ({ title, shortName }) => (shortName === '' ? title : `${shortName} · ${title}`),
        render: ({ title, shortName }) => (
          <span className="cut">
            {shortName === '' ? null : <b style={{ fontWeight: 600 }}>{shortName} </b>}
            <span className={shortName === '' ? undefined : 'soft'}>{title}</span>
          </span>
        ),
      },
      {
        key: 'status',
        title: t('common:col.status'),
        width: 130,
        filter: 'choice',
        groupable: true,
        value: ({ status }) => t(`vocabulary:projectStatus.${status}`),
        render: ({ status }) => (
          <Chip size="small" tone={projectTones[status]}>
            {t(`vocabulary:projectStatus.${status}`)}
          </Chip>
        ),
      },
      {
        key: 'lead',
        title: t('list.lead'),
        width: 136,
        filter: 'choice',
        groupable: true,
        value: ({ lead }) => lead,
      },
      {
        key: 'group',
        title: t('list.group'),
        width: 150,
        filter: 'choice',
        groupable: true,
        hidden: true,
        value: ({ group }) => group,
      },
      {
        key: 'starts',
        title: t('list.starts'),
        width: 108,
        filter: 'day',
        value: ({ startsOn }) => startsOn,
        text: ({ startsOn }) => day(startsOn),
      },
      {
        key: 'ends',
        title: t('list.ends'),
        width: 108,
        filter: 'day',
        value: ({ endsOn }) => endsOn,
        text: ({ endsOn }) => day(endsOn),
      },
      {
        key: 'held',
        title: t('list.held'),
        width: 120,
        value: ({ held }) => held,
        text: heldOf,
        render: (row) =>
          row.activities === 0 ? (
            <span className="faint">—</span>
          ) : (
            <span style={{ display: 'flex', alignItems: 'center', gap: 8, width: '100%' }}>
              <span style={{ flex: 1 }}>
                <Meter value={row.held} max={row.activities} label={heldOf(row)} />
              </span>
              <span>{heldOf(row)}</span>
            </span>
          ),
      },
      {
        key: 'late',
        title: t('list.activitiesLate'),
        width: 104,
        align: 'right',
        value: ({ late }) => late,
        render: ({ late }) =>
          late === 0 ? (
            <span className="faint">—</span>
          ) : (
            <Chip size="small" tone="red" dot>
              {late}
            </Chip>
          ),
      },
      {
        key: 'spent',
        title: t('list.spent'),
        width: 128,
        align: 'right',
        value: ({ spent }) => spent[0]?.amount ?? null,
        text: ({ spent }) => sums(spent),
      },
      {
        key: 'budget',
        title: t('list.budget'),
        width: 128,
        align: 'right',
        hidden: true,
        value: ({ budget }) => budget[0]?.amount ?? null,
        text: ({ budget }) => sums(budget),
      },
    ];
  }, [t, language]);
};
