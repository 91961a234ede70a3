import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { decisionEntry, write } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;

beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-03-12 09:00' });
  core = makeCore(made);
});
afterEach(() => made.remove());

async function open(group: TestGroup, present: number) {
  const { id } = await core.meetings.create({
    groupId: group.id,
    copyFrom: null,
    template: null,
    heldOn: '2026-03-12',
  });
  const people = (await core.meetings.get({ id })).participants.map((one) => one.id);
  for (const participantId of people.slice(0, present))
    await core.meetings.setAttendance({ participantId, attendance: 'present', at: null });
  made.clock.set('2026-03-12 10:00');
  await core.meetings.start({ id, at: made.clock.instant() });
  return { id, people };
}
const quorumOf = async (id: string) => (await core.meetings.get({ id })).quorum;

describe('quorum of a meeting', () => {
  it('moves with those who come late, leave and come back, and says who moved it', async () => {
    const group = makeGroup(made, { members: 5 });
    const { id, people } = await open(group, 2);
    const [, second = '', third = '', fourth = ''] = people;
    expect(await quorumOf(id)).toMatchObject({ seats: 5, present: 2, required: 3, reached: false });
    await core.meetings.arrive({ participantId: third, at: '10:15' });
    expect(await quorumOf(id)).toMatchObject({ present: 3, reached: true });
    await core.meetings.leave({ participantId: second, at: '10:40' });
    expect(await quorumOf(id)).toMatchObject({ present: 2, reached: false });
    await core.meetings.arrive({ participantId: second, at: '10:55' });
    await core.meetings.setAttendance({ participantId: fourth, attendance: 'remote', at: '10:55' });
    const { history, ...now } = await quorumOf(id);
    expect(now).toMatchObject({ present: 4, reached: true });
    expect(
      history.map(({ at, present, reached, came, left }) => [at, present, reached, came.length, left.length]),
    ).toEqual([
      ['10:00', 2, false, 2, 0],
      ['10:15', 3, true, 1, 0],
      ['10:40', 2, false, 0, 1],
      ['10:55', 4, true, 2, 0],
    ]);
    expect(history[1]?.came).toEqual(['Учасник3 Проба Тестівна']);
    made.clock.set('2026-03-12 11:00');
    await core.meetings.finish({ id, at: made.clock.instant() });
    await core.meetings.leave({ participantId: third, at: '11:00' });
    expect(await quorumOf(id)).toMatchObject({ present: 4, reached: true });
  });

  it('forgets a coming that is taken back within the minute, and nothing else of that person', async () => {
    const { id, people } = await open(makeGroup(made, { members: 3 }), 2);
    const [first = ''] = people;
    await core.meetings.leave({ participantId: first, at: '10:20' });
    await core.meetings.arrive({ participantId: first, at: '10:40' });
    await core.meetings.leave({ participantId: first, at: '10:40' });
    const spans = (await core.meetings.get({ id })).participants.find((one) => one.id === first)?.spans;
    expect(spans?.map(({ fromAt, untilAt }) => [fromAt, untilAt])).toEqual([[null, '10:20']]);
  });

  it('is of seats: two people for one seat count once, a stand-in sits on the seat of the member', async () => {
    const group = makeGroup(made, { members: 3, quorumKind: 'twoThirds' });
    const { id, people } = await open(group, 1);
    const standIn = await core.meetings.addParticipant({
      meetingId: id,
      role: 'guest',
      personId: null,
      nameText: 'Заступниця',
      positionText: '',
      organisationId: null,
      seatId: null,
      insteadOfId: group.people[2] ?? null,
    });
    const listed = await core.meetings.get({ id });
    expect(listed.participants.find((one) => one.id === standIn.id)).toMatchObject({
      role: 'member',
      seatId: group.seats[2],
      organisationId: group.organisations[2],
      votes: true,
      insteadOf: 'Учасник3 Проба Тестівна',
    });
    expect(listed.participants.find((one) => one.id === people[2])).toMatchObject({ answer: 'substitute' });
    await core.meetings.arrive({ participantId: standIn.id, at: '10:05' });
    expect(await quorumOf(id)).toMatchObject({ seats: 3, required: 2, present: 2, reached: true });
    await core.meetings.arrive({ participantId: people[2] ?? '', at: '10:10' });
    expect(await quorumOf(id)).toMatchObject({ present: 2 });
  });

  it('counts neither guests nor advisers, and each member for himself where the group has no seats', async () => {
    const group = makeGroup(made, { members: 3, seats: false, quorumKind: 'fixed', quorumFixed: 2 });
    const { id, people } = await open(group, 2);
    expect(await quorumOf(id)).toMatchObject({ seats: 3, present: 2, required: 2, reached: true });
    await core.meetings.updateParticipant({ id: people[1] ?? '', patch: { role: 'adviser' } });
    expect(await quorumOf(id)).toMatchObject({ seats: 2, present: 1, reached: false });
  });

  it('is checked again after a break', async () => {
    const group = makeGroup(made, { members: 3 });
    const { id, people } = await open(group, 2);
    const { clock } = made;
    clock.set('2026-03-12 10:20');
    await core.meetings.startBreak({ meetingId: id, at: clock.instant(), reason: 'alarm' });
    await core.meetings.leave({ participantId: people[1] ?? '', at: '10:20' });
    clock.set('2026-03-12 11:00');
    expect(await core.meetings.endBreak({ meetingId: id, at: clock.instant() })).toEqual({ quorumReached: false });
    await core.meetings.startBreak({ meetingId: id, at: clock.instant(), reason: 'power' });
    await core.meetings.arrive({ participantId: people[1] ?? '', at: '11:05' });
    clock.set('2026-03-12 11:10');
    expect(await core.meetings.endBreak({ meetingId: id, at: clock.instant() })).toEqual({ quorumReached: true });
  });

  it('takes a mistaken attendance back without a trace in the room', async () => {
    const group = makeGroup(made, { members: 3 });
    const { id, people } = await open(group, 2);
    const participantId = people[1] ?? '';
    await core.meetings.setAttendance({ participantId, attendance: 'absent', at: null });
    expect(await quorumOf(id)).toMatchObject({ present: 1 });
    expect((await core.meetings.get({ id })).participants[1]).toMatchObject({ spans: [], inRoom: false });
    await core.meetings.setAttendance({ participantId, attendance: 'present', at: '10:30' });
    await core.meetings.setAttendance({ participantId, attendance: 'present', at: '10:20' });
    expect((await core.meetings.get({ id })).participants[1]?.spans).toMatchObject([
      { fromAt: '10:20', untilAt: null },
    ]);
    await core.meetings.leave({ participantId, at: '10:40' });
    await core.meetings.setAttendance({ participantId, attendance: 'present', at: null });
    expect((await core.meetings.get({ id })).participants[1]?.spans).toMatchObject([
      { fromAt: '10:20', untilAt: null },
    ]);
  });
});

