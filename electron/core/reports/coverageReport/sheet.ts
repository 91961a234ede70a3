import { barsPlanActual } from '../../../../shared/charts/barsPlanActual.ts';
import type { CoverageView } from '../../../../shared/contract/projects.ts';
import { nameApart, underHeading } from '../../../../shared/rules/placeNames.ts';
import { numericDay } from '../paper/meeting.ts';
import { asOf } from '../paper/register.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { totalCell, type Cell, type Row } from '../paper/tables.ts';
import { part, titledTable, words } from '../project/blocks.ts';
import type { Desk } from '../project/desk.ts';
import { projectHead, projectSheet, projectSignature } from '../project/head.ts';
import type { CoverageModel } from './model.ts';

type CellOf = CoverageView['districts'][number]['rows'][number]['cells'][number];

/** More columns than these have room for a sign only, not for a day beside it. */
const mostDays = 6;

const signs = { held: '●', planned: '○', none: '–' } as const;

/** «● 14.02.2017», «● ×2», «○ 12.05.2017» */
function cellOf({ paper }: Desk, { state, held, planned, on }: CellOf, withDays: boolean): Cell {
  const several = state === 'held' ? held : planned;
  const day = withDays && on !== null && state !== 'none' ? ` ${numericDay(paper, on)}` : '';
  return words(`${signs[state]}${day}${several > 1 ? ` ×${several}` : ''}`);
}

/** By kind: how many activities were held of all, and how many municipalities they reached. */
function kindsTable({ paper, Word }: Desk, { kinds, totals }: CoverageView): Block[] {
  const { t } = paper;
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.kind'), share: 32 },
      { title: t('project.column.activitiesInAll'), share: 17, align: 'center' },
      { title: t('project.column.heldInAll'), share: 17, align: 'center' },
      { title: t('project.column.municipalitiesReached'), share: 17, align: 'center' },
      { title: t('project.column.municipalitiesPlanned'), share: 17, align: 'center' },
    ],
    kinds.map((kind, index): Row => {
      const { held = 0, planned = 0, activitiesHeld = 0, activitiesPlanned = 0 } = totals[index] ?? {};
      return [
        words(Word('activityKind', kind)),
        ...[activitiesHeld + activitiesPlanned, activitiesHeld, held, planned].map((n) => words(String(n))),
      ];
    }),
    { landscape: true },
  );
}

function kindsChart(desk: Desk, { kinds, totals }: CoverageView): Block[] {
  const { paper, Word, chartWidth } = desk;
  const { t } = paper;
  if (kinds.length === 0) return [];
  return [
    desk.chart(
      barsPlanActual({
        width: chartWidth,
        height: 190,
        bars: kinds.map((kind, index) => ({
          label: Word('activityKind', kind),
          plan: (totals[index]?.activitiesHeld ?? 0) + (totals[index]?.activitiesPlanned ?? 0),
          actual: totals[index]?.activitiesHeld ?? 0,
        })),
        format: String,
        words: { plan: t('project.chart.plan'), actual: t('project.chart.held') },
      }),
      t('project.chart.coverage'),
    ),
  ];
}

/** A community's name under its district: of namesakes only the code is left to tell. */
const nameUnder = (name: string, district: string): string => {
  const { label, apart } = underHeading(name, district);
  return nameApart(label, apart);
};

/** Municipalities by district, a column for each kind of activity. */
function matrix(desk: Desk, { kinds, districts }: CoverageView): Block[] {
  const { paper, Word } = desk;
  const { t } = paper;
  const withDays = kinds.length <= mostDays;
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.municipality'), share: 26 },
      ...kinds.map((kind) => ({
        title: Word('activityKind', kind),
        share: 74 / Math.max(kinds.length, 1),
        align: 'center' as const,
      })),
    ],
    districts.flatMap((district): Row[] => [
      { section: [`${district.name} – ${t('project.reachedOf', { reached: district.reached, all: district.all })}`] },
      ...district.rows.map((row): Row => [
        row.never ? totalCell(paper, nameUnder(row.name, district.name)) : words(nameUnder(row.name, district.name)),
        ...row.cells.map((cell) => cellOf(desk, cell, withDays)),
      ]),
    ]),
    { landscape: true },
  );
}

/** Who was never reached, by district and by name. */
function neverReached({ paper }: Desk, { never, districts }: CoverageView): Block[] {
  const { t } = paper;
  if (never === 0) return [paper.line('Body', t('project.nobodyLeft'))];
  return districts.flatMap(({ name, rows }) => {
    const those = rows.filter((row) => row.never);
    return those.length === 0
      ? []
      : [
          paper.line(
            'Listed',
            `${name} (${those.length}): ${those.map((row) => nameUnder(row.name, name)).join(', ')}`,
          ),
        ];
  });
}

/** Which municipalities a project reached, on paper laid across. Layout: docs/forms/coverage-report.md. */
export function coverageSheet(desk: Desk, model: CoverageModel): Sheet {
  const { paper } = desk;
  const { t } = paper;
  const { coverage } = model;
  const { all, reached, never, elsewhere } = coverage;
  return {
    ...projectSheet(paper, model, 'name.coverageReport', ''),
    landscape: true,
    articles: [1],
    blocks: [
      ...projectHead(paper, model, 'coverageReport', [[asOf(paper, model.day)]]),
      ...(all === 0
        ? [paper.line('Body', t('project.noMunicipalities'))]
        : [
            paper.line('Body', t('project.coverageTotals', { all, reached, waiting: all - reached - never, never })),
            ...(elsewhere === 0 ? [] : [paper.line('Body', t('project.elsewhere', { n: elsewhere }))]),
            ...part(paper, t('project.part.kinds'), [...kindsTable(desk, coverage), ...kindsChart(desk, coverage)]),
            ...part(paper, t('project.part.never'), neverReached(desk, coverage)),
            ...part(paper, t('project.part.matrix'), [
              paper.line('Note', t('project.signs'), { keepNext: true }),
              ...matrix(desk, coverage),
            ]),
          ]),
      ...projectSignature(paper, model),
    ],
  };
}
