import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorRow } from '../../../shared/contract/indicatorViews.ts';
import { formatScaled } from '../../../shared/rules/scaled.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { Meter } from '../../ui/Meter.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useLanguage } from '../../ui/window/language.ts';

const unitsOf = (value: number | null, decimals: number): number | null =>
  value === null ? null : value / 10 ** decimals;

/** How much of the target is reached, in per cent; from the baseline where a last value counts. */
export const progressOf = ({ actual, target, baseline, summing }: IndicatorRow): number | null => {
  if (actual === null || target === null) return null;
  const from = summing === 'sum' ? 0 : (baseline ?? 0);
  return target === from ? (actual >= target ? 100 : 0) : Math.round(((actual - from) / (target - from)) * 100);
};

/** The columns of the list of indicators. */
export const useIndicatorColumns = (): GridColumn<IndicatorRow>[] => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { fieldName } = useRecordWords();
  const { language } = useLanguage();
  return useMemo(() => {
    const figure = (key: 'baseline' | 'target' | 'actual', title: string): GridColumn<IndicatorRow> => ({
      key,
      title,
      width: 92,
      align: 'right',
      value: (row) => unitsOf(row[key], row.decimals),
      render: (row) => {
        const value = row[key];
        return value === null ? '' : formatScaled(value, row.decimals, language);
      },
    });
    return [
      { key: 'number', title: t('activity.col.number'), width: 46, value: ({ number }) => number },
      { key: 'title', title: fieldName('indicator', 'title'), grow: true, width: 220, value: ({ title }) => title },
      {
        key: 'objective',
        title: fieldName('indicator', 'objectiveId'),
        width: 150,
        hidden: true,
        groupable: true,
        value: ({ objective }) => objective || null,
      },
      figure('actual', t('indicators.actual')),
      figure('target', t('indicators.target')),
      { key: 'unit', title: t('programme.unit'), width: 92, value: ({ unit }) => unit || null },
      {
        key: 'progress',
        title: t('indicators.progress'),
        width: 120,
        value: progressOf,
        paper: (row) => {
          const percent = progressOf(row);
          return percent === null ? '' : `${percent} %`;
        },
        render: (row) => {
          const percent = progressOf(row);
          if (percent === null) return '';
          return (
            <span
              style={{ display: 'grid', gridTemplateColumns: '1fr 48px', gap: 6, alignItems: 'center', width: '100%' }}
            >
              <Meter
                label={t('indicators.progress')}
                value={Math.max(0, percent)}
                max={100}
                tone={percent >= 100 ? 'green' : 'ink'}
              />
              <span style={{ textAlign: 'right', whiteSpace: 'nowrap' }}>{percent} %</span>
            </span>
          );
        },
      },
      figure('baseline', t('indicators.baseline')),
      {
        key: 'frequency',
        title: fieldName('indicator', 'frequency'),
        width: 110,
        hidden: true,
        filter: 'choice',
        value: ({ frequency }) => t(`vocabulary:indicatorFrequency.${frequency}`),
      },
      {
        key: 'how',
        title: t('indicators.how'),
        width: 124,
        filter: 'choice',
        value: ({ rule }) => (rule === null ? t('indicators.entered') : t('indicators.counted')),
      },
      {
        key: 'missing',
        title: t('indicators.missingTitle'),
        width: 118,
        value: ({ missing }) => (missing.length === 0 ? null : missing.length),
        render: ({ missing }) =>
          missing.length === 0 ? (
            ''
          ) : (
            <Chip size="small" tone="amber">
              {t('indicators.missing', { count: missing.length })}
            </Chip>
          ),
      },
    ];
  }, [t, fieldName, language]);
};
