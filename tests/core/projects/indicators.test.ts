import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decision, execution } from '../../../electron/core/decisions/tables.ts';
import { agendaItem, meeting } from '../../../electron/core/meetings/tables.ts';
import { readIndicators } from '../../../electron/core/projects/indicators/read.ts';
import { valueId } from '../../../electron/core/projects/indicators/setting.ts';
import {
  activity,
  activityPlace,
  indicator,
  indicatorValue,
  participantCount,
} from '../../../electron/core/projects/tables.ts';
import type { PartPatch } from '../../../shared/contract/projectParts.ts';
import type { CountRule } from '../../../shared/rules/counted.ts';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestProjects;
let projectId: string;
beforeEach(async () => {
  test = await makeProjects('2016-11-21 10:00');
  projectId = await test.create();
  await test.projects.update({ id: projectId, patch: { startsOn: '2015-10-01', endsOn: '2017-03-31' } });
});
afterEach(() => test.remove());

type IndicatorFields = Extract<PartPatch, { part: 'indicator' }>['fields'];
const add = (fields: IndicatorFields = {}) =>
  test.add(projectId, { part: 'indicator', fields: { title: 'Круглі столи', frequency: 'halfYear', ...fields } });
const set = (indicatorId: string, period: string, value: number | null, more: object = {}) =>
  test.projects.setValue({ indicatorId, period, territory: '', key: '', value, source: '', note: '', ...more });
const get = (id: string) => test.projects.indicator({ id });
const values = (filter: object = {}) =>
  test.projects.indicatorValues({
    projectId,
    indicatorId: null,
    period: null,
    territory: null,
    sort: { by: 'period', descending: false },
    offset: 0,
    limit: 100,
    ...filter,
  });

const sumy = 'UA59080000000057897';

describe('an indicator whose values are entered', () => {
  it('tells target, actual, the series with its running sum, and which periods are missing', async () => {
    const id = await add();
    await test.projects.setTarget({ id, period: '2016', value: 12 });
    await test.projects.setTarget({ id, period: '2017', value: 6 });
    await test.projects.setTarget({ id, period: '2016-H1', value: 5 });
    await set(id, '2015-H2', 2);
    await set(id, '2016-H2', 7);
    const [row] = await test.projects.indicators({ projectId });
    expect(row).toMatchObject({
      number: '1',
      target: 18,
      actual: 9,
      counted: null,
      missing: ['2016-H1'],
      series: [
        { period: '2015-H2', value: 2, target: null, running: 2 },
        { period: '2016-H1', value: null, target: 5, running: 2 },
        { period: '2016-H2', value: 7, target: null, running: 9 },
      ],
      years: [
        { year: '2015', value: 2, target: null },
        { year: '2016', value: 7, target: 12 },
        { year: '2017', value: null, target: 6 },
      ],
    });
    await test.projects.setTarget({ id, period: 'all', value: 20 });
    expect(await get(id)).toMatchObject({ target: 20 });
    await test.projects.setTarget({ id, period: 'all', value: null });
    expect(await get(id)).toMatchObject({ target: 18 });
    test.undo();
    expect((await get(id)).targets.at(-1)).toEqual({ period: 'all', value: 20 });
  });

  it.each([
    ['sum', 9, [2, 2, 9]],
    ['last', 7, [2, 2, 7]],
    ['mean', 5, [2, 2, 5]],
  ] as const)('makes one figure of its periods by %s', async (summing, actual, running) => {
    const id = await add({ summing });
    await set(id, '2015-H2', 2);
    await set(id, '2016-H2', 7);
    const view = await get(id);
    expect(view.actual).toBe(actual);
    expect(view.series.map((each) => each.running)).toEqual(running);
  });

  it('as of an earlier day knows only the periods that had begun', async () => {
    const id = await add();
    await set(id, '2015-H2', 2);
    await set(id, '2016-H2', 7);
    const { resources } = test.core.ports;
    const [row] = readIndicators(test.workspace, resources, projectId, '2016-06-30');
    expect(row).toMatchObject({ id, actual: 2, missing: [] });
    expect(readIndicators(test.workspace, resources, projectId, '2016-07-01')).toMatchObject([
      { actual: 9, missing: ['2016-H1'] },
    ]);
  });

  it('puts territories and groups together once, whichever way they were entered', async () => {
    const id = await add({ disaggregation: 'sex' });
    const [one, other] = ['UA59080030000075526', 'UA59080050000061215'];
    await set(id, '2016-H1', 4, { territory: one });
    await set(id, '2016-H1', 3, { territory: other, key: 'female' });
    await set(id, '2016-H1', 2, { territory: other, key: 'male' });
    // Of the first community both the whole and a part are known: the whole counts.
    await set(id, '2016-H1', 1, { territory: one, key: 'female' });
    let view = await get(id);
    expect(view.actual).toBe(9);
    expect(view.byTerritory.map(({ territory, value }) => [territory, value])).toEqual([
      [other, 5],
      [one, 4],
    ]);
    expect(view.byTerritory.every(({ name }) => name.endsWith('громада'))).toBe(true);
    expect(view.byKey).toEqual([
      { key: 'female', value: 4 },
      { key: 'male', value: 2 },
    ]);
    // Said of all together, it stands, whatever the parts make.
    await set(id, '2016-H1', 10);
    view = await get(id);
    expect([view.actual, (await test.projects.indicators({ projectId }))[0]?.actual]).toEqual([10, 10]);
    await test.projects.updatePart({ id, patch: { part: 'indicator', fields: { summing: 'mean' } } });
    await set(id, '2016-H1', null);
    // 4 and the mean of 3 and 2, which is 3 by rounding away from zero: 3.5, so 4.
    expect([(await get(id)).actual, (await test.projects.indicators({ projectId }))[0]?.actual]).toEqual([4, 4]);
  });

  it('measured once is missing when the project is over', async () => {
    const id = await add({ frequency: 'once' });
    expect(await get(id)).toMatchObject({ missing: [], series: [], target: null, actual: null });
    test.clock.set('2017-04-01 10:00');
    expect((await get(id)).missing).toEqual(['2017']);
    await set(id, '2017-03', 5);
    expect(await get(id)).toMatchObject({ missing: [], actual: 5 });
  });
});

