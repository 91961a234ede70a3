import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workingGroup } from '../../../electron/core/directory/tables.ts';
import { memorandum, memorandumParty, obligation } from '../../../electron/core/memoranda/tables.ts';
import { todayProcedures } from '../../../electron/core/today/procedures.ts';
import { setting } from '../../../electron/core/workspace/tables.ts';
import { addDays } from '../../../shared/dates.ts';
import { stateOn, termOn } from '../../../shared/rules/memorandumLifecycle.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

// A Monday.
const day = '2026-11-16';
let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;

const client = () =>
  createRouterClient({ today: todayProcedures(core.core, () => 0) }, { context: { session: 'test' } }).today;
const get = (limit = 12) => client().get({ limit, language: 'uk' });
const write = (act: Parameters<TestWorkspace['workspace']['ledger']['write']>[2]) =>
  made.workspace.ledger.write(made.author, { label: 'test.write' }, act);

beforeEach(async () => {
  made = await makeWorkspace({ at: `${day} 10:00` });
  core = makeCore(made);
  group = makeGroup(made);
});
afterEach(() => made.remove());

const plan = async (heldOn: string | null, more: { title?: string; startsAt?: string } = {}) =>
  (await core.meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn, ...more })).id;

/** A signed memorandum with one obligation, in force from the beginning of 2026. */
const sign = (fields: Partial<typeof memorandum.$inferInsert>, dueOn: string | null = null): string =>
  made.workspace.ledger.write(made.author, { label: 'test.sign' }, (w) => {
    const id = w.insert(memorandum, {
      title: 'Про співпрацю',
      number: 'М-1',
      status: 'signed',
      signedOn: '2026-01-01',
      ...fields,
    });
    const partyId = w.insert(memorandumParty, { memorandumId: id, nameText: 'Рада', shortName: 'Рада' });
    if (dueOn !== null) w.insert(obligation, { memorandumId: id, partyId, text: 'Оновити перелік послуг', dueOn });
    return id;
  });

