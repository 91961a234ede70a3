import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, makeHome, type TestGroup } from '../../fixtures/group.ts';
import { decisionEntry, speechEntry, write } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;

beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-03-01 09:00' });
  group = makeGroup(made, { members: 5, pattern: '{n}/{yyyy}' });
  makeHome(made, group);
  core = makeCore(made);
});
afterEach(() => made.remove());

describe('the life of a meeting', () => {
  it('is held on the day it opens where it was planned for a later one', async () => {
    const small = makeGroup(made, { members: 3 });
    const { id } = await core.meetings.create({
      groupId: small.id,
      heldOn: '2026-12-10',
      startsAt: '10:00',
      copyFrom: null,
      template: null,
    });
    made.clock.set('2026-11-21 14:30');
    await core.meetings.start({ id, at: made.clock.instant() });
    expect(await core.meetings.get({ id })).toMatchObject({ heldOn: '2026-11-21', openedAt: '14:30', number: '1' });
  });

  it('goes from planning to signed minutes and a correction', async () => {
    const { meetings, decisions } = core;
    const { clock } = made;

    const { id } = await meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-03-12',
      startsAt: '10:00',
      endsAt: '12:00',
    });
    const planned = await meetings.get({ id });
    expect(planned).toMatchObject({
      status: 'planned',
      number: '1/2026',
      numberIsProvisional: true,
      place: 'мала зала',
      chairId: group.people[0],
      secretaryId: group.people[1],
      chair: 'Учасник1 Проба Тестівна',
    });
    expect(planned.participants.map(({ role, votes, shortName }) => [role, votes, shortName])).toEqual([
      ['chair', true, 'У1'],
      ['secretary', true, 'У2'],
      ['member', true, 'У3'],
      ['member', true, 'У4'],
      ['member', true, 'У5'],
    ]);
    expect(planned.quorum).toMatchObject({ seats: 5, present: 0, required: 3, reached: false });

    const first = await meetings.addItem({
      meetingId: id,
      title: 'Про координацію',
      at: null,
      rapporteurId: group.people[2],
      minutesPlanned: 20,
    });
    const second = await meetings.addItem({ meetingId: id, title: 'Різне', at: null });
    await meetings.moveItem({ id: second.id, to: 0 });
    expect((await meetings.get({ id })).itemRows.map(({ title, position }) => [title, position])).toEqual([
      ['Різне', 1],
      ['Про координацію', 2],
    ]);
    await meetings.moveItem({ id: second.id, to: 1 });

    const guest = await meetings.addParticipant({
      meetingId: id,
      role: 'guest',
      personId: null,
      nameText: 'Запрошена Особа',
      positionText: 'експертка',
      organisationId: null,
      seatId: null,
      insteadOfId: null,
    });
    const ids = (await meetings.get({ id })).participants.map((one) => one.id);
    await meetings.updateParticipant({ id: ids[4] ?? '', patch: { answer: 'notComing', answerNote: 'відрядження' } });
    for (const participantId of ids.slice(0, 4))
      await meetings.setAttendance({ participantId, attendance: 'present', at: null });

    clock.set('2026-03-12 10:02');
    await meetings.start({ id, at: clock.instant() });
    const opened = await meetings.get({ id });
    expect(opened).toMatchObject({ status: 'inSession', openedAt: '10:02', currentItemId: null });
    expect(opened.quorum).toMatchObject({ present: 4, required: 3, reached: true });
    expect(opened.participants.filter(({ inRoom }) => inRoom)).toHaveLength(4);

    await meetings.startItem({ itemId: first.id, at: clock.instant() });
    clock.advance(600);
    await meetings.startBreak({ meetingId: id, at: clock.instant(), reason: 'alarm' });
    expect((await meetings.get({ id })).onBreak).toEqual({ since: clock.instant(), reason: 'alarm' });
    clock.advance(1200);
    expect(await meetings.endBreak({ meetingId: id, at: clock.instant() })).toEqual({ quorumReached: true });
    const heard = speechEntry('Доповіла про координацію дій.', { kind: 'heard', speakerId: group.people[2] ?? null });
    const said = speechEntry('Підтримав пропозицію.', { speakerId: group.people[3] ?? null });
    const decided = decisionEntry('Подати звіт.');
    const noted = decisionEntry('Інформацію взято до відома.');
    await write(core, first.id, heard, said, decided, noted);
    await decisions.update({ id: noted.id, patch: { kind: 'information' } });
    await decisions.update({
      id: decided.id,
      patch: { dueOn: '2026-04-01', voteMode: 'counts', votesFor: 4, votesAgainst: 0, votesAbstained: 0 },
    });
    await decisions.setAssignees({
      id: decided.id,
      assignees: [{ organisationId: group.organisations[2] ?? null, personId: null, nameText: '' }],
    });
    clock.advance(300);
    await meetings.startItem({ itemId: second.id, at: clock.instant() });
    await write(core, second.id, speechEntry('Подякувала всім.', { speakerId: group.people[0] ?? null }));
    clock.advance(60);
    await meetings.finish({ id, at: clock.instant() });

    const drafted = await meetings.get({ id });
    expect(drafted).toMatchObject({ status: 'draftMinutes', closedAt: '10:38', currentItemId: null, decisions: 1 });
    expect(drafted.itemRows.map(({ secondsSpent, runningSince }) => [secondsSpent, runningSince])).toEqual([
      [900, null],
      [60, null],
    ]);
    expect(drafted.words).toBeGreaterThan(8);
    const words = await meetings.item({ id: first.id });
    expect(words.speeches.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['heard', 'Учасник3 Проба Тестівна'],
      ['speech', 'Учасник4 Проба Тестівна'],
    ]);
    expect(words.decisions.map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'decision'],
      [null, 'information'],
    ]);
    expect(words.decisions[0]?.assignees).toMatchObject([{ name: 'Установа 3', shortName: 'У3' }]);

    await meetings.setAttendance({ participantId: ids[4] ?? '', attendance: 'excused', at: null });
    await meetings.setAttendance({ participantId: guest.id, attendance: 'present', at: null });
    await meetings.circulate({ id, on: '2026-03-13', remarksUntil: '2026-03-18' });
    const circulated = await meetings.get({ id });
    expect(circulated.status).toBe('underApproval');
    expect(circulated.approvals.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'waiting'));
    await meetings.setApproval({ id: circulated.approvals[0]?.id ?? '', state: 'approved', answeredOn: '2026-03-14' });
    const remark = await meetings.addRemark({
      meetingId: id,
      personId: group.people[3] ?? null,
      authorText: '',
      itemId: first.id,
      text: 'Уточнити виступ.',
      receivedOn: '2026-03-15',
    });
    expect((await meetings.get({ id })).approvals[3]).toMatchObject({ state: 'remarks', answeredOn: '2026-03-15' });
    expect(await refusalCode(() => meetings.sign({ id, on: '2026-03-20', number: null }))).toBe('remarksPending');
    await meetings.settleRemark({ id: remark.id, outcome: 'accepted', outcomeText: 'Ураховано.' });

    clock.set('2026-03-20 15:00');
    expect((await meetings.readiness({ id })).filter(({ blocking }) => blocking)).toEqual([]);
    const { number, hash } = await meetings.sign({ id, on: '2026-03-20', number: null });
    expect(number).toBe('1/2026');
    const signed = await meetings.get({ id });
    expect(signed).toMatchObject({ status: 'signed', number: '1/2026', numberIsProvisional: false });
    expect(signed.signatures).toMatchObject([
      { hash, number: '1/2026', signedOn: '2026-03-20', chairName: 'Учасник1 Проба Тестівна' },
    ]);
    const snapshot = String(
      made.workspace.sqlite.prepare('SELECT snapshot FROM signature WHERE meetingId = ?').pluck().get(id),
    );
    expect(createHash('sha256').update(snapshot).digest('hex')).toBe(hash);
    expect(snapshot).toContain('Доповіла про координацію дій.');
    expect(await meetings.verify({ id })).toEqual({ intact: true, differs: [] });

    await meetings.addCorrection({
      meetingId: id,
      itemId: first.id,
      was: 'координацію дій',
      now: 'координацію заходів',
      reason: 'описка',
      on: '2026-04-02',
    });
    expect((await meetings.get({ id })).corrections).toMatchObject([{ number: '1', now: 'координацію заходів' }]);
    await decisions.setExecution({ id: decided.id, status: 'done' });
    expect((await decisions.get({ id: decided.id })).execution).toEqual({
      status: 'done',
      dueOn: '2026-04-01',
      overdue: false,
    });
    expect(await meetings.verify({ id })).toEqual({ intact: true, differs: [] });
  });

  it('is all there after the program was started anew', async () => {
    const { id } = await core.meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-03-12',
    });
    const before = await core.meetings.get({ id });
    await made.reopen();
    expect(await core.meetings.get({ id })).toEqual(before);
  });

  it('takes agenda, guests, place, time and kind from an earlier meeting, or an agenda from a template', async () => {
    const { meetings } = core;
    const { id: earlier } = await meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-03-12',
      startsAt: '14:00',
      kind: 'roundTable',
      place: 'бібліотека',
    });
    await meetings.addItem({ meetingId: earlier, title: 'Перше', minutesPlanned: 15, at: null, note: 'для себе' });
    await meetings.addItem({ meetingId: earlier, title: 'Друге', at: null });
    await meetings.addParticipant({
      meetingId: earlier,
      role: 'guest',
      personId: null,
      nameText: 'Гостя',
      positionText: '',
      organisationId: null,
      seatId: null,
      insteadOfId: null,
    });
    const { id } = await meetings.create({
      groupId: group.id,
      copyFrom: earlier,
      template: null,
      heldOn: '2026-04-09',
    });
    const copy = await meetings.get({ id });
    expect(copy).toMatchObject({ kind: 'roundTable', place: 'бібліотека', startsAt: '14:00', number: '2/2026' });
    expect(copy.itemRows.map(({ title, minutesPlanned, note }) => [title, minutesPlanned, note])).toEqual([
      ['Перше', 15, ''],
      ['Друге', null, ''],
    ]);
    expect(copy.participants.map(({ name }) => name)).toContain('Гостя');
    expect(copy.participants).toHaveLength(6);

    const template = await meetings.saveTemplate({ meetingId: earlier, title: 'Звичайний' });
    expect(await meetings.templates()).toMatchObject([{ id: template.id, kind: 'roundTable', items: [{}, {}] }]);
    const { id: fromTemplate } = await meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: template.id,
      heldOn: '2026-05-14',
    });
    const patterned = await meetings.get({ id: fromTemplate });
    expect(patterned.kind).toBe('roundTable');
    expect(patterned.itemRows.map(({ title }) => title)).toEqual(['Перше', 'Друге']);
    await meetings.removeTemplate({ id: template.id });
    expect(await meetings.templates()).toEqual([]);
  });

  it('can be cancelled with a reason, planned again and taken away', async () => {
    const { meetings } = core;
    const { id } = await meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn: '2026-03-12' });
    await meetings.cancel({ id, reason: 'тривога в області' });
    expect(await meetings.get({ id })).toMatchObject({
      status: 'cancelled',
      number: '',
      cancelReason: 'тривога в області',
    });
    await meetings.reinstate({ id });
    expect(await meetings.get({ id })).toMatchObject({ status: 'planned', number: '1/2026', cancelReason: '' });
    await meetings.remove({ id });
    expect(await refusalCode(() => meetings.get({ id }))).toBe('notFound');
  });

  it('goes back into session where it was closed too early, and its clocks go on', async () => {
    const { meetings } = core;
    const { clock } = made;
    const { id } = await meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn: '2026-03-12' });
    const { id: itemId } = await meetings.addItem({ meetingId: id, title: 'Перше', at: null });
    clock.set('2026-03-12 10:00');
    await meetings.start({ id, at: clock.instant() });
    await meetings.startItem({ itemId, at: clock.instant() });
    clock.advance(60);
    await meetings.finish({ id, at: clock.instant() });
    clock.advance(600);
    await meetings.reopen({ id });
    const again = await meetings.get({ id });
    expect(again).toMatchObject({ status: 'inSession', closedAt: null, currentItemId: itemId });
    expect(again.itemRows[0]).toMatchObject({ secondsSpent: 60, runningSince: clock.instant() });
    clock.advance(30);
    await meetings.finish({ id, at: clock.instant() });
    expect((await meetings.get({ id })).itemRows[0]?.secondsSpent).toBe(90);
  });

  it('takes its office holders and its number from the day it is moved to', async () => {
    const { meetings } = core;
    const { id } = await meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn: '2026-12-20' });
    const { id: other } = await meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2027-01-10',
    });
    await meetings.update({ id, patch: { heldOn: '2027-01-20' } });
    expect((await meetings.get({ id })).number).toBe('2/2027');
    expect((await meetings.get({ id: other })).number).toBe('1/2027');
    await meetings.update({ id, patch: { heldOn: null } });
    expect(await meetings.get({ id })).toMatchObject({ number: '', heldOn: null });
    await meetings.update({ id, patch: { heldOn: '2026-12-21' } });
    expect((await meetings.get({ id })).number).toBe('1/2026');
  });
});

