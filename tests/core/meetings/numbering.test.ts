import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateGroup } from '../../../electron/core/directory/groups.ts';
import { meeting } from '../../../electron/core/meetings/tables.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup } from '../../fixtures/group.ts';
import { holdMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;

beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-03-12 09:00' });
  core = makeCore(made);
});
afterEach(() => made.remove());

const plan = (groupId: string, heldOn: string | null) =>
  core.meetings.create({ groupId, copyFrom: null, template: null, heldOn });
const numberOf = async (id: string) => (await core.meetings.get({ id })).number;
const sign = (id: string, number: string | null = null) => core.meetings.sign({ id, on: '2026-12-31', number });

describe('numbers of meetings', () => {
  it('are given once however many pages plan at the same moment', async () => {
    const group = makeGroup(made, { pattern: '{n}' });
    const planned = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        core.page(`page ${index}`).meetings.create({
          groupId: group.id,
          copyFrom: null,
          template: null,
          heldOn: '2026-05-05',
        }),
      ),
    );
    const numbers = await Promise.all(planned.map(({ id }) => numberOf(id)));
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 12 }, (_, n) => `${n + 1}`));
  });

  it('begin anew each year, or with each term', async () => {
    const yearly = makeGroup(made, { pattern: '{yy}-{nn}' });
    const ids = [
      await plan(yearly.id, '2026-11-01'),
      await plan(yearly.id, '2027-01-15'),
      await plan(yearly.id, '2026-12-01'),
    ];
    expect(await Promise.all(ids.map(({ id }) => numberOf(id)))).toEqual(['26-01', '27-01', '26-02']);
    const byTerm = makeGroup(made, { pattern: '{n}', period: 'term', termStartsOn: '2026-06-01' });
    const terms = [
      await plan(byTerm.id, '2026-05-30'),
      await plan(byTerm.id, '2026-06-02'),
      await plan(byTerm.id, '2027-03-01'),
    ];
    expect(await Promise.all(terms.map(({ id }) => numberOf(id)))).toEqual(['1', '1', '2']);
  });

  it('wait for a day, are given back by a cancelled meeting and follow a changed pattern at signing', async () => {
    const group = makeGroup(made, { pattern: '{n}' });
    const { id: dateless } = await plan(group.id, null);
    expect(await numberOf(dateless)).toBe('');
    const { id: first } = await plan(group.id, '2026-03-01');
    await core.meetings.cancel({ id: first, reason: 'карантин' });
    const held = await holdMeeting(core, made, group);
    expect(await numberOf(held.id)).toBe('1');
    updateGroup(made.workspace, made.author, group.id, { numberingPattern: 'КР-{n:3}' });
    expect(
      (await core.meetings.readiness({ id: held.id })).find(({ code }) => code === 'numberWillChange'),
    ).toMatchObject({
      params: { from: '1', to: 'КР-001' },
    });
    expect((await sign(held.id)).number).toBe('КР-001');
    await core.meetings.reinstate({ id: first });
    expect(await numberOf(first)).toBe('КР-002');
  });

  it('may be given at signing, but never those of other minutes; planned meetings give way', async () => {
    const group = makeGroup(made, { pattern: '{n}' });
    const a = await holdMeeting(core, made, group);
    const b = await holdMeeting(core, made, group, { on: '2026-04-09' });
    const { id: planned } = await plan(group.id, '2026-05-14');
    expect([await numberOf(a.id), await numberOf(b.id), await numberOf(planned)]).toEqual(['1', '2', '3']);
    expect(await refusalOf(() => sign(a.id, ' 2 '))).toMatchObject({
      code: 'numberTaken',
      field: 'number',
      params: { number: '2', day: '2026-04-09' },
    });
    expect((await sign(a.id, '3')).number).toBe('3');
    expect(await numberOf(planned)).toBe('4');
    expect(await refusalOf(() => sign(b.id, '3'))).toMatchObject({ code: 'numberTaken' });
    expect((await sign(b.id, '2-а')).number).toBe('2-а');
    const { id: next } = await plan(group.id, '2026-06-11');
    expect(await numberOf(next)).toBe('5');
    const later = await holdMeeting(core, made, group, { on: '2026-07-09' });
    expect(await refusalOf(() => sign(later.id, '2-А'))).toMatchObject({ code: 'numberTaken' });
  });

  it('move on at signing where another agency has signed the same number meanwhile', async () => {
    const group = makeGroup(made, { pattern: '{n}/{yyyy}' });
    const ours = await holdMeeting(core, made, group);
    const theirs = await holdMeeting(core, made, group, { on: '2026-03-19' });
    // As a merge leaves it: both devices had reserved the first number.
    made.workspace.ledger.write(made.author, { label: 'test.merge' }, (w) =>
      w.update(meeting, theirs.id, { sequence: 1, number: '1/2026' }),
    );
    expect((await sign(theirs.id)).number).toBe('2/2026');
    expect((await sign(ours.id)).number).toBe('1/2026');
    expect(await numberOf(theirs.id)).toBe('2/2026');
  });
});
