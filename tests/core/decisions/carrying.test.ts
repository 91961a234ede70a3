import { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, makeHome, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, type HeldMeeting } from '../../fixtures/minutes.ts';
import { queryOf } from '../../fixtures/register.ts';
import { makeWorkspace, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let held: HeldMeeting;
let id: string;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { members: 4, pattern: '{n}' });
  makeHome(made, group);
  made.author.person = group.people[1] ?? '';
  core = makeCore(made);
  held = await holdMeeting(core, made, group, { on: '2026-01-15', decision: 'Подавати дані.', dueOn: '2026-03-01' });
  id = held.decisionId;
  made.clock.set('2026-03-12 10:00');
});
afterEach(() => made.remove());

const detail = () => core.decisions.detail({ id });
const row = async () => (await core.decisions.register(queryOf())).rows.find((one) => one.id === id);
const undo = () => made.workspace.ledger.undo(made.author);
const file = (name: string, bytes: string) =>
  core.core.tickets.accept({ name, size: bytes.length, open: () => Readable.from([Buffer.from(bytes)]), path: null });

describe('a deadline', () => {
  it('moves with a reason and keeps its history, the latest first', async () => {
    await core.decisions.moveDeadline({ id, period: null, to: '2026-04-01', reason: ' Чекаємо на кошти. ' });
    made.clock.set('2026-03-20 10:00');
    await core.decisions.moveDeadline({ id, period: null, to: '2026-05-01', reason: 'Коштів ще немає.' });
    const seen = await detail();
    expect(seen).toMatchObject({ ownDueOn: '2026-03-01', dueOn: '2026-05-01', state: 'open', daysLeft: 42 });
    expect(seen.moves).toMatchObject([
      { movedFrom: '2026-04-01', movedTo: '2026-05-01', movedOn: '2026-03-20', reason: 'Коштів ще немає.', period: '' },
      {
        movedFrom: '2026-03-01',
        movedTo: '2026-04-01',
        movedOn: '2026-03-12',
        reason: 'Чекаємо на кошти.',
        author: 'Учасник2 Проба Тестівна',
      },
    ]);
    undo();
    expect(await detail()).toMatchObject({ dueOn: '2026-04-01', moves: [{ movedTo: '2026-04-01' }] });
    await core.decisions.moveDeadline({ id, period: null, to: '2026-03-01', reason: 'Кошти надійшли.' });
    expect(await detail()).toMatchObject({ dueOn: '2026-03-01', state: 'overdue', daysLeft: -19 });
    expect((await detail()).moves).toHaveLength(2);
  });

  it('set together with a status keeps its history too, and needs the reason', async () => {
    await core.decisions.setExecution({ id, status: 'inProgress', dueOn: '2026-06-01', reason: 'Запит.' });
    expect(await detail()).toMatchObject({
      status: 'inProgress',
      moves: [{ movedFrom: '2026-03-01', movedTo: '2026-06-01', reason: 'Запит.' }],
      notes: [{ text: 'Запит.' }],
    });
    expect(await refusalOf(() => core.decisions.setExecution({ id, dueOn: '2026-07-01' }))).toMatchObject({
      code: 'reasonMissing',
      field: 'reason',
    });
    await core.decisions.setExecution({ id, dueOn: null, reason: 'Назад.' });
    expect((await detail()).dueOn).toBe('2026-03-01');
  });

  it.each([
    ['before the meeting', { to: '2026-01-14' }, 'dueBeforeMeeting', 'to'],
    ['on a day that is none', { to: '2026-02-30' }, 'dayMalformed', 'to'],
    ['in another century', { to: '2126-01-01' }, 'dueTooFar', 'to'],
    ['where it is already', { to: '2026-03-01' }, 'deadlineUnmoved', 'to'],
    ['without a reason', { reason: ' \n ' }, 'reasonMissing', 'reason'],
    ['of a period that is none', { period: '2026-02' }, 'periodUnknown', 'period'],
  ])('cannot be %s', async (_, more, code, field) => {
    const move = { id, period: null, to: '2026-04-01', reason: 'Запит.', ...more };
    expect(await refusalOf(() => core.decisions.moveDeadline(move))).toMatchObject({ code, field });
    expect(await detail()).toMatchObject({ dueOn: '2026-03-01', moves: [] });
  });
});