describe('the list of meetings', () => {
  it('stands newest first, pages, filters, and finds words whatever their case and accents', async () => {
    const { meetings } = core;
    const other = makeGroup(made, { name: 'Районна комісія', members: 2 });
    for (let n = 1; n <= 5; n += 1)
      await meetings.create({
        groupId: n === 3 ? other.id : group.id,
        copyFrom: null,
        template: null,
        heldOn: `2026-0${n}-10`,
        title: n === 4 ? 'Їжа та Ґанок' : '',
      });
    const { id: dateless } = await meetings.create({ groupId: group.id, copyFrom: null, template: null });
    const all = { groupId: null, status: null, text: '', offset: 0, limit: 50 };
    const list = await meetings.list(all);
    expect(list.total).toBe(6);
    expect(list.rows.map(({ heldOn }) => heldOn)).toEqual([
      null,
      '2026-05-10',
      '2026-04-10',
      '2026-03-10',
      '2026-02-10',
      '2026-01-10',
    ]);
    expect((await meetings.list({ ...all, offset: 2, limit: 2 })).rows.map(({ heldOn }) => heldOn)).toEqual([
      '2026-04-10',
      '2026-03-10',
    ]);
    expect((await meetings.list({ ...all, groupId: other.id })).rows).toHaveLength(1);
    expect((await meetings.list({ ...all, text: 'ганок їжа' })).rows.map(({ title }) => title)).toEqual([
      'Їжа та Ґанок',
    ]);
    expect((await meetings.list({ ...all, text: 'комісія районна', limit: 1 })).total).toBe(1);
    await meetings.cancel({ id: dateless, reason: 'зайве' });
    expect((await meetings.list({ ...all, status: 'cancelled' })).rows.map(({ id }) => id)).toEqual([dateless]);
  });
});

describe('text blocks', () => {
  it('are kept in their order, changed and taken away', async () => {
    const { meetings } = core;
    const { id } = await meetings.addTextBlock({ language: 'uk', title: 'До відома', text: 'Узяти до відома.' });
    await meetings.addTextBlock({ language: 'uk', title: 'Контроль', text: 'Контроль покласти на секретаря.' });
    await meetings.updateTextBlock({ id, patch: { text: 'Інформацію взяти до відома.' } });
    expect((await meetings.textBlocks()).map(({ text }) => text)).toEqual([
      'Інформацію взяти до відома.',
      'Контроль покласти на секретаря.',
    ]);
    await meetings.removeTextBlock({ id });
    expect(await meetings.textBlocks()).toHaveLength(1);
    expect(await refusalCode(() => meetings.addTextBlock({ language: 'uk', title: ' ', text: 'x' }))).toBe('required');
  });
});
