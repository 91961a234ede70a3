import { asOf } from '../paper/register.ts';
import { said } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';
import { orDash, part, prose, titledTable, words, factsTable, titled } from '../project/blocks.ts';
import type { Desk } from '../project/desk.ts';
import { daysBelow } from '../project/desk.ts';
import { projectHead, projectSheet, projectSignature } from '../project/head.ts';
import { plannedIndicators } from '../project/indicators.ts';
import { budgetTable, grantsTable, totalLines } from '../project/money.ts';
import {
  deliverableTable,
  milestoneTable,
  objectiveLines,
  partnerTable,
  projectFacts,
  riskTable,
} from '../project/plan.ts';
import type { PassportModel } from './model.ts';

/** Lines of activity with what they hold and when, activities without a line below them. */
function linesTable({ paper, word }: Desk, { project, activities }: PassportModel): Block[] {
  const { t } = paper;
  const ofLine = (id: string | null) =>
    activities.filter(({ lineId, status }) => lineId === id && status !== 'cancelled');
  const row = (number: string, title: string, objective: string, id: string | null) => {
    const own = ofLine(id);
    const days = own.flatMap(({ plannedFrom, plannedUntil, actualFrom, actualUntil }) =>
      [plannedFrom, plannedUntil, actualFrom, actualUntil].filter((day) => day !== null),
    );
    const kinds = new Map<string, number>();
    for (const { kind } of own) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const sorted = days.toSorted();
    return [
      words(number),
      titled(paper, title, objective),
      orDash([...kinds].map(([kind, n]) => `${word('activityKind', kind)} – ${n}`).join('; ')),
      words(daysBelow(paper, sorted[0] ?? null, sorted.at(-1) ?? null)),
    ];
  };
  const objectives = new Map(project.objectives.map(({ id, number, text }) => [id, `${number}. ${oneLine(text)}`]));
  const rest = ofLine(null).length > 0;
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.number'), share: 7, align: 'center' },
      { title: t('project.column.line'), share: 45 },
      { title: t('project.column.activities'), share: 26 },
      { title: t('project.column.days'), share: 22, align: 'center' },
    ],
    [
      ...project.lines.map(({ id, number, title, objectiveId }) =>
        row(number, title, objectiveId === null ? '' : (objectives.get(objectiveId) ?? ''), id),
      ),
      ...(rest ? [row('', t('project.withoutLine'), '', null)] : []),
    ],
  );
}

/** What a project is. Layout: docs/forms/project-passport.md. */
export function passportSheet(desk: Desk, model: PassportModel): Sheet {
  const { paper } = desk;
  const { t } = paper;
  const { project, indicators, money } = model;
  return {
    ...projectSheet(paper, model, 'name.projectPassport', ''),
    articles: [1],
    blocks: [
      ...projectHead(paper, model, 'projectPassport', [[asOf(paper, model.day)]]),
      ...factsTable(paper, projectFacts(desk, project)),
      ...part(paper, t('project.part.goal'), [...prose(paper, project.goal), ...prose(paper, project.summary)]),
      ...part(paper, t('project.part.objectives'), objectiveLines(desk, project)),
      ...part(paper, t('project.part.lines'), linesTable(desk, model)),
      ...part(paper, t('project.part.partners'), partnerTable(desk, project.partners)),
      ...part(paper, t('project.part.deliverables'), [
        ...deliverableTable(desk, project.deliverables),
        ...milestoneTable(desk, project),
      ]),
      ...part(paper, t('project.part.indicators'), plannedIndicators(desk, indicators)),
      ...part(paper, t('project.part.money'), [
        ...grantsTable(desk, money),
        ...budgetTable(desk, money),
        ...totalLines(desk, money),
      ]),
      ...part(paper, t('project.part.risks'), riskTable(desk, project.risks)),
      ...(oneLine(project.note) === '' ? [] : [paper.line('Note', said(project.note))]),
      ...projectSignature(paper, model),
    ],
  };
}
