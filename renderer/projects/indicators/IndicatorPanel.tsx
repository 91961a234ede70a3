import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { barsPlanActual } from '../../../shared/charts/barsPlanActual.ts';
import { lineChart } from '../../../shared/charts/lineChart.ts';
import { territoryBars } from '../../../shared/charts/rowBars.ts';
import type { IndicatorDetail, IndicatorRow } from '../../../shared/contract/indicatorViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { formatScaled } from '../../../shared/rules/scaled.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { SvgChart } from '../../ui/charts/SvgChart.tsx';
import { orpc } from '../../ui/core/client.ts';
import { EditIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { DetailList, Section } from '../../ui/Panel.tsx';
import { PanelFoot, PanelHead } from '../../ui/PanelHead.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useAxisPeriods, usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { Table } from '../../ui/Table.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useWidth } from '../fields/useWidth.ts';
import { Targets } from './Targets.tsx';
import { useKeyWords } from './useKeyWords.ts';
import { useRuleWords } from './useRuleWords.ts';

const mostBars = 30;

type Say = (value: number | null) => string;

const useSay = (decimals: number): Say => {
  const { language } = useLanguage();
  return (value) => (value === null ? '—' : formatScaled(Math.round(value), decimals, language));
};

/** Plan against actual: running where values are added up, by period where they are not. */
const PlanActual = ({ indicator }: { indicator: IndicatorDetail }) => {
  const { t } = useTranslation('projects');
  const periodWords = usePeriodWords();
  const axisName = useAxisPeriods();
  const [box, width] = useWidth(330);
  const say = useSay(indicator.decimals);
  const { series, summing } = indicator;
  if (series.length === 0) return <p className="soft small">{t('indicators.noValues')}</p>;
  const words = { plan: t('indicators.plan'), actual: t('indicators.actual') };
  const isRunning = summing === 'sum';
  const planned = series.map((_, at) => {
    const until = series.slice(0, at + 1).map(({ target }) => target);
    if (!isRunning) return until.at(-1) ?? null;
    return until.every((target) => target === null)
      ? null
      : until.reduce<number>((sum, target) => sum + (target ?? 0), 0);
  });
  const label = t('indicators.planAndActual');
  const chart =
    series.length > 8 || isRunning
      ? lineChart({
          width,
          height: 180,
          points: series.map(({ period, value, running }, at) => ({
            label: axisName(period),
            plan: planned[at] ?? null,
            actual: isRunning ? running : value,
          })),
          format: say,
          words,
        })
      : barsPlanActual({
          width,
          height: 180,
          bars: series.map(({ period, value, target }) => ({ label: axisName(period), plan: target, actual: value })),
          format: say,
          words,
        });
  return (
    <>
      <div ref={box}>
        <SvgChart label={label} chart={chart} />
      </div>
      <Table
        label={label}
        head={[
          t('indicators.period'),
          t('indicators.plan'),
          t('indicators.actual'),
          ...(isRunning ? [t('indicators.running')] : []),
        ]}
        rows={series.map(({ period, target, value, running }) => ({
          key: period,
          cells: [periodWords(period), say(target), say(value), ...(isRunning ? [say(running)] : [])],
        }))}
      />
    </>
  );
};

/** Bars with their table: by territory, by key. */
const Split = ({
  title,
  head,
  rows,
  say,
}: {
  title: string;
  head: string;
  rows: readonly { key: string; label: string; value: number }[];
  say: Say;
}) => {
  const { t } = useTranslation('projects');
  const [box, width] = useWidth(330);
  if (rows.length === 0) return null;
  return (
    <Section title={title} count={rows.length}>
      <div ref={box}>
        <SvgChart
          label={title}
          chart={territoryBars({
            width,
            bars: rows.slice(0, mostBars).map(({ label, value }) => ({ label, value, target: null })),
            format: say,
            words: { actual: t('indicators.actual'), target: t('indicators.plan') },
          })}
        />
      </div>
      {rows.length > mostBars ? (
        <p className="soft small">{t('indicators.firstOf', { shown: mostBars, total: rows.length })}</p>
      ) : null}
      <details>
        <summary className="soft small">{t('indicators.asTable')}</summary>
        <Table
          label={title}
          head={[head, t('indicators.actual')]}
          rows={rows.map(({ key, label, value }) => ({ key, cells: [label, say(value)] }))}
        />
      </details>
    </Section>
  );
};

const addressOfRecord = (projectId: string, { entity, id }: IndicatorDetail['records'][number]): string => {
  if (entity === 'activity') return `/projects/${projectId}/activities?activity=${id}`;
  return entity === 'meeting' ? `/meetings/${id}` : `/decisions/${id}`;
};

