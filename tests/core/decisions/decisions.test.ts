import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, makeHome, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, type HeldMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let held: HeldMeeting;
let decisionId: string;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { members: 4 });
  makeHome(made, group);
  made.author.person = group.people[1] ?? '';
  core = makeCore(made);
  held = await holdMeeting(core, made, group);
  ({ decisionId } = held);
});
afterEach(() => made.remove());

const get = () => core.decisions.get({ id: decisionId });
const update = (patch: object) => core.decisions.update({ id: decisionId, patch });
const ballots = (...choices: ('for' | 'against' | 'abstained' | 'recused' | 'notVoted')[]) =>
  core.decisions.setBallots({
    id: decisionId,
    ballots: choices.map((choice, index) => ({ participantId: held.participants[index] ?? '', choice })),
  });

describe('a vote', () => {
  it('by counts must be possible in the group; by consensus it has none', async () => {
    await update({ voteMode: 'counts', votesFor: 3, votesAgainst: 1, votesAbstained: 0 });
    expect(await get()).toMatchObject({ voteMode: 'counts', votesFor: 3, votesAgainst: 1 });
    expect(await refusalOf(() => update({ votesAbstained: 1 }))).toMatchObject({
      code: 'voteMoreThanSeats',
      params: { votes: 5, seats: 4 },
      field: 'votesFor',
    });
    await update({ voteMode: 'consensus' });
    expect(await get()).toMatchObject({ votesFor: null, votesAgainst: null, votesAbstained: null });
  });

  it('by roll call counts itself, one voice a seat, and a secret ballot keeps no voices', async () => {
    await ballots('for', 'against', 'for', 'recused');
    expect(await get()).toMatchObject({
      voteMode: 'rollCall',
      votesFor: 2,
      votesAgainst: 1,
      votesAbstained: 0,
      eligibleSeats: 3,
      ballots: [
        { name: 'Учасник1 Проба Тестівна', choice: 'for' },
        { choice: 'against' },
        { choice: 'for' },
        { choice: 'recused' },
      ],
    });
    await update({ votesFor: 4 });
    expect((await get()).votesFor).toBe(2);
    await ballots('against', 'against', 'for', 'recused');
    expect(await get()).toMatchObject({ votesFor: 1, votesAgainst: 2 });
    await update({ voteMode: 'secret', votesFor: 3, votesAgainst: 0, votesAbstained: 0 });
    const secret = await get();
    expect(secret.ballots.map(({ choice }) => choice)).toEqual(['recused']);
    expect(secret).toMatchObject({ voteMode: 'secret', votesFor: 3 });
    expect(await refusalCode(() => ballots('for'))).toBe('ballotsSecret');
    await ballots('recused');
    expect((await get()).voteMode).toBe('secret');
  });

  it('is refused for two voices of one seat, for a guest, for somebody twice and for a stranger', async () => {
    const listed = (more: object) =>
      core.meetings.addParticipant({
        meetingId: held.id,
        role: 'guest',
        personId: null,
        nameText: 'Гостя',
        positionText: '',
        organisationId: null,
        seatId: null,
        insteadOfId: null,
        ...more,
      });
    const guest = await listed({});
    const standIn = await listed({ nameText: 'Заступниця', insteadOfId: group.people[2] });
    const set = (...voices: { participantId: string; choice: 'for' }[]) =>
      refusalOf(() => core.decisions.setBallots({ id: decisionId, ballots: voices }));
    const voice = (participantId: string) => ({ participantId, choice: 'for' as const });
    expect(await set(voice(guest.id))).toMatchObject({ code: 'voteNotEligible', params: { name: 'Гостя' } });
    expect(await set(voice(held.participants[2] ?? ''), voice(standIn.id))).toMatchObject({
      code: 'voteDouble',
      params: { name: 'Заступниця' },
    });
    expect(await set(voice(held.participants[0] ?? ''), voice(held.participants[0] ?? ''))).toMatchObject({
      code: 'ballotTwice',
    });
    const other = await holdMeeting(core, made, group, { on: '2026-03-19' });
    expect(await set(voice(other.participants[0] ?? ''))).toMatchObject({ code: 'notFound' });
  });

  it('of somebody who was not there stands in the way of signing, not of typing', async () => {
    await ballots('for', 'for', 'for', 'for');
    await core.meetings.setAttendance({ participantId: held.participants[3] ?? '', attendance: 'absent', at: null });
    const findings = await core.meetings.readiness({ id: held.id });
    expect(findings.filter(({ blocking }) => blocking)).toEqual([
      {
        code: 'decisionVoteNotEligible',
        params: { number: '1.1', name: 'Учасник4 Проба Тестівна' },
        blocking: true,
      },
    ]);
    await update({ voteMode: 'counts', votesFor: 4, votesAgainst: 0, votesAbstained: 0 });
    expect((await core.meetings.readiness({ id: held.id }))[0]).toMatchObject({
      code: 'decisionVoteMoreThanSeats',
      params: { votes: 4, seats: 3 },
    });
    await core.meetings.update({ id: held.id, patch: { kind: 'correspondence' } });
    await core.meetings.setAttendance({ participantId: held.participants[3] ?? '', attendance: 'remote', at: '15:00' });
    expect((await core.meetings.readiness({ id: held.id })).filter(({ blocking }) => blocking)).toEqual([]);
  });

  it('cannot be taken from under somebody who is taken off the list', async () => {
    await ballots('for', 'against');
    const voter = held.participants[1] ?? '';
    expect(await refusalCode(() => core.meetings.removeParticipant({ id: voter }))).toBe('participantVoted');
    await ballots('for');
    await core.decisions.setDissent({ id: decisionId, participantId: voter, text: 'Окрема думка: рано.' });
    expect((await get()).dissents).toMatchObject([{ name: 'Учасник2 Проба Тестівна', text: 'Окрема думка: рано.' }]);
    expect(await refusalCode(() => core.meetings.removeParticipant({ id: voter }))).toBe('participantVoted');
    await core.decisions.setDissent({ id: decisionId, participantId: voter, text: '  ' });
    expect((await get()).dissents).toEqual([]);
    await core.meetings.removeParticipant({ id: voter });
    expect((await core.meetings.get({ id: held.id })).participants).toHaveLength(3);
  });
});

