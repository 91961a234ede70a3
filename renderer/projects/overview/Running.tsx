import { useTranslation } from 'react-i18next';
import { lineChart } from '../../../shared/charts/lineChart.ts';
import type { ProjectHome } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { formatScaled } from '../../../shared/rules/scaled.ts';
import { SvgChart } from '../../ui/charts/SvgChart.tsx';
import { Table } from '../../ui/Table.tsx';
import { useAxisPeriods } from '../../ui/records/usePeriodWords.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { OverviewCard } from './OverviewCard.tsx';
import { useWidth } from '../fields/useWidth.ts';

/** How many activities were to be held by the end of each month, and how many were. */
export const Running = ({ running }: Pick<ProjectHome, 'running'>) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const label = useAxisPeriods();
  const [place, width] = useWidth();
  const format = (value: number): string => formatScaled(Math.round(value), 0, language);
  if (running.length === 0) return null;
  const chart = lineChart({
    width,
    height: 168,
    points: running.map(({ month, planned, held }) => ({ label: label(month), plan: planned, actual: held })),
    format,
    words: { plan: t('overview.plan'), actual: t('overview.held') },
  });
  return (
    <OverviewCard
      title={t('overview.running')}
      table={
        <Table
          label={t('overview.running')}
          head={[t('overview.month'), t('overview.plan'), t('overview.held')]}
          rows={running.map(({ month, planned, held }) => ({
            key: month,
            cells: [formatDay(`${month}-01`, language, 'month'), format(planned), held === null ? '' : format(held)],
          }))}
        />
      }
    >
      <div ref={place} style={{ minHeight: 168 }}>
        {width > 0 ? <SvgChart chart={chart} label={t('overview.running')} /> : null}
      </div>
    </OverviewCard>
  );
};
