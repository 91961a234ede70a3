import { periodWords } from '../paper/register.ts';
import { said } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';
import { activityAnnex, allKindsTable, gatheringsTable, shortActivityTable } from '../project/activities.ts';
import { factsTable, part, prose } from '../project/blocks.ts';
import { capital, daysText, type Desk } from '../project/desk.ts';
import { projectHead, projectSheet, projectSignature } from '../project/head.ts';
import { indicatorCharts, reachedIndicators } from '../project/indicators.ts';
import { categoriesTable, fundersTable, grantsTable, moneyChart, totalLines } from '../project/money.ts';
import { participantTable } from '../project/participants.ts';
import {
  deliverableTable,
  milestoneTable,
  objectiveLines,
  partnerTable,
  projectFacts,
  riskTable,
} from '../project/plan.ts';
import { runningChart } from '../project/running.ts';
import type { FinalModel } from './model.ts';

/** What a project did and what came of it. Layout: docs/forms/final-report.md. */
export function finalSheet(desk: Desk, model: FinalModel): Sheet {
  const { paper, Word } = desk;
  const { t } = paper;
  const { project, activities, participants, indicators, money, texts, day } = model;
  const section = (name: string, blocks: readonly Block[]) => part(paper, Word('narrativeSection', name), blocks);
  const missed = activities.filter(({ status }) => status !== 'held');
  const held = activities.filter(({ status }) => status === 'held');
  const term = periodWords(paper, project.startsOn, project.endsOn);
  return {
    ...projectSheet(paper, model, 'name.finalReport', ''),
    title: [t('name.finalReport'), oneLine(project.title), daysText(paper, project.startsOn, project.endsOn)].join(
      ', ',
    ),
    articles: [1],
    blocks: [
      ...projectHead(paper, model, 'finalReport', term === '' ? [] : [[term]]),
      ...factsTable(paper, projectFacts(desk, project)),
      ...section('summary', [
        ...prose(paper, texts.summary),
        paper.line(
          'Body',
          t('project.finalTotals', {
            planned: activities.filter(({ status }) => status !== 'cancelled').length,
            held: held.length,
            participants: held.reduce((sum, one) => sum + (one.participants ?? 0), 0),
          }),
        ),
      ]),
      ...part(paper, t('project.part.goal'), prose(paper, project.goal)),
      ...section('context', prose(paper, texts.context)),
      ...part(paper, t('project.part.objectives'), objectiveLines(desk, project)),
      ...section('held', [
        ...prose(paper, texts.planned),
        ...prose(paper, texts.held),
        ...allKindsTable(desk, activities),
        ...runningChart(desk, { ...model, period: { until: day } }),
      ]),
      ...part(paper, t('project.part.participants'), [
        ...gatheringsTable(desk, held),
        ...participantTable(desk, participants),
      ]),
      ...section('results', [
        ...prose(paper, texts.results),
        ...reachedIndicators(desk, indicators, null),
        ...indicatorCharts(desk, indicators),
      ]),
      ...part(paper, t('project.part.deliverables'), [
        ...deliverableTable(desk, project.deliverables),
        ...milestoneTable(desk, project),
      ]),
      ...section('deviations', [...prose(paper, texts.deviations), ...shortActivityTable(desk, '', missed, true)]),
      ...section('partners', [...prose(paper, texts.partners), ...partnerTable(desk, project.partners)]),
      ...section('money', [
        ...prose(paper, texts.money),
        ...grantsTable(desk, money),
        ...fundersTable(desk, money, null),
        ...moneyChart(desk, money),
        ...categoriesTable(desk, money),
        ...totalLines(desk, money),
      ]),
      ...part(paper, t('project.part.risks'), riskTable(desk, project.risks)),
      ...section('lessons', prose(paper, texts.lessons)),
      ...section('nextSteps', [
        ...prose(paper, texts.nextSteps),
        ...project.successors.map(({ title }) =>
          paper.line('Body', [`${t('project.fact.successors')}: `, said(oneLine(title))]),
        ),
      ]),
      ...projectSignature(paper, model),
    ],
    more:
      activities.length === 0
        ? []
        : [
            {
              landscape: true,
              blocks: [
                paper.line('Place', capital(t('project.annex'), paper.form), { alignment: 'right' }),
                paper.line('Heading1', t('project.activitiesOf')),
                ...activityAnnex(desk, activities),
              ],
            },
          ],
  };
}
