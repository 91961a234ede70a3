// What is late or near in projects, by the clock: the home page, `late` and Today.
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expense } from '../../../electron/core/projects/moneyTables.ts';
import { activity, indicatorValue } from '../../../electron/core/projects/tables.ts';
import type { Fresh } from '../../../electron/core/ledger/write.ts';
import { todayProcedures } from '../../../electron/core/today/procedures.ts';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalCode } from '../../fixtures/workspace.ts';

let test: TestProjects;
let id: string;
beforeEach(async () => {
  test = await makeProjects('2026-11-21 10:00');
  id = await test.create();
  await test.projects.update({
    id,
    patch: { status: 'ongoing', startsOn: '2026-01-01', endsOn: '2026-12-31', shortName: 'Громади' },
  });
});
afterEach(() => test.remove());

const write = (work: Parameters<TestProjects['workspace']['ledger']['write']>[2]) =>
  test.workspace.ledger.write(test.author, { label: 'projects.addActivity' }, work);
const plan = (fields: Omit<Fresh<typeof activity>, 'projectId'>) =>
  write((w) => w.insert(activity, { projectId: id, ...fields }));
const late = async (projectId: string | null = id) => {
  const rows = await test.projects.late({ projectId, limit: 100 });
  return rows.map(({ kind, title, context, daysLeft }) => [kind, title, context, daysLeft]);
};

describe('an activity', () => {
  it('is late when its last planned day is over, near when it begins or ends within two weeks', async () => {
    plan({ title: 'минув', plannedFrom: '2026-11-10', plannedUntil: '2026-11-20' });
    plan({ title: 'триває', plannedFrom: '2026-11-01', plannedUntil: '2026-11-30' });
    plan({ title: 'триває довго', plannedFrom: '2026-11-01', plannedUntil: '2027-05-30' });
    plan({ title: 'сьогодні', plannedFrom: '2026-11-21' });
    plan({ title: 'близько', plannedFrom: '2026-12-05', plannedUntil: '2027-01-30' });
    plan({ title: 'далеко', plannedFrom: '2026-12-06' });
    plan({ title: 'відбувся', status: 'held', plannedFrom: '2026-11-10' });
    plan({ title: 'скасований', status: 'cancelled', plannedFrom: '2026-11-10' });
    plan({ title: 'відкладений', status: 'postponed', plannedUntil: '2026-11-15' });
    plan({ title: 'без дня' });
    expect(await late()).toEqual([
      ['activity', 'відкладений', '', -6],
      ['activity', 'минув', '', -1],
      ['activity', 'сьогодні', '', 0],
      ['activity', 'триває', '', 9],
      ['activity', 'близько', '', 14],
    ]);
    expect((await test.projects.get({ id })).late).toBe(2);
    test.clock.set('2026-11-22 00:01');
    expect((await late()).slice(0, 3)).toEqual([
      ['activity', 'відкладений', '', -7],
      ['activity', 'минув', '', -2],
      ['activity', 'сьогодні', '', -1],
    ]);
    expect(await late()).toContainEqual(['activity', 'далеко', '', 14]);
    expect((await test.projects.get({ id })).late).toBe(3);
  });
});

describe('the other parts', () => {
  it('are late by their own days, and no longer when they are done', async () => {
    const add = (patch: Parameters<TestProjects['add']>[1]) => test.add(id, patch);
    const milestone = await add({ part: 'milestone', fields: { title: 'Половина', dueOn: '2026-11-01' } });
    const deliverableId = await add({ part: 'deliverable', fields: { title: 'Посібник', dueOn: '2026-11-25' } });
    const lv = await add({ part: 'translation', fields: { deliverableId, language: 'lv' } });
    await add({ part: 'translation', fields: { deliverableId, language: 'lt', state: 'ready' } });
    await add({ part: 'milestone', fields: { title: 'Кінець', dueOn: '2026-12-31' } });
    expect(await late()).toEqual([
      ['milestone', 'Половина', '', -20],
      ['deliverable', 'Посібник', '', 4],
      ['translation', 'Посібник', 'lv', 4],
    ]);
    const detail = await test.projects.get({ id });
    expect(detail.milestones.map((each) => each.late)).toEqual([true, false]);
    await test.projects.updatePart({
      id: milestone,
      patch: { part: 'milestone', fields: { reachedOn: '2026-11-20' } },
    });
    await test.projects.updatePart({
      id: deliverableId,
      patch: { part: 'deliverable', fields: { status: 'ready', doneOn: '2026-11-20' } },
    });
    expect(await late()).toEqual([['translation', 'Посібник', 'lv', 4]]);
    await test.projects.updatePart({ id: lv, patch: { part: 'translation', fields: { state: 'published' } } });
    expect(await late()).toEqual([]);
  });

  it('name risks nobody has looked at for a quarter, and lines of which more was spent than planned', async () => {
    const risk = await test.add(id, {
      part: 'risk',
      fields: { title: 'Відмова', ownerId: test.group.people[0] ?? null, reviewedOn: '2026-08-01' },
    });
    await test.add(id, { part: 'risk', fields: { title: 'Ніколи', ownerText: 'команда' } });
    await test.add(id, { part: 'risk', fields: { title: 'Минулий', status: 'closed', reviewedOn: '2026-01-01' } });
    const funderId = await test.add(id, { part: 'funder', fields: { nameText: 'Фонд', currency: 'EUR' } });
    const line = await test.add(id, {
      part: 'budgetLine',
      fields: { funderId, title: 'Оренда', code: '1.1', amount: 100_00 },
    });
    const spend = (amount: number, currency: string, rate: number | null) =>
      write((w) => w.insert(expense, { budgetLineId: line, amount, currency, rate, spentOn: '2026-05-01' }));
    spend(90_00, 'EUR', null);
    // 440 UAH at 0.0227 EUR are 9.99 EUR: within the line.
    spend(440_00, 'UAH', 22_700);
    expect(await late()).toEqual([
      ['risk', 'Відмова', 'Учасник1 Проба Тестівна', -22],
      ['risk', 'Ніколи', 'команда', null],
    ]);
    spend(2, 'EUR', null);
    expect(await late()).toContainEqual(['budgetLine', '1.1 Оренда', 'Фонд', null]);
    await test.projects.updatePart({ id: risk, patch: { part: 'risk', fields: { reviewedOn: '2026-11-20' } } });
    expect((await late()).map(([, title]) => title)).not.toContain('Відмова');
  });
});