describe('what comes back', () => {
  const monthly = { repeat: 'month' as const, repeatDay: 20, repeatFrom: null, repeatUntil: null };

  it('is due period by period, the first unfinished one in the register', async () => {
    await core.decisions.setRepetition({ id, repetition: monthly });
    expect(await row()).toMatchObject({ dueOn: '2026-02-20', state: 'overdue', repeat: 'month' });
    await core.decisions.setOccurrence({ id, period: '2026-01', status: 'done', doneOn: '2026-02-18' });
    expect(await row()).toMatchObject({ dueOn: '2026-03-20', state: 'open' });
    await core.decisions.moveDeadline({ id, period: '2026-02', to: '2026-03-25', reason: 'Звітність пізніше.' });
    const seen = await detail();
    expect(seen.occurrences).toEqual([
      { period: '2026-01', dueOn: '2026-02-20', status: 'done', state: 'done', doneOn: '2026-02-18' },
      { period: '2026-02', dueOn: '2026-03-25', status: 'open', state: 'open', doneOn: null },
    ]);
    expect(seen).toMatchObject({ dueOn: '2026-03-25', daysLeft: 13, moves: [{ period: '2026-02' }] });
    await core.decisions.setOccurrence({ id, period: '2026-01', status: 'open', doneOn: '2026-02-18' });
    expect((await detail()).occurrences[0]).toMatchObject({ status: 'open', state: 'overdue', doneOn: null });
    undo();
    undo();
    undo();
    undo();
    expect(await row()).toMatchObject({ dueOn: '2026-03-01', repeat: 'none' });
  });

  it('has no single deadline, and standing has none at all', async () => {
    await core.decisions.setRepetition({ id, repetition: { ...monthly, repeat: 'standing' } });
    expect(await detail()).toMatchObject({
      repetition: { repeat: 'standing', repeatDay: null },
      dueOn: null,
      state: 'open',
      occurrences: [],
    });
    const move = { id, period: null, to: '2026-04-01', reason: 'Так.' };
    expect(await refusalOf(() => core.decisions.moveDeadline(move))).toMatchObject({
      code: 'deadlineOfPeriods',
      field: 'period',
    });
    expect(
      await refusalOf(() => core.decisions.setExecution({ id, dueOn: '2026-04-01', reason: 'Так.' })),
    ).toMatchObject({ code: 'deadlineOfPeriods', field: 'dueOn' });
  });

  it('is refused where it cannot be', async () => {
    const set = (more: object) =>
      refusalOf(() => core.decisions.setRepetition({ id, repetition: { ...monthly, ...more } }));
    expect(await set({ repeatFrom: '2025-11-01' })).toMatchObject({ code: 'dueBeforeMeeting', field: 'repeatFrom' });
    expect(await set({ repeatFrom: '2026-02-31' })).toMatchObject({ code: 'dayMalformed', field: 'repeatFrom' });
    expect(await set({ repeatUntil: '2025-12-31' })).toMatchObject({ code: 'endBeforeStart', field: 'repeatUntil' });
    await core.decisions.setRepetition({ id, repetition: monthly });
    const say = (more: object) =>
      refusalOf(() => core.decisions.setOccurrence({ id, period: '2026-02', status: 'done', doneOn: null, ...more }));
    expect(await say({ period: '2026-Q1' })).toMatchObject({ code: 'periodUnknown', field: 'period' });
    expect(await say({ period: '2025-12' })).toMatchObject({ code: 'periodUnknown' });
    expect(await say({ doneOn: '2026-03-13' })).toMatchObject({ code: 'dayAhead', field: 'doneOn' });
    expect(await say({ doneOn: '2026-13-01' })).toMatchObject({ code: 'dayMalformed', field: 'doneOn' });
  });

  it('is carried over once a period is due, and for good when it stands', async () => {
    const next = async (heldOn: string) => {
      const { id: meetingId } = await core.meetings.create({
        groupId: group.id,
        copyFrom: null,
        template: null,
        heldOn,
      });
      return (await core.meetings.carryOver({ meetingId })).map(({ dueOn }) => dueOn);
    };
    await core.decisions.setRepetition({ id, repetition: monthly });
    expect(await next('2026-02-19')).toEqual([]);
    expect(await next('2026-03-19')).toEqual(['2026-02-20']);
    await core.decisions.setOccurrence({ id, period: '2026-01', status: 'done', doneOn: null });
    expect(await next('2026-03-19')).toEqual([]);
    await core.decisions.setRepetition({ id, repetition: { ...monthly, repeat: 'standing' } });
    expect(await next('2026-03-19')).toEqual([null]);
    await core.decisions.setExecution({ id, status: 'done' });
    expect(await next('2026-03-19')).toEqual([]);
  });
});

