import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '../../../../shared/contract/projects.ts';
import { PrintTable, type PrintRow } from '../../../ui/print/PrintTable.tsx';
import { useKindWords } from '../../useKindWords.ts';
import { Legend } from './Legend.tsx';
import { Mark } from './marks.tsx';
import { commonEnd, hasCountries, type CoverageDistrict } from './places.ts';

const Cell = styled('span')({ display: 'inline-flex', alignItems: 'center', minHeight: 12 });

/** The matrix as it is printed: all communities by district, the whole name of each kind, how many each has reached. */
export const CoveragePaper = ({
  view,
  districts,
}: {
  view: CoverageView;
  /** What it is narrowed to. */
  districts: readonly CoverageDistrict[];
}) => {
  const { t } = useTranslation('projects');
  const names = useKindWords();
  const end = commonEnd(districts);
  const rows = districts.flatMap(({ code, name, reached, all, rows: places }): PrintRow[] => [
    { key: `district ${code}`, kind: 'group', cells: [`${name} · ${t('coverage.reachedOf', { reached, all })}`] },
    ...places.map((place) => ({
      key: place.territory,
      cells: [
        place.name.endsWith(end) ? place.name.slice(0, place.name.length - end.length) : place.name,
        ...view.kinds.map((kind, at) => {
          const cell = place.cells[at];
          const look = cell === undefined || (cell.state === 'none' && place.never) ? 'never' : cell.state;
          return (
            <Cell key={kind} role="img" aria-label={t(`coverage.${look}`)}>
              <Mark look={look} />
            </Cell>
          );
        }),
      ],
    })),
  ]);
  const reached: PrintRow = {
    key: 'reached',
    kind: 'sum',
    cells: [
      t('coverage.reachedRow'),
      ...view.kinds.map((_, at) => t('coverage.reachedOf', { reached: view.totals[at]?.held ?? 0, all: view.all })),
    ],
  };
  return (
    <>
      <Legend view={view} />
      <PrintTable
        label={t('coverage.title')}
        columns={[
          { title: t(districts.every(hasCountries) ? 'coverage.country' : 'coverage.community') },
          ...view.kinds.map((kind) => ({ title: names.name(kind), align: 'center' as const })),
        ]}
        rows={[...rows, reached]}
      />
    </>
  );
};
