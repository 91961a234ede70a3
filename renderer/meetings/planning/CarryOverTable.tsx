import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { orpc } from '../../ui/core/client.ts';
import { useLanguage } from '../../ui/window/language.ts';

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 13,
  margin: '10px 0',
  '& th': {
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
    textAlign: 'left',
    padding: '6px 8px',
    borderBottom: '1px solid var(--line-strong)',
  },
  '& td': { padding: '5px 8px', borderBottom: '1px solid var(--line)', verticalAlign: 'top' },
});

const tones: Record<string, Tone> = {
  overdue: 'red',
  inProgress: 'ink',
  done: 'green',
  open: 'neutral',
  cancelled: 'neutral',
};

/** The open and overdue decisions of the group from before this meeting: the table of the carry-over item. */
export const CarryOverTable = ({ meetingId }: { meetingId: string }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const { data: rows } = useQuery(orpc.meetings.carryOver.queryOptions({ input: { meetingId } }));
  if (rows === undefined) return null;
  if (rows.length === 0) return <p className="soft">{t('carryOver.nothing')}</p>;
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('carryOver.number')}</th>
          <th scope="col">{t('carryOver.decision')}</th>
          <th scope="col">{t('carryOver.who')}</th>
          <th scope="col">{t('carryOver.due')}</th>
          <th scope="col">{t('common:col.status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.decisionId}>
            <td style={{ whiteSpace: 'nowrap' }}>{row.number}</td>
            <td>
              {row.text}
              {row.note === '' ? null : <div className="soft small">{row.note}</div>}
            </td>
            <td>{row.assignees}</td>
            <td style={{ whiteSpace: 'nowrap' }}>{row.dueOn === null ? '—' : formatDay(row.dueOn, language)}</td>
            <td>
              <Chip size="small" tone={tones[row.status] ?? 'neutral'}>
                {t(`vocabulary:executionStatus.${row.status}`)}
              </Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
