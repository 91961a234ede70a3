import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitiesFilter, ActivityRow } from '../../../shared/contract/activityViews.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { AttachIcon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { activityTones } from '../states.ts';
import { periodText } from './days.ts';

/** What the core orders by when a column is ordered. */
export const sortOf: Record<string, ActivitiesFilter['sort']['by']> = {
  number: 'line',
  title: 'title',
  kind: 'kind',
  planned: 'planned',
  actual: 'actual',
  state: 'status',
  where: 'place',
  participants: 'participants',
};

/** The columns of the activities of a project. */
export const useColumns = (): GridColumn<ActivityRow>[] => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  return useMemo((): GridColumn<ActivityRow>[] => {
    const planned = (row: ActivityRow): string =>
      periodText({ from: row.plannedFrom, until: row.plannedUntil ?? row.plannedFrom }, language);
    const actual = (row: ActivityRow): string =>
      periodText({ from: row.actualFrom, until: row.actualUntil ?? row.actualFrom }, language);
    return [
      {
        key: 'number',
        title: t('activity.col.number'),
        width: 58,
        value: ({ number }) => number,
        render: ({ number }) => <span className="words soft">{number}</span>,
      },
      { key: 'title', title: t('activity.col.title'), width: 280, grow: true, value: ({ title }) => title },
      {
        key: 'kind',
        title: t('activity.col.kind'),
        width: 120,
        value: ({ kind }) => t(`vocabulary:activityKind.${kind}`),
      },
      {
        key: 'planned',
        title: t('activity.col.planned'),
        width: 186,
        value: ({ plannedFrom }) => plannedFrom,
        text: planned,
      },
      {
        key: 'actual',
        title: t('activity.col.actual'),
        width: 186,
        hidden: true,
        value: ({ actualFrom }) => actualFrom,
        text: actual,
      },
      {
        key: 'state',
        title: t('common:col.status'),
        width: 114,
        value: ({ state }) => t(`vocabulary:activityState.${state}`),
        render: ({ state }) => (
          <Chip size="small" tone={activityTones[state]}>
            {t(`vocabulary:activityState.${state}`)}
          </Chip>
        ),
      },
      { key: 'where', title: t('activity.col.where'), width: 140, value: ({ where }) => where },
      {
        key: 'participants',
        title: t('activity.col.participants'),
        width: 84,
        align: 'right',
        value: ({ participants }) => participants,
      },
      {
        key: 'line',
        title: t('activity.col.line'),
        width: 170,
        hidden: true,
        sortable: false,
        groupable: true,
        value: ({ line }) => line,
      },
      {
        key: 'organiser',
        title: t('activity.col.organiser'),
        width: 170,
        hidden: true,
        sortable: false,
        value: ({ organiser }) => organiser,
      },
      {
        key: 'evidence',
        title: t('activity.col.evidence'),
        width: 86,
        hidden: true,
        sortable: false,
        align: 'right',
        value: ({ evidence }) => (evidence === 0 ? null : evidence),
        render: ({ evidence }) =>
          evidence === 0 ? null : (
            <span className="soft" style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
              <AttachIcon size={13} />
              {evidence}
            </span>
          ),
      },
    ];
  }, [t, language]);
};