/** One indicator: what it is, how far it is, by period, by territory, by key, and how it counted. */
export const IndicatorPanel = ({
  project,
  row,
  onEdit,
  onValues,
  onRemove,
  onMove,
}: {
  project: ProjectDetail;
  row: IndicatorRow;
  onEdit: () => void;
  onValues: () => void;
  onRemove: () => void;
  onMove: (by: number) => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const { fieldName } = useRecordWords();
  const periodWords = usePeriodWords();
  const keyWords = useKeyWords();
  const say = useSay(row.decimals);
  const rule = useRuleWords(row.rule);
  const { data, error } = useQuery(orpc.projects.indicator.queryOptions({ input: { id: row.id } }));
  const name = (field: string): string => fieldName('indicator', field);
  return (
    <>
      <PanelHead
        title={`${row.number} ${row.title}`.trim()}
        note={row.objective}
        chips={
          <>
            <Chip tone="ink">
              {t('indicators.actualOf', { actual: say(row.actual), target: say(row.target), unit: row.unit })}
            </Chip>
            {row.missing.length === 0 ? null : (
              <Chip tone="amber">{t('indicators.missing', { count: row.missing.length })}</Chip>
            )}
          </>
        }
      />
      <Section title={t('indicators.planAndActual')}>
        {data === undefined ? (
          error === null ? (
            <Waiting lines={5} />
          ) : (
            <ErrorNotice error={error} />
          )
        ) : (
          <PlanActual indicator={data} />
        )}
        {row.missing.length === 0 ? null : (
          <p className="small" style={{ color: 'var(--amber)', marginTop: 6 }}>
            {t('indicators.missingPeriods', { periods: row.missing.map(periodWords).join('; ') })}
          </p>
        )}
      </Section>
      <Section title={t('indicators.about')}>
        <DetailList
          items={[
            { label: t('indicators.baseline'), value: row.baseline === null ? '' : `${say(row.baseline)} ${row.unit}` },
            { label: name('baselineOn'), value: row.baselineOn === null ? '' : formatDay(row.baselineOn, language) },
            { label: name('frequency'), value: t(`vocabulary:indicatorFrequency.${row.frequency}`) },
            { label: name('summing'), value: t(`vocabulary:indicatorSumming.${row.summing}`) },
            { label: name('disaggregation'), value: t(`vocabulary:disaggregation.${row.disaggregation}`) },
            { label: name('source'), value: row.source },
            { label: name('note'), value: row.note },
          ]}
        />
        <p style={{ fontSize: 13, marginTop: 6 }}>
          {rule}
          {row.counted === null
            ? ''
            : ` ${t('indicators.rule.records', {
                count: row.counted.records,
                day: formatDay(row.counted.until, language),
              })}`}
        </p>
      </Section>
      {data === undefined ? null : (
        <>
          <Targets project={project} indicator={data} />
          <Split
            title={t('indicators.byTerritory')}
            head={t('indicators.territory')}
            say={say}
            rows={data.byTerritory.map(({ territory, name: label, value }) => ({ key: territory, label, value }))}
          />
          <Split
            title={t('indicators.byKey')}
            head={t('indicators.key')}
            say={say}
            rows={data.byKey.map(({ key, value }) => ({
              key,
              label: keyWords.name(
                row.rule?.count === 'participants' && row.rule.dimension !== null
                  ? row.rule.dimension
                  : row.disaggregation,
                key,
              ),
              value,
            }))}
          />
          {data.records.length === 0 ? null : (
            <Section title={t('indicators.records')} count={row.counted?.records ?? data.records.length}>
              <ul style={{ margin: 0, paddingLeft: 16, fontSize: 13 }}>
                {data.records.map((record) => (
                  <li key={`${record.entity} ${record.id}`}>
                    <TextLink to={addressOfRecord(project.id, record)}>{record.title}</TextLink>{' '}
                    <span className="soft">
                      {[
                        record.on === null ? '' : formatDay(record.on, language),
                        record.counts > 1 ? `× ${record.counts}` : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      <PanelFoot>
        {row.rule === null ? (
          <Button size="small" variant="primary" shortcut="V" onClick={onValues}>
            {t('indicators.values')}
          </Button>
        ) : null}
        <Button size="small" icon={<EditIcon />} shortcut="E" onClick={onEdit}>
          {t('common:action.edit')}
        </Button>
        <MenuButton
          size="small"
          iconOnly
          label={t('money.more')}
          items={[
            { id: 'up', label: t('common:action.moveUp'), keys: 'Alt+Up', run: () => onMove(-1) },
            { id: 'down', label: t('common:action.moveDown'), keys: 'Alt+Down', run: () => onMove(1) },
            'line',
            { id: 'remove', label: t('common:action.remove'), keys: 'Del', danger: true, run: onRemove },
          ]}
        />
      </PanelFoot>
    </>
  );
};