describe('today', () => {
  it('says of a new workspace that nothing is there yet', async () => {
    write((w) => w.remove(workingGroup, group.id));
    const view = await get();
    expect(view.has).toEqual({ groups: false, meetings: false, projects: false });
    expect(view.ribbon.map((each) => each.day)).toEqual(Array.from({ length: 14 }, (_, at) => addDays(day, at)));
    expect(view.counts).toEqual({
      unfinished: 0,
      overdue: 0,
      week: 0,
      soon: 0,
      later: 0,
      drafts: 0,
      underApproval: 0,
      undecided: 0,
      memoranda: 0,
    });
    expect(await client().notice()).toBeNull();
  });

  it('lists decisions and obligations as overdue, soon and later, each once and in order', async () => {
    await holdMeeting(core, made, group, {
      on: '2026-10-01',
      dueOn: '2026-11-10',
      decision: 'Призначити відповідальних',
    });
    await holdMeeting(core, made, group, { on: '2026-10-08', dueOn: day });
    await holdMeeting(core, made, group, { on: '2026-10-15', dueOn: '2026-11-29' });
    await holdMeeting(core, made, group, { on: '2026-10-22', dueOn: '2026-11-30' });
    sign({ validity: 'openEnded' }, '2026-11-14');
    made.clock.set(`${day} 10:00`);
    const view = await get();
    expect(view.overdue.map(({ kind, dueOn, daysLeft, state }) => [kind, dueOn, daysLeft, state])).toEqual([
      ['decision', '2026-11-10', -6, 'overdue'],
      ['obligation', '2026-11-14', -2, 'overdue'],
    ]);
    expect(view.overdue[0]).toMatchObject({ text: 'Призначити відповідальних' });
    expect(view.overdue[1]).toMatchObject({ number: 'М-1/1', who: 'Рада' });
    expect(view.soon.map(({ dueOn, daysLeft }) => [dueOn, daysLeft])).toEqual([
      [day, 0],
      ['2026-11-29', 13],
    ]);
    expect(view.later.map(({ dueOn }) => dueOn)).toEqual(['2026-11-30']);
    expect(view.counts).toMatchObject({ unfinished: 5, overdue: 2, week: 1, soon: 2, later: 1 });
    expect(view.ribbon.filter(({ due }) => due > 0).map((each) => [each.day, each.due])).toEqual([
      [day, 1],
      ['2026-11-29', 1],
    ]);
    expect((await get(1)).overdue).toHaveLength(1);
    expect(await client().counts()).toMatchObject({ overdue: 2, unfinished: 4 });
  });

  it('lets go of what is done and of what a memorandum that has ended asked for', async () => {
    const { decisionId } = await holdMeeting(core, made, group, { on: '2026-10-01', dueOn: '2026-11-10' });
    sign({ validity: 'fixed', endsOn: '2026-11-15' }, '2026-11-14');
    made.clock.set(`${day} 10:00`);
    expect((await get()).counts.overdue).toBe(1);
    await core.decisions.setExecution({ id: decisionId, status: 'done' });
    expect((await get()).overdue).toEqual([]);
  });

  it('puts the meeting in session first, then the next ones, and those without a day last', async () => {
    const late = await plan('2026-11-26', { startsAt: '14:00' });
    const undated = await plan(null);
    const morning = await plan('2026-11-18', { startsAt: '10:00', title: 'Круглий стіл' });
    const past = await plan('2026-11-02');
    const begun = await plan('2026-11-13', { startsAt: '09:00' });
    const { id: itemId } = await core.meetings.addItem({ meetingId: morning, title: 'Про стан', at: null });
    await core.meetings.start({ id: begun, at: made.clock.instant() });
    const view = await get();
    expect(view.meetings.map(({ id }) => id)).toEqual([begun, morning, late, undated]);
    expect(view.meetings.map(({ id }) => id)).not.toContain(past);
    expect(view.meetings[1]).toMatchObject({ title: 'Круглий стіл', items: 1, invited: 5, coming: 0, group: 'ОРГ' });
    expect(itemId).toBeTruthy();
    expect(view.ribbon.find((each) => each.day === '2026-11-18')?.meetings).toEqual([
      { id: morning, startsAt: '10:00', title: 'Круглий стіл', kind: 'ordinary' },
    ]);
    await core.meetings.cancel({ id: morning, reason: 'Тривога' });
    expect((await get()).meetings.map(({ id }) => id)).toEqual([begun, late, undated]);
  });

  it('shows minutes until they are signed, with their answers and working days', async () => {
    const { id } = await holdMeeting(core, made, group, { on: '2026-11-05' });
    made.clock.set(`${day} 10:00`);
    const draft = await get();
    expect(draft.minutes).toMatchObject([{ id, status: 'draftMinutes', workingDays: 7, asked: 0 }]);
    expect(draft.counts).toMatchObject({ drafts: 1, underApproval: 0 });
    await core.meetings.circulate({ id, on: day, remarksUntil: '2026-11-19' });
    const [first] = (await core.meetings.get({ id })).approvals;
    await core.meetings.setApproval({ id: first?.id ?? '', state: 'approved', answeredOn: null });
    await core.meetings.addRemark({
      meetingId: id,
      personId: null,
      authorText: 'Учасник',
      itemId: null,
      text: 'Уточнити',
      receivedOn: day,
    });
    const waiting = await get();
    expect(waiting.minutes).toMatchObject([
      { status: 'underApproval', approved: 1, asked: 5, remarksPending: 1, remarksUntil: '2026-11-19' },
    ]);
    expect(waiting.ribbon.find((each) => each.day === '2026-11-19')?.remarks).toBe(1);
    expect(await client().counts()).toMatchObject({ minutesWaiting: 1 });
  });

  it('counts public holidays as working days only while the setting says so', async () => {
    made.clock.set('2026-12-28 10:00');
    await holdMeeting(core, made, group, { on: '2026-12-24' });
    made.clock.set('2026-12-24 12:00');
    const before = await get();
    expect(before.ribbon[1]).toMatchObject({ day: '2026-12-25', working: true, holiday: 'Різдво Христове' });
    made.clock.set('2026-12-28 10:00');
    expect((await get()).minutes[0]?.workingDays).toBe(2);
    write((w) => w.insert(setting, { id: 'holidaysAreWorkingDays', value: 'false' }));
    expect((await get()).minutes[0]?.workingDays).toBe(1);
    made.clock.set('2026-12-24 12:00');
    expect((await get()).ribbon[1]).toMatchObject({ working: false, holiday: 'Різдво Христове' });
  });

  it('brings a memorandum to mind sixty days before its notice date, then before its end', async () => {
    const id = sign({ validity: 'fixed', endsOn: '2027-05-31', noticeMonths: 6 });
    // The last day for notice is 30 November 2026.
    for (const [on, expected] of [
      ['2026-09-30', []],
      ['2026-10-01', [[60, '2026-11-30']]],
      ['2026-11-30', [[0, '2026-11-30']]],
      ['2026-12-01', []],
      ['2027-04-01', [[60, null]]],
      ['2027-05-31', [[0, null]]],
      ['2027-06-01', []],
    ] as const) {
      made.clock.set(`${on} 10:00`);
      expect(
        (await get()).memoranda.map(({ daysLeft, noticeOn }) => [daysLeft, noticeOn]),
        on,
      ).toEqual(expected);
    }
    made.clock.set('2026-11-16 10:00');
    expect((await get()).memoranda).toEqual([
      { id, title: 'Про співпрацю', parties: 'Рада', noticeOn: '2026-11-30', endsOn: '2027-05-31', daysLeft: 14 },
    ]);
    expect(await client().counts()).toMatchObject({ memorandaNearNotice: 1 });
  });

  it('asks again in each term of a memorandum that renews itself, and never of an open-ended or a draft one', async () => {
    sign({ validity: 'autoRenewing', endsOn: '2026-12-31', renewMonths: 12, noticeMonths: 1 });
    sign({ validity: 'openEnded' });
    sign({ validity: 'fixed', endsOn: '2026-12-01', status: 'draft', signedOn: null });
    const near = async (on: string) => {
      made.clock.set(`${on} 10:00`);
      return (await get()).memoranda.map(({ noticeOn, endsOn }) => [noticeOn, endsOn]);
    };
    expect(await near('2026-11-16')).toEqual([['2026-11-30', '2026-12-31']]);
    expect(await near('2026-12-15')).toEqual([]);
    expect(await near('2028-11-16')).toEqual([['2028-11-30', '2028-12-31']]);
  });

  it('finds exactly those that are near by the rule of their terms, whatever the terms', async () => {
    const facts = Array.from({ length: 150 }, (_, n) => ({
      validity: n % 3 === 0 ? ('fixed' as const) : ('autoRenewing' as const),
      signedOn: '2020-01-01',
      endsOn: addDays('2020-06-01', (n * 37) % 3000),
      renewMonths: n % 7 === 0 ? null : 1 + (n % 26),
      noticeMonths: n % 5 === 0 ? null : n % 13,
    }));
    const ids = facts.map((each) => sign(each));
    for (const on of ['2022-02-28', '2024-02-29', '2026-01-31', '2026-11-16']) {
      made.clock.set(`${on} 10:00`);
      const expected = facts.flatMap((each, at) => {
        const whole = { ...each, status: 'signed' as const, startsOn: null, terminatedOn: null, supersededFrom: null };
        if (stateOn(whole, on) !== 'inForce') return [];
        const { noticeOn, endsOn } = termOn(whole, on);
        const isLast = each.validity === 'fixed' || each.renewMonths === null;
        const near = noticeOn !== null && noticeOn >= on ? noticeOn : isLast ? endsOn : null;
        return near !== null && near <= addDays(on, 60) ? [ids[at]] : [];
      });
      const { memoranda } = await get(200);
      expect(new Set(memoranda.map(({ id }) => id)), on).toEqual(new Set(expected));
      expect(memoranda).toHaveLength(expected.length);
      expect(expected.length).toBeGreaterThan(2);
    }
  });

  it('gives the notice numbers and no word of any record', async () => {
    await holdMeeting(core, made, group, { on: '2026-11-05', dueOn: '2026-11-10', decision: 'Таємне рішення' });
    await plan(day, { startsAt: '15:00', title: 'Таємне засідання' });
    sign({ validity: 'fixed', endsOn: '2026-12-01' }, '2026-11-20');
    made.clock.set(`${day} 08:00`);
    const notice = await client().notice();
    expect(notice).toEqual({ day, overdue: 1, soon: 1, meetings: 1, minutes: 1, memoranda: 1 });
  });
});