describe('an indicator', () => {
  it('is named with the first period that is over and has no value', async () => {
    const indicator = await test.add(id, { part: 'indicator', fields: { title: 'Учасники', frequency: 'quarter' } });
    await test.add(id, { part: 'indicator', fields: { title: 'Річний', frequency: 'year' } });
    await test.add(id, { part: 'indicator', fields: { title: 'Разовий', frequency: 'once' } });
    await test.add(id, {
      part: 'indicator',
      fields: { title: 'Рахує', frequency: 'quarter', rule: { count: 'activities', kinds: [], territory: null } },
    });
    const value = (period: string) =>
      write((w) => w.insert(indicatorValue, { indicatorId: indicator, period, territory: '', key: '', value: 1 }));
    expect(await late()).toEqual([['indicator', 'Учасники', '2026-Q1', -235]]);
    value('2026-Q1');
    value('2026-Q2');
    expect(await late()).toEqual([['indicator', 'Учасники', '2026-Q3', -52]]);
    value('2026-Q3');
    expect(await late()).toEqual([]);
    test.clock.set('2027-01-01 09:00');
    expect(await late()).toEqual([
      ['indicator', 'Учасники', '2026-Q4', -1],
      ['indicator', 'Річний', '2026', -1],
      ['indicator', 'Разовий', '2026', -1],
    ]);
  });

  it('misses the same periods here as on its own page', async () => {
    await test.add(id, { part: 'indicator', fields: { title: 'Учасники', frequency: 'month' } });
    const [row] = await test.projects.indicators({ projectId: id });
    expect((await late())[0]?.[2]).toBe(row?.missing[0]);
  });
});

describe('which projects are asked', () => {
  it('all that run, without those that ended; one project whatever its stage unless it was given up', async () => {
    plan({ title: 'минув', plannedFrom: '2026-11-10' });
    const all = () => late(null);
    expect((await all()).length).toBe(1);
    for (const status of ['completed', 'suspended'] as const) {
      await test.projects.update({ id, patch: { status } });
      expect(await all()).toEqual([]);
      expect((await late()).length).toBe(1);
    }
    await test.projects.update({ id, patch: { status: 'cancelled' } });
    expect(await late()).toEqual([]);
    await test.projects.update({ id, patch: { status: 'preparing' } });
    expect((await all()).length).toBe(1);
    await test.projects.remove({ id });
    expect(await all()).toEqual([]);
    expect(await refusalCode(() => late())).toBe('notFound');
  });

  it('Today counts activities and indicators and shows the latest first', async () => {
    const router = { today: todayProcedures(test.core, () => 0) };
    const { today } = createRouterClient(router, { context: { session: 'test' } });
    const look = async () => (await today.get({ limit: 2, language: 'uk' })).projects;
    expect(await look()).toEqual({ rows: [], counts: { late: 0, near: 0, withoutValue: 0 } });
    plan({ title: 'минув', plannedFrom: '2026-11-10' });
    plan({ title: 'близько', plannedFrom: '2026-11-30' });
    await test.add(id, { part: 'indicator', fields: { title: 'Учасники', frequency: 'halfYear' } });
    await test.add(id, { part: 'milestone', fields: { title: 'Половина', dueOn: '2026-11-01' } });
    const { rows, counts } = await look();
    expect(counts).toEqual({ late: 1, near: 1, withoutValue: 1 });
    expect(rows).toMatchObject([
      { kind: 'indicator', project: 'Громади', context: '2026-H1', daysLeft: -144 },
      { kind: 'activity', project: 'Громади', title: 'минув', daysLeft: -11 },
    ]);
  });
});
