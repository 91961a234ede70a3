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

type District = CoverageView['districts'][number];

/** A country or a region with nothing below it, which needs no heading of its own name. */
const standsAlone = ({ name, rows }: District): boolean => rows.length === 1 && rows[0]?.name === name;

/** Whole countries are written by their two letters; a project among them has no municipalities to speak of. */
const ofCountries = ({ districts }: CoverageView): boolean =>
  districts.every(({ rows }) => rows.every(({ territory }) => territory.length === 2));

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
function kindsTable({ paper, Word }: Desk, coverage: CoverageView): Block[] {
  const { t } = paper;
  const { kinds, totals } = coverage;
  const countries = ofCountries(coverage);
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.kind'), share: 32 },
      { title: t('project.column.activitiesInAll'), share: 17, align: 'center' },
      { title: t('project.column.heldInAll'), share: 17, align: 'center' },
      {
        title: t(countries ? 'project.countries.reached' : 'project.column.municipalitiesReached'),
        share: 17,
        align: 'center',
      },
      {
        title: t(countries ? 'project.countries.planned' : 'project.column.municipalitiesPlanned'),
        share: 17,
        align: 'center',
      },
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
function matrix(desk: Desk, coverage: CoverageView): Block[] {
  const { paper, Word } = desk;
  const { kinds, districts } = coverage;
  const { t } = paper;
  const withDays = kinds.length <= mostDays;
  return titledTable(
    paper,
    '',
    [
      { title: t(ofCountries(coverage) ? 'project.column.country' : 'project.column.municipality'), share: 26 },
      ...kinds.map((kind) => ({
        title: Word('activityKind', kind),
        share: 74 / Math.max(kinds.length, 1),
        align: 'center' as const,
      })),
    ],
    [...districts.filter(standsAlone), ...districts.filter((one) => !standsAlone(one))].flatMap((district): Row[] => [
      ...(standsAlone(district)
        ? []
        : [
            {
              section: [
                `${district.name} – ${t('project.reachedOf', { reached: district.reached, all: district.all })}`,
              ],
            },
          ]),
      ...district.rows.map((row): Row => [
        row.never ? totalCell(paper, nameUnder(row.name, district.name)) : words(nameUnder(row.name, district.name)),
        ...row.cells.map((cell) => cellOf(desk, cell, withDays)),
      ]),
    ]),
    { landscape: true },
  );
}

/** Who was never reached, by district and by name. */
function neverReached({ paper }: Desk, coverage: CoverageView): Block[] {
  const { t } = paper;
  const { never, districts } = coverage;
  if (never === 0)
    return [paper.line('Body', t(ofCountries(coverage) ? 'project.countries.nobodyLeft' : 'project.nobodyLeft'))];
  const alone = districts.filter((one) => standsAlone(one) && one.rows.some((row) => row.never));
  const listed = alone.length === 0 ? [] : [paper.line('Listed', alone.map(({ name }) => name).join(', '))];
  const below = districts
    .filter((one) => !standsAlone(one))
    .flatMap(({ name, rows }) => {
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
  return [...listed, ...below];
}

/** Which municipalities a project reached, on paper laid across. Layout: docs/forms/coverage-report.md. */
export function coverageSheet(desk: Desk, model: CoverageModel): Sheet {
  const { paper } = desk;
  const { t } = paper;
  const { coverage } = model;
  const { all, reached, never, elsewhere } = coverage;
  const countries = all > 0 && ofCountries(coverage);
  return {
    ...projectSheet(paper, model, 'name.coverageReport', ''),
    landscape: true,
    articles: [1],
    blocks: [
      ...projectHead(
        paper,
        model,
        'coverageReport',
        [[asOf(paper, model.day)]],
        countries ? 'project.countries.about' : 'project.about.coverageReport',
      ),
      ...(all === 0
        ? [paper.line('Body', t('project.noMunicipalities'))]
        : [
            paper.line(
              'Body',
              t(countries ? 'project.countries.totals' : 'project.coverageTotals', {
                all,
                reached,
                waiting: all - reached - never,
                never,
              }),
            ),
            ...(elsewhere === 0 ? [] : [paper.line('Body', t('project.elsewhere', { n: elsewhere }))]),
            ...part(paper, t('project.part.kinds'), [...kindsTable(desk, coverage), ...kindsChart(desk, coverage)]),
            ...part(paper, t('project.part.never'), neverReached(desk, coverage)),
            ...part(paper, t(countries ? 'project.countries.matrix' : 'project.part.matrix'), [
              paper.line('Note', t(countries ? 'project.countries.signs' : 'project.signs'), { keepNext: true }),
              ...matrix(desk, coverage),
            ]),
          ]),
      ...projectSignature(paper, model),
    ],
  };
}