describe('a value', () => {
  it('is one for each indicator, period, territory and group, and null takes it away', async () => {
    const id = await add();
    const first = await set(id, '2016-H1', 5, { source: 'звіт' });
    expect(await set(id, '2016-H1', 6, { source: 'лист' })).toEqual(first);
    expect(await values()).toMatchObject({
      total: 1,
      rows: [{ value: 6, source: 'лист', place: '', period: '2016-H1' }],
    });
    expect(await set(id, '2016-H1', null)).toEqual({ id: null });
    expect(await values()).toEqual({ total: 0, rows: [] });
    expect(await set(id, '2016-H1', null)).toEqual({ id: null });
    expect(await set(id, '2016-H1', 7)).toEqual(first);
    test.undo();
    expect((await values()).total).toBe(0);
  });

  it('has an id that every device makes alike, whatever its length', async () => {
    const indicatorId = await add({ disaggregation: 'own' });
    const fields = { indicatorId, period: '2016-H1', territory: 'UA59080030000075526', key: '' };
    expect(valueId(fields)).toBe(`${indicatorId}:2016-H1:UA59080030000075526`);
    const long = { ...fields, key: 'фахівці із соціальної роботи' };
    expect(valueId(long)).toBe(valueId({ ...long }));
    expect(valueId(long)).toMatch(/^[A-Za-z0-9._:-]{64}$/);
    expect(valueId({ ...long, key: 'вчителі' })).not.toBe(valueId(long));
    expect(valueId({ ...fields, territory: '' })).toBe(`${indicatorId}:2016-H1`);
    // What stands in two places of the name is not mistaken for another.
    expect(valueId({ ...fields, territory: '', key: 'UA59080030000075526' })).not.toBe(valueId(fields));
    // A record of another program keeps its id.
    const old = test.workspace.ledger.write(test.author, { label: 'test' }, (w) =>
      w.insert(indicatorValue, { ...long, value: 1 }),
    );
    expect(await set(indicatorId, '2016-H1', 3, { territory: long.territory, key: long.key })).toEqual({ id: old });
  });

  it('is refused where it cannot be, at the field it stands in', async () => {
    const id = await add({ frequency: 'quarter' });
    const counted = await add({ rule: { count: 'activities', kinds: [], territory: null } });
    expect(await refusalOf(() => set(id, '2016-H1', 1))).toEqual({
      code: 'periodForeign',
      params: { period: '2016-H1', example: '2026-Q3' },
      field: 'period',
    });
    expect(await refusalOf(() => set(id, '2016-Q1', 1, { key: 'female' }))).toMatchObject({
      code: 'disaggregationNone',
      field: 'key',
    });
    expect(await refusalOf(() => set(id, '2016-Q1', 1, { territory: 'UA00' }))).toMatchObject({
      code: 'territoryUnknown',
      field: 'territory',
    });
    expect(await refusalOf(() => set(id, '2016-Q1', 20_000_000_000_000))).toMatchObject({ code: 'amountTooLarge' });
    expect(await refusalOf(() => set(counted, '2016-H1', 1))).toMatchObject({ code: 'indicatorCounted' });
    expect(await refusalCode(() => set('nobody', '2016-H1', 1))).toBe('notFound');
    expect(await refusalCode(() => test.projects.setTarget({ id: 'nobody', period: 'all', value: 1 }))).toBe(
      'notFound',
    );
    expect(await refusalCode(() => get('nobody'))).toBe('notFound');
    expect((await values()).total).toBe(0);
  });

  it('is listed by period, indicator, place or size, page by page', async () => {
    const [one, other] = [await add({ title: 'А', decimals: 1 }), await add({ title: 'Б', unit: 'осіб' })];
    const [places, more] = ['UA59080030000075526', 'UA59080050000061215'];
    await set(one, '2016-H1', 30, { territory: places });
    await set(one, '2015-H2', 10, { territory: more });
    await set(other, '2016-H1', 20, { territory: more });
    await set(other, '2015-H2', 40);
    const order = async (filter: object) => (await values(filter)).rows.map(({ value }) => value);
    const by = (name: string, descending = false) => ({ sort: { by: name, descending } });
    expect(await order(by('period'))).toEqual([10, 40, 30, 20]);
    expect(await order(by('period', true))).toEqual([30, 20, 10, 40]);
    expect(await order(by('indicator'))).toEqual([10, 30, 40, 20]);
    expect(await order(by('indicator', true))).toEqual([40, 20, 10, 30]);
    // Figures of different indicators have no common order: the largest of each one first.
    expect(await order(by('value', true))).toEqual([30, 10, 40, 20]);
    const named = (await values(by('place'))).rows.map(({ place }) => place);
    expect(named).toEqual(named.toSorted(new Intl.Collator('uk').compare));
    expect((await values(by('place', true))).rows.map(({ place }) => place)).toEqual(named.toReversed());
    for (const sort of ['period', 'indicator', 'place', 'value']) {
      const whole = await order(by(sort));
      expect([
        ...(await order({ ...by(sort), limit: 1 })),
        ...(await order({ ...by(sort), offset: 1, limit: 2 })),
        ...(await order({ ...by(sort), offset: 3, limit: 2 })),
      ]).toEqual(whole);
    }
    expect(await order({ indicatorId: one })).toEqual([10, 30]);
    expect(await order({ period: '2016-H1' })).toEqual([30, 20]);
    expect(await order({ territory: more })).toEqual([10, 20]);
    expect((await values({ indicatorId: other, period: '2015-H2', language: 'en' })).rows).toMatchObject([
      { indicator: 'Б', unit: 'осіб', decimals: 0, place: '' },
    ]);
    const english = await values({ territory: places, language: 'en' });
    expect(english.rows[0]?.place).toMatch(/hromada$/u);
  });
});

