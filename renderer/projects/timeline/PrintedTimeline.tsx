import { styled } from '@mui/material/styles';
import { mostPrinted } from '../../ui/print/gridSheet.tsx';
import { useTranslation } from 'react-i18next';
import type { TimelineView } from '../../../shared/contract/activityViews.ts';
import { Legend } from './Legend.tsx';
import { rowsOf, type TimelineRow } from './rows.ts';
import { columnsOf, leftOf, spanOf, type Scale } from './scale.ts';
import type { TimelineWords } from './useWords.ts';

const Sheet = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 9.5,
  '& th': { textAlign: 'left', fontWeight: 600, borderBottom: '1px solid var(--edge)', padding: '2px 4px' },
  '& td': { borderBottom: '1px solid var(--line)', padding: '2px 4px', verticalAlign: 'middle' },
  '& tr': { breakInside: 'avoid' },
  '& thead': { display: 'table-header-group' },
  '& .calendar': { position: 'relative', height: 17, padding: 0, overflow: 'hidden' },
  '& .calendar > i': { position: 'absolute', printColorAdjust: 'exact', borderRadius: 2 },
  '& th.calendar': { height: 26 },
  '& .calendar > small': { position: 'absolute', fontSize: 8, whiteSpace: 'nowrap' },
});

/** A place on the calendar as a part of its width, so that the sheet fits whatever paper there is. */
const percent = (pixels: number, scale: Scale): string =>
  `${((pixels / (scale.days * scale.perDay)) * 100).toFixed(3)}%`;

const inkOf = (row: TimelineRow): { background: string; border: string } => {
  if (row.kind !== 'bar') return { background: 'var(--text)', border: '0' };
  const held = row.bar.state === 'held';
  if (row.bar.state === 'late') return { background: 'var(--amber-fill)', border: '0' };
  return { background: held ? 'var(--ink)' : 'var(--ink-soft)', border: held ? '0' : '1px solid var(--ink)' };
};

/** The whole timeline as a table for paper: every row, the calendar as wide as the page leaves room for. */
export const PrintedTimeline = (props: { view: TimelineView; scale: Scale; words: TimelineWords }) => {
  const { t } = useTranslation('projects');
  const { scale, view, words } = props;
  const rows = rowsOf({ ...view, bars: view.bars.slice(0, mostPrinted) }, new Set());
  const { columns, heads } = columnsOf(scale);
  const few = columns.length <= 24 ? columns : heads;
  const label = columns.length <= 24 ? words.column : words.head;
  const end = view.endsOn === null ? null : leftOf(scale, view.endsOn) + scale.perDay;
  return (
    <>
      <Legend />
      <Sheet>
        <colgroup>
          <col style={{ width: '4%' }} />
          <col style={{ width: '25%' }} />
          <col style={{ width: '14%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('activity.col.number')}</th>
            <th>{t('timeline.activity')}</th>
            <th>{t('timeline.days')}</th>
            <th className="calendar">
              {heads.map((column) => (
                <small
                  key={`over ${column.day}`}
                  style={{ left: percent(column.left, scale), top: 0, fontWeight: 650 }}
                >
                  {few === heads ? '' : words.head(column, scale.unit)}
                </small>
              ))}
              {few.map((column) => (
                <small key={column.day} style={{ left: percent(column.left, scale), bottom: 2 }}>
                  {label(column, scale.unit)}
                </small>
              ))}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const place = row.span === null ? null : spanOf(scale, row.span.from, row.span.until);
            const baseline =
              row.kind === 'bar' && row.bar.baselineFrom !== null
                ? spanOf(scale, row.bar.baselineFrom, row.bar.baselineUntil ?? row.bar.baselineFrom)
                : null;
            return (
              <tr key={row.id}>
                <td>{row.kind === 'bar' ? row.bar.number : row.kind === 'line' ? row.number : ''}</td>
                <td style={{ fontWeight: row.kind === 'bar' ? 400 : 600 }}>{words.title(row)}</td>
                <td>
                  {words.span(row.span)}
                  {row.kind === 'bar' && row.bar.deviation !== null ? `, ${words.deviation(row.bar)}` : ''}
                </td>
                <td className="calendar">
                  {few.map(({ day, left }) => (
                    <i
                      key={day}
                      style={{ left: percent(left, scale), top: 0, bottom: 0, borderLeft: '1px solid var(--line)' }}
                    />
                  ))}
                  {end === null ? null : (
                    <i style={{ left: percent(end, scale), top: 0, bottom: 0, borderLeft: '1.5px solid var(--red)' }} />
                  )}
                  {place === null ? null : (
                    <i
                      style={{
                        left: percent(place.left, scale),
                        width: percent(place.width, scale),
                        minWidth: 5,
                        top: row.kind === 'bar' ? 4 : 7,
                        height: row.kind === 'bar' ? 6 : 3,
                        ...inkOf(row),
                      }}
                    />
                  )}
                  {baseline === null ? null : (
                    <i
                      style={{
                        left: percent(baseline.left, scale),
                        width: percent(baseline.width, scale),
                        minWidth: 5,
                        top: 11,
                        height: 3,
                        background: 'var(--edge)',
                      }}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </>
  );
};
