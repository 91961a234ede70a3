import { useTranslation } from 'react-i18next';
import type { ActivityRow } from '../../../shared/contract/activityViews.ts';
import { PrintTable } from '../../ui/print/PrintTable.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { daysOf, periodText } from '../activities/days.ts';
import { columnsOf } from './columns.ts';

const Card = ({ row }: { row: ActivityRow }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const { number, title, kind, where, state, participants } = row;
  const days = periodText(daysOf(row), language) || t('timeline.noDays');
  return (
    <>
      <div style={{ fontWeight: 600 }}>{title}</div>
      <div>{[number, t(`vocabulary:activityKind.${kind}`), where].filter(Boolean).join(' · ')}</div>
      <div>
        {[
          days,
          state === 'late' ? t('vocabulary:activityState.late') : '',
          participants === null ? '' : t('timeline.participants', { count: participants }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  );
};

/** The board as it is printed: every card under its status, whose name stands on each page. */
export const BoardPaper = ({ rows }: { rows: readonly ActivityRow[] }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const columns = columnsOf(rows).filter((column) => column.rows.length > 0);
  const longest = Math.max(0, ...columns.map((column) => column.rows.length));
  return (
    <PrintTable
      label={t('frame.view.board')}
      columns={columns.map((column) => ({
        title: `${t(`vocabulary:activityStatus.${column.status}`)} · ${column.rows.length}`,
        width: `${100 / columns.length}%`,
      }))}
      rows={Array.from({ length: longest }, (_, at) => ({
        key: columns.map((column) => column.rows[at]?.id ?? '').join(' '),
        cells: columns.map((column) => {
          const row = column.rows[at];
          return row === undefined ? '' : <Card key={row.id} row={row} />;
        }),
      }))}
    />
  );
};
