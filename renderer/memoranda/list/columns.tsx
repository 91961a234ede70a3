import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { MemorandumRow } from '../../../shared/contract/memoranda.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { isNoticeNear, stateTones } from '../states.ts';

/** The columns of the register; those that the core can order by bear its names. */
export const useColumns = (): GridColumn<MemorandumRow>[] => {
  const { t } = useTranslation(['memoranda', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(() => {
    const day = (value: string | null): string => (value === null ? '' : formatDay(value, language));
    return [
      { key: 'number', title: t('list.number'), width: 70, value: ({ number }) => number },
      { key: 'title', title: t('list.title'), grow: true, width: 180, value: ({ title }) => title },
      { key: 'parties', title: t('list.parties'), width: 160, value: ({ parties }) => parties },
      {
        key: 'state',
        title: t('common:col.status'),
        width: 138,
        value: ({ state }) => t(`vocabulary:memorandumState.${state}`),
        render: ({ state }) => (
          <Chip size="small" tone={stateTones[state]}>
            {t(`vocabulary:memorandumState.${state}`)}
          </Chip>
        ),
      },
      {
        key: 'signed',
        title: t('list.signed'),
        width: 94,
        value: ({ signedOn }) => signedOn,
        text: ({ signedOn }) => day(signedOn),
      },
      {
        key: 'starts',
        title: t('list.starts'),
        width: 94,
        sortable: false,
        value: ({ startsOn }) => startsOn,
        text: ({ startsOn }) => day(startsOn),
      },
      {
        key: 'ends',
        title: t('list.ends'),
        width: 94,
        value: ({ endsOn }) => endsOn,
        text: ({ endsOn, validity }) =>
          endsOn === null && validity === 'openEnded' ? t('list.openEnded') : day(endsOn),
      },
      {
        key: 'notice',
        title: t('list.notice'),
        width: 108,
        value: ({ noticeOn }) => noticeOn,
        text: ({ noticeOn }) => day(noticeOn),
        render: (row) =>
          isNoticeNear(row, today) ? (
            <span title={t('list.noticeNear')}>
              <Chip size="small" tone="amber">
                {day(row.noticeOn)}
              </Chip>
            </span>
          ) : (
            day(row.noticeOn)
          ),
      },
      {
        key: 'obligations',
        title: t('list.obligations'),
        width: 112,
        align: 'right',
        sortable: false,
        value: ({ obligationsOpen }) => obligationsOpen,
        text: (row) => t('list.open', { open: row.obligationsOpen, all: row.obligations }),
        render: (row) =>
          row.obligations === 0 ? (
            <span className="faint">—</span>
          ) : (
            <span className="words">
              {row.obligationsOverdue > 0 ? (
                <span title={t('list.overdue', { count: row.obligationsOverdue })}>
                  <Chip size="small" tone="red" dot>
                    {row.obligationsOverdue}
                  </Chip>{' '}
                </span>
              ) : null}
              {t('list.open', { open: row.obligationsOpen, all: row.obligations })}
            </span>
          ),
      },
      { key: 'group', title: t('list.group'), width: 180, sortable: false, hidden: true, value: ({ group }) => group },
      {
        key: 'subject',
        title: t('list.subject'),
        width: 240,
        sortable: false,
        hidden: true,
        value: ({ subject }) => subject,
      },
    ];
  }, [t, language, today]);
};
