import { useTranslation } from 'react-i18next';
import type { LateRow } from '../../shared/contract/projectViews.ts';
import type { TodayView } from '../../shared/contract/today.ts';
import { formatDay } from '../../shared/dates.ts';
import { TextLink } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ChevronRightIcon } from '../ui/icons.tsx';
import { usePeriodWords } from '../ui/records/usePeriodWords.ts';
import { useLanguage } from '../ui/window/language.ts';
import { Box, Entries, Entry, Foot } from './Box.tsx';

/** As many entries as the card shows. */
const shown = 4;

const placeOf = ({ kind, id, projectId }: LateRow): string =>
  kind === 'indicator'
    ? `/projects/${projectId}/indicators?indicator=${id}`
    : `/projects/${projectId}/activities?activity=${id}`;

/** What stands under a title: the day of an activity, the period of an indicator; and the project. */
const useSecondLine = (): ((row: LateRow) => string) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  const periodWords = usePeriodWords();
  return ({ kind, context, dueOn, project }) => {
    const day = dueOn === null ? '' : formatDay(dueOn, language);
    const period =
      context === '' ? t('projects.noFinalValue') : t('projects.noValue', { period: periodWords(context) });
    return [kind === 'indicator' ? period : day, project].filter(Boolean).join(' · ');
  };
};

/** Activities that are late or near, indicators without a value; nothing at all where there are no projects. */
export const LateInProjects = ({ view }: { view: TodayView | undefined }) => {
  const { t } = useTranslation('today');
  const second = useSecondLine();
  if (view === undefined || !view.has.projects) return null;
  const { rows, counts } = view.projects;
  const all = counts.late + counts.near + counts.withoutValue;
  const told = [
    counts.late > 0 && t('projects.countLate', { count: counts.late }),
    counts.near > 0 && t('projects.countNear', { count: counts.near }),
    counts.withoutValue > 0 && t('projects.countWithoutValue', { count: counts.withoutValue }),
  ].filter((words) => words !== false);
  return (
    <Box title={t('projects.title')} action={<TextLink to="/projects">{t('projects.all')}</TextLink>}>
      <Entries usual={1} none={t('projects.none')}>
        {rows.slice(0, shown).map((row) => {
          const daysLeft = row.daysLeft ?? 0;
          const isLate = daysLeft < 0;
          return (
            <Entry
              key={row.id}
              figure={String(Math.abs(daysLeft))}
              under={t('memoranda.days', { count: Math.abs(daysLeft) })}
              near={!isLate}
              to={placeOf(row)}
              title={row.title}
              second={second(row)}
              end={
                row.kind === 'indicator' ? (
                  <Chip tone="amber">{t('projects.missing')}</Chip>
                ) : isLate ? (
                  <Chip tone="red">{t('projects.late')}</Chip>
                ) : (
                  <ChevronRightIcon />
                )
              }
            />
          );
        })}
      </Entries>
      {all > shown ? <Foot className="soft">{told.join(' · ')}</Foot> : null}
    </Box>
  );
};
