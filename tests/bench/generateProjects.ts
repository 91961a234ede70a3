import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papa from 'papaparse';
import { addDays, type IsoDay } from '../../shared/dates.ts';
import { activityKinds, budgetCategories } from '../../shared/vocabulary.ts';
import { budgetLine, expense, funder } from '../../electron/core/projects/moneyTables.ts';
import {
  activity,
  activityDependency,
  activityLine,
  activityPlace,
  indicator,
  indicatorTarget,
  indicatorValue,
  participantCount,
  project,
  projectPlace,
} from '../../electron/core/projects/tables.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import { keysInRow } from '../../shared/rules/order.ts';
import type { Group } from './generateGroups.ts';
import { sentence, title, type Random } from './phrases.ts';
import { author, type Size } from './size.ts';
import { writeMany } from './writeMany.ts';

const lines = 8;
const indicators = 4;
const years = [2024, 2025, 2026];

interface Territory {
  code: string;
  level: string;
  country: string;
}
const territories = papa.parse<Territory>(readFileSync(join(process.cwd(), 'resources', 'territories.csv'), 'utf8'), {
  header: true,
}).data;
const ofUkraine = (level: string): string[] =>
  territories.filter((one) => one.country === 'UA' && one.level === level).map(({ code }) => code);

/** Quarters of a year and a half around the day, as an indicator names them. */
const periods = years.flatMap((year) => ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`));

/**
 * Projects over all municipalities of the country. The first has a line of thousands of activities and a matrix of every
 * municipality; the others share the rest.
 */
export function generateProjects(
  workspace: OpenWorkspace,
  size: Size,
  groups: readonly Group[],
  random: Random,
  today: IsoDay,
): { projectId: string; activityId: string } {
  const municipalities = ofUkraine('municipality');
  const regions = ofUkraine('region');
  const at = { projectId: '', activityId: '' };
  const many = Math.max(1, size.projects - 1);
  for (let n = 0; n < size.projects; n += 1) {
    const count = n === 0 ? size.activitiesOfFirst : Math.ceil(size.activities / many);
    const starts = addDays(today, -365 - random(700));
    const group = groups[n % groups.length];
    const made = workspace.ledger.write(author, { label: 'projects.create' }, (w) => {
      const projectId = w.insert(project, {
        groupId: group?.id ?? null,
        title: title(random, 'uk'),
        number: `П-${n + 1}`,
        status: n % 7 === 6 ? 'completed' : 'ongoing',
        goal: sentence(random, 'uk'),
        startsOn: starts,
        endsOn: addDays(starts, 1095),
      });
      const where = n === 0 ? regions : [regions[n % regions.length] ?? ''];
      const places = keysInRow(where.length);
      for (const [k, territory] of where.entries())
        w.insert(projectPlace, { projectId, country: 'UA', territory, sortKey: places[k] ?? 'a0' });
      const lineKeys = keysInRow(lines);
      const lineIds = lineKeys.map((sortKey) =>
        w.insert(activityLine, { projectId, title: title(random, 'uk'), sortKey }),
      );
      const funderId = w.insert(funder, { projectId, nameText: `Донор ${n % 12}`, amount: 90_000_000 });
      const budgetKeys = keysInRow(budgetCategories.length);
      const budget = budgetCategories.map((category, k) =>
        w.insert(budgetLine, {
          projectId,
          funderId,
          category,
          title: title(random, 'uk'),
          amount: 1_000_000 + random(9_000_000),
          sortKey: budgetKeys[k] ?? 'a0',
        }),
      );
      for (const budgetLineId of budget)
        for (let k = 0; k < 4; k += 1)
          w.insert(expense, {
            budgetLineId,
            spentOn: addDays(starts, random(700)),
            document: `акт ${k + 1}`,
            amount: 10_000 + random(900_000),
          });
      return { projectId, lineIds };
    });
    if (n === 0) at.projectId = made.projectId;
    const keys = keysInRow(count);
    let before = '';
    writeMany(workspace, count, 'projects.addActivity', (w, k) => {
      const from = addDays(starts, Math.floor((k / count) * 1000));
      const isHeld = from < addDays(today, -20) && k % 5 !== 4;
      const activityId = w.insert(activity, {
        projectId: made.projectId,
        lineId: made.lineIds[k % lines] ?? null,
        kind: activityKinds[random(activityKinds.length)] ?? 'other',
        status: isHeld ? 'held' : 'planned',
        title: title(random, 'uk'),
        plannedFrom: from,
        plannedUntil: addDays(from, random(30)),
        baselineFrom: from,
        baselineUntil: addDays(from, random(20)),
        actualFrom: isHeld ? addDays(from, random(9)) : null,
        actualUntil: isHeld ? addDays(from, 9 + random(20)) : null,
        participants: isHeld ? 20 : null,
        sortKey: keys[k] ?? 'a0',
      });
      w.insert(activityPlace, {
        activityId,
        country: 'UA',
        territory: municipalities[(n * 37 + k) % municipalities.length] ?? '',
      });
      if (isHeld) {
        w.insert(participantCount, { activityId, dimension: 'sex', key: 'female', people: 12 });
        w.insert(participantCount, { activityId, dimension: 'sex', key: 'male', people: 8, sortKey: 'a1' });
      }
      if (before !== '' && k % 3 === 0) w.insert(activityDependency, { activityId, afterId: before, lagDays: 0 });
      before = activityId;
      if (at.activityId === '') at.activityId = activityId;
    });
    const values = Math.ceil(size.indicatorValues / size.projects / indicators);
    const indicatorKeys = keysInRow(indicators);
    for (const sortKey of indicatorKeys)
      workspace.ledger.write(author, { label: 'projects.addPart' }, (w) => {
        const indicatorId = w.insert(indicator, {
          projectId: made.projectId,
          title: title(random, 'uk'),
          unit: 'осіб',
          frequency: 'quarter',
          sortKey,
        });
        for (const year of years)
          w.insert(indicatorTarget, { id: `${indicatorId}:${year}`, indicatorId, period: `${year}`, value: 400 });
        for (let k = 0; k < values; k += 1)
          w.insert(indicatorValue, {
            indicatorId,
            period: periods[k % periods.length] ?? '2026-Q1',
            territory: municipalities[(n * 53 + Math.floor(k / periods.length)) % municipalities.length] ?? '',
            value: random(90),
          });
      });
  }
  return at;
}
