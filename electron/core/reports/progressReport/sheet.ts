import { addDays, daysBetween } from '../../../../shared/dates.ts';
import { numericDay } from '../paper/meeting.ts';
import { periodWords } from '../paper/register.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { activityAnnex, heldIn, kindsTable, plannedIn, shortActivityTable } from '../project/activities.ts';
import { factsTable, part, prose } from '../project/blocks.ts';
import { capital, daysText, type Desk } from '../project/desk.ts';
import { projectHead, projectSheet, projectSignature } from '../project/head.ts';
import { indicatorCharts, reachedIndicators } from '../project/indicators.ts';
import { categoriesTable, fundersTable, grantsTable, moneyChart, totalLines } from '../project/money.ts';
import { deliverableTable, milestoneTable, partnerTable, projectFacts, riskTable } from '../project/plan.ts';
import { runningChart } from '../project/running.ts';
import type { ProgressModel } from './model.ts';

/** «Заплановано заходів: 12, проведено: 9, учасників: 240.» */
function totals({ paper }: Desk, { activities, period }: ProgressModel): Block[] {
  const held = activities.filter((one) => heldIn(period, one));
  return [
    paper.line(
      'Body',
      paper.t('project.totals', {
        planned: activities.filter((one) => plannedIn(period, one)).length,
        held: held.length,
        participants: held.reduce((sum, { participants }) => sum + (participants ?? 0), 0),
      }),
      { spacing: { after: 80 } },
    ),
  ];
}

/** Facts, deliverables, milestones, partners and risks are those of the day of the paper, which may come long after the period. */
const stateNote = ({ paper }: Desk, { day, period }: ProgressModel): Block[] =>
  day === period.until
    ? []
    : [paper.line('Note', paper.t('project.stateAsOf', { date: numericDay(paper, day) }), { spacing: { before: 80 } })];

/** What a project did in a period. Layout: docs/forms/progress-report.md. */
export function progressSheet(desk: Desk, model: ProgressModel): Sheet {
  const { paper, Word } = desk;
  const { t } = paper;
  const { project, period, activities, indicators, money, spent, texts } = model;
  const until = period.until;
  const planned = activities.filter((one) => plannedIn(period, one));
  const held = activities.filter((one) => heldIn(period, one));
  // What was to be done by now and was not, and what was given up.
  const missed = activities.filter(
    (one) =>
      one.status !== 'held' &&
      (one.status === 'cancelled' || one.status === 'postponed'
        ? planned.includes(one) || (one.plannedFrom ?? one.plannedUntil ?? '') <= until
        : (one.plannedUntil ?? one.plannedFrom ?? '9') <= until),
  );
  const next = { from: addDays(until, 1), until: addDays(until, daysBetween(period.from, until) + 1) };
  const coming = activities.filter((one) => one.status !== 'held' && plannedIn(next, one));
  const section = (name: Parameters<Desk['Word']>[1], blocks: readonly Block[]) =>
    part(paper, Word('narrativeSection', name), blocks);
  const between = periodWords(paper, period.from, until);
  const annex = activities.filter((one) => planned.includes(one) || held.includes(one) || missed.includes(one));
  return {
    ...projectSheet(paper, model, 'name.progressReport', `${period.from} ${until}`),
    title: [t('name.progressReport'), project.title, daysText(paper, period.from, until)].join(', '),
    articles: [1],
    blocks: [
      ...projectHead(paper, model, 'progressReport', [[between]]),
      ...factsTable(paper, projectFacts(desk, project)),
      ...stateNote(desk, model),
      ...section('summary', [...prose(paper, texts.summary), ...totals(desk, model)]),
      ...section('context', prose(paper, texts.context)),
      ...section('planned', [...prose(paper, texts.planned), ...shortActivityTable(desk, '', planned)]),
      ...section('held', [
        ...prose(paper, texts.held),
        ...kindsTable(desk, '', activities, period),
        ...runningChart(desk, model),
      ]),
      ...section('results', [
        ...prose(paper, texts.results),
        ...reachedIndicators(desk, indicators, period),
        ...indicatorCharts(desk, indicators),
        ...deliverableTable(desk, project.deliverables),
        ...milestoneTable(desk, project),
      ]),
      ...section('deviations', [...prose(paper, texts.deviations), ...shortActivityTable(desk, '', missed, true)]),
      ...section('partners', [...prose(paper, texts.partners), ...partnerTable(desk, project.partners)]),
      ...section('money', [
        ...prose(paper, texts.money),
        ...(money.lines.some(({ expenses }) => expenses > 0) ? [] : grantsTable(desk, money)),
        ...fundersTable(desk, money, spent),
        ...moneyChart(desk, money),
        ...categoriesTable(desk, money),
        ...totalLines(desk, money),
      ]),
      ...part(paper, t('project.part.risks'), riskTable(desk, project.risks)),
      ...section('lessons', prose(paper, texts.lessons)),
      ...section('nextSteps', [...prose(paper, texts.nextSteps), ...shortActivityTable(desk, '', coming)]),
      ...projectSignature(paper, model),
    ],
    more:
      annex.length === 0
        ? []
        : [
            {
              landscape: true,
              blocks: [
                paper.line('Place', capital(t('project.annex'), paper.form), { alignment: 'right' }),
                paper.line('Heading1', t('project.activitiesOf')),
                ...activityAnnex(desk, annex),
              ],
            },
          ],
  };
}
