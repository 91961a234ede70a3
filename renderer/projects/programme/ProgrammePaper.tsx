import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { programmeView } from '../../../shared/contract/moneyViews.ts';
import { PrintTable, type PrintColumn } from '../../ui/print/PrintTable.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { figureText } from '../fields/FigureField.tsx';
import { thousandsOf } from './thousands.ts';

/** So many years have room for their values and their money in one row. */
const mostBeside = 4;

/** The annex as it is printed: the words whole, all years, the sums of each year and of each source. */
export const ProgrammePaper = ({
  programme,
  years,
}: {
  programme: z.infer<typeof programmeView>;
  years: readonly number[];
}) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const { currency, tasks, totals, sources } = programme;
  const kind = thousandsOf(currency);
  const sum = (amount: number): string => figureText(amount, kind, language);
  const right = (title: string): PrintColumn => ({ title, align: 'right' });
  type Task = (typeof tasks)[number];
  const ofYear = (task: Task, year: number) => task.years.find((one) => one.year === year);
  const name = [{ title: '№' }, { title: t('programme.task') }];
  const values = {
    columns: [
      { title: t('programme.indicator') },
      { title: t('programme.unit') },
      ...years.map((year) => right(t('programme.valueOf', { year }))),
    ],
    cells: (task: Task): string[] => [
      task.indicatorText,
      task.unit,
      ...years.map((year) => ofYear(task, year)?.value ?? ''),
    ],
    total: ['', '', ...years.map(() => '')],
  };
  const money = {
    columns: [
      { title: t('programme.measure') },
      { title: t('programme.responsible') },
      { title: t('programme.source') },
      ...years.map((year) => right(t('programme.amountOf', { year, currency }))),
    ],
    cells: (task: Task): string[] => [
      task.measure,
      task.responsible,
      task.moneySource,
      ...years.map((year) => figureText(ofYear(task, year)?.amount ?? null, kind, language)),
    ],
    total: ['', '', '', ...years.map((year) => sum(totals.find((one) => one.year === year)?.amount ?? 0))],
  };
  const total = t('programme.total');
  // the values and the money of many years do not stand beside each other on one page
  const parts = years.length > mostBeside ? [[values], [money]] : [[values, money]];
  return (
    <>
      {parts.map((part, at) => (
        <div key={at === 0 ? 'first' : 'second'} style={{ marginTop: at === 0 ? 0 : '14pt' }}>
          <PrintTable
            label={t('programme.name')}
            columns={[...name, ...part.flatMap(({ columns }) => columns)]}
            rows={[
              ...tasks.map((task, index) => ({
                key: task.id,
                cells: [index + 1, task.task, ...part.flatMap(({ cells }) => cells(task))],
              })),
              ...(part.includes(money)
                ? [{ key: 'total', kind: 'sum' as const, cells: ['', total, ...part.flatMap((one) => one.total)] }]
                : []),
            ]}
          />
        </div>
      ))}
      <div style={{ marginTop: '8pt' }}>
        {sources.map(({ source, amount }) => (
          <p key={source}>
            {t('programme.ofSource', { source: source || t('programme.noSource') })}: {sum(amount)}
          </p>
        ))}
      </div>
    </>
  );
};