describe('several assignees', () => {
  it('each have a state of their own; that all are done is told and decides nothing', async () => {
    const assignees = [0, 1].map((n) => ({
      organisationId: group.organisations[n] ?? null,
      personId: null,
      nameText: '',
    }));
    await core.decisions.setAssignees({ id, assignees });
    for (const { id: assigneeId } of (await detail()).assignees)
      await core.decisions.setAssigneeState({ assigneeId, status: 'done', doneOn: '2026-03-10', note: ' Подано. ' });
    const seen = await detail();
    expect(seen.assignees).toMatchObject([
      { shortName: 'У1', lead: true, status: 'done', doneOn: '2026-03-10', note: 'Подано.' },
      { shortName: 'У2', lead: false, status: 'done' },
    ]);
    expect(seen).toMatchObject({ status: 'open', state: 'overdue' });
    expect(await row()).toMatchObject({ assignees: 2, assigneesDone: 2 });
    const [first] = seen.assignees;
    await core.decisions.setAssigneeState({
      assigneeId: first?.id ?? '',
      status: 'inProgress',
      doneOn: null,
      note: '',
    });
    expect(await row()).toMatchObject({ assigneesDone: 1 });
    expect(
      await refusalOf(() =>
        core.decisions.setAssigneeState({ assigneeId: 'nobody', status: 'done', doneOn: null, note: '' }),
      ),
    ).toMatchObject({ code: 'notFound' });
  });
});

describe('many at once', () => {
  it('are changed by one act that one undo takes back, and those that refuse are named', async () => {
    const second = await holdMeeting(core, made, group, { on: '2026-02-12', decision: 'Інше.', dueOn: '2026-02-20' });
    const later = await holdMeeting(core, made, group, { on: '2026-05-20', decision: 'Пізніше.' });
    const standing = await core.decisions.add({ itemId: second.itemId, text: 'Постійно.', dueOn: null, assignees: [] });
    await core.decisions.setRepetition({
      id: standing.id,
      repetition: { repeat: 'standing', repeatDay: null, repeatFrom: null, repeatUntil: null },
    });
    const result = await core.decisions.setMany({
      ids: [id, second.decisionId, later.decisionId, standing.id, 'nothing', id],
      dueOn: '2026-04-01',
      reason: 'Карантин.',
      status: 'inProgress',
      note: 'Усім нагадано.',
    });
    expect(result).toEqual({
      changed: 2,
      refused: [
        { id: later.decisionId, number: '3/1.1', code: 'dueBeforeMeeting' },
        { id: standing.id, number: '2/1.2', code: 'deadlineOfPeriods' },
        { id: 'nothing', number: '', code: 'notFound' },
      ],
    });
    expect(await detail()).toMatchObject({
      status: 'inProgress',
      dueOn: '2026-04-01',
      moves: [{ reason: 'Карантин.' }],
      notes: [{ text: 'Усім нагадано.' }],
    });
    undo();
    expect(await detail()).toMatchObject({ status: 'open', dueOn: '2026-03-01', moves: [], notes: [] });
    expect(await core.decisions.detail({ id: second.decisionId })).toMatchObject({ dueOn: '2026-02-20', moves: [] });
  });

  it('say what they want, with a reason for a deadline and words in a note', async () => {
    const set = (more: object) => refusalOf(() => core.decisions.setMany({ ids: [id], ...more }));
    expect(await set({})).toMatchObject({ code: 'required' });
    expect(await set({ note: '  ' })).toMatchObject({ code: 'required', field: 'note' });
    expect(await set({ dueOn: '2026-04-01' })).toMatchObject({ code: 'reasonMissing', field: 'reason' });
    expect(await set({ dueOn: '2026-04-31', reason: 'Так.' })).toMatchObject({ code: 'dayMalformed', field: 'dueOn' });
  });
});

