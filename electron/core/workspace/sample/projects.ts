import { keysInRow } from '../../../../shared/rules/order.ts';
import type { Writer } from '../../ledger/write.ts';
import { budgetLine, expense, funder } from '../../projects/moneyTables.ts';
import {
  activityLine,
  deliverable,
  indicator,
  indicatorTarget,
  indicatorValue,
  milestone,
  objective,
  programmeTask,
  programmeYear,
  project,
  projectMemorandum,
  projectPartner,
  projectPlace,
  risk,
  translation,
} from '../../projects/tables.ts';
import { insertActivities } from './activities.ts';
import type { Theme } from './directory.ts';
import { createNames, type Names } from './names.ts';
import type { SampleFunder, SampleIndicator, SampleProject } from './projectFormat.ts';

/** What the sample's projects refer to. */
export interface Setting {
  theme: Theme;
  memoranda: Names;
  /** Projects of the theme by their keys. */
  projects: Names;
}

/** Rows with their places in the list. */
const inOrder = <Row>(rows: readonly Row[]): { row: Row; sortKey: string }[] => {
  const keys = keysInRow(rows.length);
  return rows.map((row, index) => ({ row, sortKey: keys[index] ?? 'a0' }));
};

const optional = (names: Names, key: string | null | undefined): string | null =>
  key === null || key === undefined ? null : names.idOf(key);

function insertProjectRecord(w: Writer, { theme, projects }: Setting, data: SampleProject): string {
  const { key, ofGroup, lead, manager, predecessor } = data;
  const { title, shortName, number, language, status, goal, summary, startsOn, endsOn, currency, note } = data;
  const id = w.insert(project, {
    groupId: ofGroup ? theme.groupId : null,
    title,
    shortName,
    number,
    language,
    status,
    goal,
    summary,
    startsOn,
    endsOn,
    currency,
    note,
    leadId: theme.organisations.idOf(lead),
    managerId: optional(theme.people, manager),
    predecessorId: optional(projects, predecessor),
  });
  projects.give(key, id);
  return id;
}

function insertFrame(w: Writer, { theme, memoranda }: Setting, projectId: string, data: SampleProject) {
  const objectives = createNames('objective');
  const lines = createNames('line');
  for (const { row, sortKey } of inOrder(data.places)) w.insert(projectPlace, { projectId, ...row, sortKey });
  for (const { row, sortKey } of inOrder(data.partners)) {
    const { organisation, ...rest } = row;
    w.insert(projectPartner, { projectId, ...rest, organisationId: theme.organisations.idOf(organisation), sortKey });
  }
  for (const key of data.memoranda) w.insert(projectMemorandum, { projectId, memorandumId: memoranda.idOf(key) });
  for (const { row, sortKey } of inOrder(data.objectives)) {
    const parentId = optional(objectives, row.parent);
    objectives.give(row.key, w.insert(objective, { projectId, parentId, text: row.text, sortKey }));
  }
  for (const { row, sortKey } of inOrder(data.lines)) {
    const objectiveId = objectives.idOf(row.objective);
    lines.give(row.key, w.insert(activityLine, { projectId, objectiveId, title: row.title, sortKey }));
  }
  for (const { row, sortKey } of inOrder(data.risks)) {
    const { owner, ...rest } = row;
    w.insert(risk, { projectId, ...rest, ownerId: theme.people.idOf(owner), sortKey });
  }
  for (const { row, sortKey } of inOrder(data.milestones)) {
    const { line, ...rest } = row;
    w.insert(milestone, { projectId, ...rest, lineId: lines.idOf(line), sortKey });
  }
  return { objectives, lines };
}

function insertDeliverables(w: Writer, projectId: string, activities: Names, data: SampleProject) {
  for (const { row, sortKey } of inOrder(data.deliverables)) {
    const { activity, languages, ...rest } = row;
    const activityId = optional(activities, activity);
    const deliverableId = w.insert(deliverable, { projectId, ...rest, activityId, sortKey });
    for (const each of inOrder(languages)) {
      const { on, ...said } = each.row;
      w.insert(translation, { deliverableId, ...said, doneOn: on, sortKey: each.sortKey });
    }
  }
}

function insertIndicators(w: Writer, projectId: string, objectives: Names, data: readonly SampleIndicator[]) {
  for (const { row, sortKey } of inOrder(data)) {
    const { objective: served, rule, targets, values, ...rest } = row;
    const indicatorId = w.insert(indicator, {
      projectId,
      ...rest,
      objectiveId: objectives.idOf(served),
      rule: rule === null ? '' : JSON.stringify(rule),
      sortKey,
    });
    // A target bears the indicator's id and the period, so that two devices make the same one.
    for (const target of targets)
      w.insert(indicatorTarget, { id: `${indicatorId}:${target.period}`, indicatorId, ...target });
    for (const value of values) w.insert(indicatorValue, { indicatorId, ...value });
  }
}

function insertFunders(w: Writer, theme: Theme, projectId: string, lines: Names, data: readonly SampleFunder[]) {
  for (const { row, sortKey } of inOrder(data)) {
    const { organisation, name, currency, amount, agreement } = row;
    const organisationId = optional(theme.organisations, organisation);
    const funderId = w.insert(funder, {
      projectId,
      organisationId,
      nameText: name,
      currency,
      amount,
      agreement,
      sortKey,
    });
    for (const each of inOrder(row.lines)) {
      const { line, category, code, title, amount: planned, expenses } = each.row;
      const budgetLineId = w.insert(budgetLine, {
        projectId,
        funderId,
        lineId: optional(lines, line),
        category,
        code,
        title,
        amount: planned,
        sortKey: each.sortKey,
      });
      const made: string[] = [];
      for (const { kind, settles, on, document, payee, amount: sum } of expenses)
        made.push(
          w.insert(expense, {
            budgetLineId,
            kind,
            document,
            payee,
            amount: sum,
            currency,
            spentOn: on,
            commitmentId: settles === undefined ? null : (made[settles] ?? null),
          }),
        );
    }
  }
}

function insertProgramme(w: Writer, projectId: string, data: SampleProject) {
  for (const { row, sortKey } of inOrder(data.programme)) {
    const { years, ...rest } = row;
    const taskId = w.insert(programmeTask, { projectId, ...rest, sortKey });
    for (const each of years) w.insert(programmeYear, { id: `${taskId}:${each.year}`, taskId, ...each });
  }
}

/** Writes a project with everything in it. */
export function insertProject(w: Writer, setting: Setting, data: SampleProject): void {
  const projectId = insertProjectRecord(w, setting, data);
  const { objectives, lines } = insertFrame(w, setting, projectId, data);
  const activities = insertActivities(w, setting.theme, { projectId, lines }, data.activities);
  insertDeliverables(w, projectId, activities, data);
  insertIndicators(w, projectId, objectives, data.indicators);
  insertFunders(w, setting.theme, projectId, lines, data.funders);
  insertProgramme(w, projectId, data);
}