describe('a decision without a quorum', () => {
  it('is known by the time its item had the floor, and needs a reason before signing', async () => {
    const group = makeGroup(made, { members: 3 });
    const { id, people } = await open(group, 2);
    const { clock } = made;
    const first = await core.meetings.addItem({ meetingId: id, title: 'Перше', at: null });
    const second = await core.meetings.addItem({ meetingId: id, title: 'Друге', at: null });
    const [withQuorum, without] = [decisionEntry('Перше рішення.'), decisionEntry('Друге рішення.')];
    await core.meetings.startItem({ itemId: first.id, at: clock.instant() });
    clock.set('2026-03-12 10:20');
    await write(core, first.id, withQuorum);
    await core.meetings.startItem({ itemId: second.id, at: clock.instant() });
    // Leaves in the very minute in which the second item begins: was there for the first.
    await core.meetings.leave({ participantId: people[1] ?? '', at: '10:20' });
    clock.set('2026-03-12 10:40');
    await write(core, second.id, without);
    for (const { id: decisionId } of [withQuorum, without])
      await core.decisions.update({ id: decisionId, patch: { voteMode: 'consensus' } });
    await core.meetings.finish({ id, at: clock.instant() });
    expect(await core.decisions.get({ id: withQuorum.id })).toMatchObject({ quorumReached: true, eligibleSeats: 2 });
    expect(await core.decisions.get({ id: without.id })).toMatchObject({ quorumReached: false, eligibleSeats: 1 });
    expect(await refusalOf(() => core.meetings.sign({ id, on: '2026-03-13', number: null }))).toMatchObject({
      code: 'noQuorumReasonMissing',
      params: { number: '2.1', present: 1, required: 2 },
    });
    await core.decisions.update({ id: without.id, patch: { noQuorumReason: 'Невідкладне питання.' } });
    await core.meetings.sign({ id, on: '2026-03-13', number: null });
    expect((await core.meetings.get({ id })).status).toBe('signed');
  });

  it('is not made of a meeting whose minutes are put in on another day', async () => {
    const group = makeGroup(made, { members: 3 });
    const { id } = await core.meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-03-02',
      startsAt: '10:00',
      endsAt: '11:00',
    });
    const { id: itemId } = await core.meetings.addItem({ meetingId: id, title: 'Перше', at: null });
    made.clock.set('2026-03-12 18:00');
    await core.meetings.start({ id, at: made.clock.instant() });
    await core.meetings.startItem({ itemId, at: made.clock.instant() });
    for (const one of (await core.meetings.get({ id })).participants) {
      await core.meetings.setAttendance({ participantId: one.id, attendance: 'present', at: null });
      await core.meetings.leave({ participantId: one.id, at: '11:00' });
    }
    const decided = decisionEntry('Рішення.');
    await write(core, itemId, decided);
    made.clock.set('2026-03-12 18:30');
    await core.meetings.finish({ id, at: made.clock.instant() });
    expect(await core.meetings.get({ id })).toMatchObject({ openedAt: '10:00', closedAt: '11:00' });
    expect(await core.decisions.get({ id: decided.id })).toMatchObject({ quorumReached: true, eligibleSeats: 3 });
    await core.meetings.update({ id, patch: { openedAt: '10:05', closedAt: '11:10' } });
    expect(await core.meetings.get({ id })).toMatchObject({ openedAt: '10:05', closedAt: '11:10' });
  });
});
