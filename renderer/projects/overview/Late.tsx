import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { LateRow } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { addressOfView } from '../views.ts';
import { OverviewCard } from './OverviewCard.tsx';

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '0 10px',
  alignItems: 'center',
  minHeight: 40,
  borderTop: '1px solid var(--line)',
  fontSize: 13,
  lineHeight: 1.35,
  padding: '3px 0',
  '&:first-of-type': { borderTop: 0 },
});

/** Where what is late is put right. */
const addressOf = ({ kind, id, projectId }: LateRow): string => {
  const about = `${addressOfView(projectId, 'about')}?part=`;
  switch (kind) {
    case 'activity':
      return `${addressOfView(projectId, 'activities')}?activity=${id}`;
    case 'milestone':
      return `${about}milestones`;
    case 'deliverable':
    case 'translation':
      return `${about}deliverables`;
    case 'risk':
      return `${about}risks`;
    case 'indicator':
      return `${addressOfView(projectId, 'indicators')}?indicator=${id}`;
    case 'budgetLine':
      return `${addressOfView(projectId, 'money')}?line=${id}`;
  }
};

const LateChip = ({ daysLeft }: Pick<LateRow, 'daysLeft'>) => {
  const { t } = useTranslation('projects');
  if (daysLeft === null) return null;
  if (daysLeft < 0) {
    const days = -daysLeft;
    const words =
      days < 60
        ? t('overview.daysLate', { count: days })
        : days < 730
          ? t('overview.monthsLate', { count: Math.floor(days / 30.4) })
          : t('overview.yearsLate', { count: Math.floor(days / 365.25) });
    return (
      <Chip size="small" tone="red" dot>
        {words}
      </Chip>
    );
  }
  return (
    <Chip size="small" tone="amber">
      {daysLeft === 0 ? t('overview.today') : t('overview.daysLeft', { count: daysLeft })}
    </Chip>
  );
};

/** As many as are read at a glance. */
const most = 4;

/** What is late in the project and what soon will be, the latest first. */
export const Late = ({ late }: { late: readonly LateRow[] }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const periodWords = usePeriodWords();
  if (late.length === 0) return null;
  const overdue = late.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  return (
    <OverviewCard
      title={t('overview.late')}
      note={
        overdue > 0 ? (
          <span style={{ color: 'var(--red)' }}>{t('overview.lateCount', { count: overdue })}</span>
        ) : undefined
      }
    >
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {late.slice(0, most).map((row) => {
          const { kind, id, title, context, dueOn } = row;
          return (
            <Row key={`${kind} ${id} ${context}`}>
              <span style={{ minWidth: 0 }}>
                <span className="cut" style={{ display: 'block' }} title={title}>
                  <TextLink to={addressOf(row)}>{title}</TextLink>
                </span>
                <span className="soft small cut" style={{ display: 'block' }}>
                  {[
                    t(`overview.lateKind.${kind}`),
                    kind === 'indicator' && context !== '' ? periodWords(context) : context,
                    dueOn === null ? '' : formatDay(dueOn, language),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <LateChip daysLeft={row.daysLeft} />
            </Row>
          );
        })}
      </ul>
      {late.length > most ? (
        <details>
          <summary className="small soft" style={{ cursor: 'pointer', paddingTop: 6 }}>
            {t('overview.moreLate', { count: late.length - most })}
          </summary>
          <ul style={{ margin: 0, padding: '4px 0 0 18px', fontSize: 13 }}>
            {late.slice(most).map((row) => (
              <li key={`${row.kind} ${row.id} ${row.context}`}>
                <TextLink to={addressOf(row)}>{row.title}</TextLink>{' '}
                <span className="soft small">
                  {[t(`overview.lateKind.${row.kind}`), row.dueOn === null ? '' : formatDay(row.dueOn, language)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </OverviewCard>
  );
};