describe('a decision written down later', () => {
  it('stands last under its item, with its assignees', async () => {
    const { id: added } = await core.decisions.add({
      itemId: held.itemId,
      text: 'Додане.',
      dueOn: '2026-05-01',
      assignees: [{ organisationId: group.organisations[2] ?? null, personId: null, nameText: '' }],
    });
    expect(await core.decisions.detail({ id: added })).toMatchObject({
      number: '1/1.2',
      text: 'Додане.',
      itemTitle: 'Про стан справ',
      itemPosition: 1,
      meetingStatus: 'draftMinutes',
      assignees: [{ shortName: 'У3' }],
    });
  });

  it('is refused with an empty text, a day before the meeting, in a meeting to come, in signed minutes', async () => {
    const add = (more: object) =>
      refusalOf(() =>
        core.decisions.add({ itemId: held.itemId, text: 'Додане.', dueOn: null, assignees: [], ...more }),
      );
    expect(await add({ text: ' ' })).toMatchObject({ code: 'required', field: 'text' });
    expect(await add({ dueOn: '2026-01-01' })).toMatchObject({ code: 'dueBeforeMeeting', field: 'dueOn' });
    const nobody = { organisationId: null, personId: null, nameText: ' ' };
    expect(await add({ assignees: [nobody] })).toMatchObject({ code: 'required', field: 'assignees' });
    const { id: planned } = await core.meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-04-16',
    });
    const { id: itemId } = await core.meetings.addItem({ meetingId: planned, title: 'План', at: null });
    expect(await add({ itemId })).toMatchObject({ code: 'meetingNotStarted' });
    await core.meetings.sign({ id: held.id, number: null, on: '2026-01-20' });
    expect(await add({})).toMatchObject({ code: 'signedLocked' });
    // Carrying out stays free (rule 8).
    await core.decisions.moveDeadline({ id, period: null, to: '2026-04-01', reason: 'Запит.' });
    expect((await detail()).dueOn).toBe('2026-04-01');
  });
});

describe('evidence', () => {
  it('lies with the decision or with a note, and can be handed out', async () => {
    const { id: attached } = await core.decisions.attachEvidence({
      ownerEntity: 'decision',
      ownerId: id,
      ticket: file('акт.pdf', 'акт'),
    });
    const { id: noteId } = await core.decisions.addNote({
      id,
      notedOn: '2026-03-10',
      text: 'Подано.',
      tickets: [file('лист.docx', 'лист'), file('копія.docx', 'лист')],
    });
    expect(await detail()).toMatchObject({
      evidence: [{ id: attached, name: 'акт.pdf', ownerEntity: 'decision' }],
      notes: [{ id: noteId, evidence: [{ name: 'лист.docx' }, { name: 'копія.docx' }] }],
    });
    expect(await row()).toMatchObject({ notes: 1, evidence: 3 });
    const { ticket, name } = await core.decisions.evidence({ id: attached });
    expect([name, await readText(core.core.tickets.outgoing(ticket).open())]).toEqual(['акт.pdf', 'акт']);
    undo();
    expect(await row()).toMatchObject({ notes: 0, evidence: 1 });
    await core.decisions.detachEvidence({ id: attached });
    expect((await detail()).evidence).toEqual([]);
  });

  it('is refused empty, of nothing that is there, and keeps the note from being half-written', async () => {
    const attach = (more: object) =>
      refusalOf(() =>
        core.decisions.attachEvidence({ ownerEntity: 'decision', ownerId: id, ticket: file('a.pdf', 'a'), ...more }),
      );
    expect(await attach({ ticket: file('порожній.pdf', '') })).toMatchObject({ code: 'fileEmpty', field: 'ticket' });
    expect(await attach({ ownerEntity: 'progressNote' })).toMatchObject({ code: 'notFound' });
    expect(await attach({ ticket: 'unknown' })).toMatchObject({ code: 'ticketExpired' });
    const note = { id, notedOn: '2026-03-10', text: 'Подано.', tickets: [file('a.pdf', 'a'), file('b.pdf', '')] };
    expect(await refusalOf(() => core.decisions.addNote(note))).toMatchObject({ code: 'fileEmpty' });
    expect(await refusalOf(() => core.decisions.addNote({ ...note, text: '' }))).toMatchObject({
      code: 'required',
      field: 'text',
    });
    expect(await detail()).toMatchObject({ notes: [], evidence: [] });
    const { id: material } = await core.meetings.attach({
      ownerEntity: 'meeting',
      ownerId: held.id,
      ticket: file('план.pdf', 'план'),
    });
    expect(await refusalOf(() => core.decisions.detachEvidence({ id: material }))).toMatchObject({ code: 'notFound' });
  });
});

describe('what is only information', () => {
  it('has nothing to carry out', async () => {
    await core.decisions.update({ id, patch: { kind: 'information' } });
    expect(await refusalOf(detail)).toMatchObject({ code: 'decisionIsInformation' });
    const move = { id, period: null, to: '2026-04-01', reason: 'Так.' };
    expect(await refusalOf(() => core.decisions.moveDeadline(move))).toMatchObject({ code: 'decisionIsInformation' });
  });
});