describe('assignees', () => {
  const organisation = (index: number) => ({
    organisationId: group.organisations[index] ?? null,
    personId: null,
    nameText: '',
  });

  it('are a set in an order; whoever stays keeps the record', async () => {
    await core.decisions.setAssignees({
      id: decisionId,
      assignees: [organisation(0), organisation(1), organisation(2)],
    });
    const before = (await get()).assignees;
    expect(before.map(({ shortName }) => shortName)).toEqual(['У1', 'У2', 'У3']);
    await core.decisions.setAssignees({
      id: decisionId,
      assignees: [
        organisation(2),
        { organisationId: null, personId: group.people[3] ?? null, nameText: '' },
        organisation(0),
        organisation(2),
        { organisationId: null, personId: null, nameText: ' усі члени групи ' },
      ],
    });
    const after = (await get()).assignees;
    expect(after.map(({ name }) => name)).toEqual([
      'Установа 3',
      'Учасник4 Проба Тестівна',
      'Установа 1',
      'усі члени групи',
    ]);
    expect([after[0]?.id, after[2]?.id]).toEqual([before[2]?.id, before[0]?.id]);
    await core.decisions.setAssignees({ id: decisionId, assignees: [] });
    expect((await get()).assignees).toEqual([]);
  });

  it('are somebody', async () => {
    expect(
      await refusalOf(() =>
        core.decisions.setAssignees({
          id: decisionId,
          assignees: [{ organisationId: null, personId: null, nameText: ' ' }],
        }),
      ),
    ).toMatchObject({ code: 'required', field: 'assignees' });
  });
});

describe('carrying out', () => {
  it('has a status and a deadline that can be moved, and a reason that is kept', async () => {
    await update({ dueOn: '2026-04-01' });
    made.clock.set('2026-04-02 09:00');
    expect((await get()).execution).toEqual({ status: 'open', dueOn: '2026-04-01', overdue: true });
    await core.decisions.setExecution({ id: decisionId, dueOn: '2026-05-01', reason: 'Очікуємо на кошти.' });
    expect(await get()).toMatchObject({ dueOn: '2026-04-01', execution: { dueOn: '2026-05-01', overdue: false } });
    expect(await core.decisions.notes({ id: decisionId })).toMatchObject([
      { notedOn: '2026-04-02', author: 'Учасник2 Проба Тестівна', text: 'Очікуємо на кошти.' },
    ]);
    const note = await core.decisions.addNote({ id: decisionId, notedOn: '2026-04-10', text: 'Виконано наполовину.' });
    expect((await core.decisions.notes({ id: decisionId })).map(({ id }) => id)[0]).toBe(note.id);
    await core.decisions.removeNote({ id: note.id });
    expect(await core.decisions.notes({ id: decisionId })).toHaveLength(1);
    await core.decisions.setExecution({ id: decisionId, dueOn: '2026-04-01', reason: 'Кошти надійшли.' });
    expect((await get()).execution).toMatchObject({ dueOn: '2026-04-01', overdue: true });
    await core.decisions.setExecution({ id: decisionId, status: 'done' });
    expect((await get()).execution).toMatchObject({ status: 'done', overdue: false });
    const history = made.workspace.ledger.history('execution', decisionId).map(({ field }) => field);
    expect(history.filter((field) => field === 'dueOn')).toHaveLength(2);
  });

  it('refuses deadlines that cannot be meant', async () => {
    expect(await refusalOf(() => update({ dueOn: '2026-03-11' }))).toMatchObject({
      code: 'dueBeforeMeeting',
      field: 'dueOn',
    });
    expect(await refusalCode(() => update({ dueOn: '2126-03-11' }))).toBe('dueTooFar');
    expect(await refusalCode(() => update({ dueOn: '2026-02-30' }))).toBe('dayMalformed');
    await update({ dueOn: held.id === '' ? null : '2026-03-12' });
    expect(await refusalCode(() => core.decisions.setExecution({ id: decisionId, dueOn: '2026-01-01' }))).toBe(
      'dueBeforeMeeting',
    );
    expect(await refusalCode(() => core.decisions.addNote({ id: decisionId, notedOn: '2026-04-31', text: 'x' }))).toBe(
      'dayMalformed',
    );
    await update({ kind: 'information' });
    expect(await refusalCode(() => core.decisions.setExecution({ id: decisionId, status: 'done' }))).toBe(
      'decisionIsInformation',
    );
  });
});