describe('a counted indicator', () => {
  type ActivityFields = Partial<typeof activity.$inferInsert>;
  type PlaceFields = Partial<typeof activityPlace.$inferInsert>;
  type GroupFields = Pick<typeof participantCount.$inferInsert, 'dimension' | 'key' | 'people'>;
  const hold = (fields: ActivityFields, places: PlaceFields[] = [], groups: GroupFields[] = []) =>
    test.workspace.ledger.write(test.author, { label: 'test' }, (w) => {
      const activityId = w.insert(activity, { projectId, kind: 'roundTable', status: 'held', ...fields });
      for (const place of places) w.insert(activityPlace, { activityId, ...place });
      for (const group of groups) w.insert(participantCount, { activityId, ...group });
      return activityId;
    });
  const counted = (rule: CountRule, fields: IndicatorFields = {}) => add({ rule, ...fields });
  const territory = 'UA59080030000075526';

  it('counts held activities of its kinds and says of how many, period by period', async () => {
    const id = await counted({ count: 'activities', kinds: ['roundTable'], territory: null }, { summing: 'last' });
    await test.projects.setTarget({ id, period: 'all', value: 18 });
    const early = hold({ title: 'Перший', actualFrom: '2015-12-31' });
    hold({ title: 'Другий', plannedFrom: '2016-07-01' });
    hold({ kind: 'training', actualFrom: '2016-07-01' });
    hold({ status: 'planned', plannedFrom: '2016-07-01' });
    hold({ title: 'Колись' });
    hold({ actualFrom: '2016-11-22' });
    const view = await get(id);
    expect(view).toMatchObject({
      target: 18,
      actual: 3,
      summing: 'sum',
      counted: { records: 3, until: '2016-11-21' },
      missing: [],
      series: [
        { period: '2015-H2', value: 1, running: 1 },
        { period: '2016-H1', value: 0, running: 1 },
        { period: '2016-H2', value: 1, running: 2 },
      ],
    });
    expect(view.records.map(({ title, on, counts }) => [title, on, counts])).toEqual([
      ['Другий', '2016-07-01', 1],
      ['Перший', '2015-12-31', 1],
      ['Колись', null, 1],
    ]);
    test.workspace.ledger.write(test.author, { label: 'test' }, (w) => w.remove(activity, early));
    expect((await get(id)).actual).toBe(2);
    test.undo();
    expect((await get(id)).actual).toBe(3);
  });

  it('counts participants, of all or of one group, and tells the groups of its disaggregation', async () => {
    const all = await counted({ count: 'participants', kinds: [], dimension: null, key: '', territory: null });
    const women = await counted(
      { count: 'participants', kinds: [], dimension: 'sex', key: 'female', territory: null },
      { disaggregation: 'sex' },
    );
    const countries = await counted(
      { count: 'participants', kinds: ['conference'], dimension: null, key: '', territory: null },
      { disaggregation: 'country', decimals: 1 },
    );
    hold(
      { kind: 'conference', participants: 77, actualFrom: '2016-01-10' },
      [],
      [
        { dimension: 'country', key: 'LT', people: 40 },
        { dimension: 'country', key: 'UA', people: 37 },
      ],
    );
    hold(
      { participants: null, actualFrom: '2016-02-10' },
      [],
      [
        { dimension: 'sex', key: 'female', people: 14 },
        { dimension: 'sex', key: 'male', people: 9 },
        { dimension: 'country', key: 'UA', people: 20 },
      ],
    );
    hold({ participants: 1000, status: 'planned', plannedFrom: '2016-02-10' });
    expect((await get(all)).actual).toBe(100);
    expect(await get(women)).toMatchObject({ actual: 14, byKey: [{ key: 'female', value: 14 }] });
    expect(await get(countries)).toMatchObject({
      actual: 770,
      counted: { records: 1 },
      byKey: [
        { key: 'LT', value: 400 },
        { key: 'UA', value: 370 },
      ],
    });
  });

  it('counts each community once, when it was first reached, and never a whole region', async () => {
    const id = await counted({ count: 'communities', kinds: [], territory: null });
    const here = await counted({ count: 'communities', kinds: [], territory: sumy });
    const other = 'UA59080050000061215';
    const both = hold({ title: 'Кампанія', actualFrom: '2016-03-01' }, [
      { territory, heldOn: '2016-02-01' },
      { territory: other, status: 'held', heldOn: '2016-08-01' },
      { territory: 'UA59080070000062635', status: 'missed' },
      { territory: sumy },
    ]);
    hold({ title: 'Столи', actualFrom: '2016-09-01' }, [{ territory }, { territory: 'UA80000000000093317' }]);
    hold({ title: 'Триває', status: 'planned', plannedFrom: '2016-10-01' }, [
      { territory: 'UA59080090000092991', status: 'held', heldOn: '2016-10-05' },
      { territory: 'UA59080110000034361' },
    ]);
    const view = await get(id);
    expect(view).toMatchObject({ actual: 4, counted: { records: 3 } });
    expect(view.series.map(({ value }) => value)).toEqual([0, 1, 3]);
    expect(view.records.find((record) => record.id === both)).toMatchObject({ counts: 2, on: '2016-08-01' });
    expect(view.byTerritory.find((each) => each.territory === sumy)?.value).toBe(3);
    expect(await get(here)).toMatchObject({ actual: 3 });
    const activities = await counted({ count: 'activities', kinds: [], territory: sumy });
    expect((await get(activities)).actual).toBe(2);
  });

  it('counts the meetings and decisions of its group within its term', async () => {
    const meet = (heldOn: string, fields: Partial<typeof meeting.$inferInsert> = {}) =>
      test.workspace.ledger.write(test.author, { label: 'test' }, (w) => {
        const id = w.insert(meeting, { groupId: test.group.id, status: 'signed', number: '1', heldOn, ...fields });
        const itemId = w.insert(agendaItem, { meetingId: id });
        const one = w.insert(decision, { itemId, text: `Рішення ${heldOn}` });
        w.insert(decision, { itemId, text: 'Друге' });
        w.insert(decision, { itemId, kind: 'information', text: 'Інформацію взято до відома' });
        w.insert(execution, { id: one, decisionId: one, status: 'done' });
        return id;
      });
    const all = await counted({ count: 'meetings', groupId: null, kinds: [] });
    const extra = await counted({ count: 'meetings', groupId: test.group.id, kinds: ['extraordinary'] });
    const decisions = await counted({ count: 'decisions', groupId: null, done: false });
    const done = await counted({ count: 'decisions', groupId: test.group.id, done: true });
    meet('2015-09-30');
    meet('2015-10-01');
    meet('2016-05-05', { kind: 'extraordinary', status: 'draftMinutes', title: 'Про кампанію' });
    meet('2016-06-05', { status: 'cancelled' });
    meet('2016-12-05', { status: 'planned' });
    expect(await get(all)).toMatchObject({ actual: 2, counted: { records: 2 } });
    expect(await get(extra)).toMatchObject({ actual: 1, records: [{ entity: 'meeting', title: '1 · Про кампанію' }] });
    expect(await get(decisions)).toMatchObject({ actual: 4 });
    expect(await get(done)).toMatchObject({
      actual: 2,
      records: [{ title: 'Рішення 2016-05-05' }, { title: 'Рішення 2015-10-01' }],
    });
  });

  it('with a rule of a newer program has no figures, and none can be entered', async () => {
    const id = test.workspace.ledger.write(test.author, { label: 'test' }, (w) =>
      w.insert(indicator, { projectId, rule: '{"count":"stars"}' }),
    );
    expect(await get(id)).toMatchObject({ rule: null, counted: null, actual: null });
    expect(await refusalCode(() => set(id, '2016', 1))).toBe('indicatorCounted');
  });

  it('leaves out values of periods that are none', async () => {
    const id = await add();
    test.workspace.ledger.write(test.author, { label: 'test' }, (w) =>
      w.insert(indicatorValue, { indicatorId: id, period: 'колись', value: 4 }),
    );
    expect(await get(id)).toMatchObject({ actual: null });
    expect(await test.projects.indicators({ projectId })).toMatchObject([{ actual: null }]);
  });
});
