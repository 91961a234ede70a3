import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingStatus } from '../../../shared/vocabulary.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, speechEntry } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;

beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-03-12 09:00' });
  group = makeGroup(made);
  core = makeCore(made);
});
afterEach(() => made.remove());

const plan = (more: object = {}) =>
  core.meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn: '2026-03-12', ...more });

/** Brings a fresh meeting into a status. */
async function inStatus(status: MeetingStatus): Promise<string> {
  if (status === 'planned' || status === 'cancelled' || status === 'inSession') {
    const { id } = await plan();
    if (status === 'cancelled') await core.meetings.cancel({ id, reason: 'немає потреби' });
    if (status === 'inSession') await core.meetings.start({ id, at: made.clock.instant() });
    return id;
  }
  const { id } = await holdMeeting(core, made, group);
  if (status === 'underApproval') await core.meetings.circulate({ id, on: '2026-03-13', remarksUntil: '2026-03-20' });
  if (status === 'signed') await core.meetings.sign({ id, on: '2026-03-20', number: null });
  return id;
}

describe('a step that the lifecycle does not allow is refused in words', () => {
  const at = '2026-03-12T10:00:00.000Z';
  const steps = {
    start: (id: string) => core.meetings.start({ id, at }),
    finish: (id: string) => core.meetings.finish({ id, at }),
    reopen: (id: string) => core.meetings.reopen({ id }),
    circulate: (id: string) => core.meetings.circulate({ id, on: '2026-03-13', remarksUntil: '2026-03-14' }),
    withdraw: (id: string) => core.meetings.withdraw({ id }),
    sign: (id: string) => core.meetings.sign({ id, on: '2026-03-20', number: null }),
    cancel: (id: string) => core.meetings.cancel({ id, reason: 'немає потреби' }),
    reinstate: (id: string) => core.meetings.reinstate({ id }),
    remove: (id: string) => core.meetings.remove({ id }),
  };
  const refusals: Record<MeetingStatus, Partial<Record<keyof typeof steps, string>>> = {
    planned: {
      finish: 'meetingNotInSession',
      reopen: 'meetingNotDraft',
      circulate: 'meetingNotDraft',
      withdraw: 'meetingNotCirculated',
      sign: 'meetingNotDraft',
      reinstate: 'meetingNotCancelled',
    },
    inSession: {
      start: 'meetingNotPlanned',
      reopen: 'meetingNotDraft',
      circulate: 'meetingNotDraft',
      withdraw: 'meetingNotCirculated',
      sign: 'meetingNotDraft',
      cancel: 'meetingNotPlanned',
      reinstate: 'meetingNotCancelled',
      remove: 'meetingHasMinutes',
    },
    draftMinutes: {
      start: 'meetingNotPlanned',
      finish: 'meetingNotInSession',
      withdraw: 'meetingNotCirculated',
      cancel: 'meetingNotPlanned',
      reinstate: 'meetingNotCancelled',
      remove: 'meetingHasMinutes',
    },
    underApproval: {
      start: 'meetingNotPlanned',
      finish: 'meetingNotInSession',
      reopen: 'meetingNotDraft',
      circulate: 'meetingNotDraft',
      cancel: 'meetingNotPlanned',
      reinstate: 'meetingNotCancelled',
      remove: 'meetingHasMinutes',
    },
    signed: Object.fromEntries(Object.keys(steps).map((step) => [step, 'signedLocked'])),
    cancelled: {
      start: 'meetingNotPlanned',
      finish: 'meetingNotInSession',
      reopen: 'meetingNotDraft',
      circulate: 'meetingNotDraft',
      withdraw: 'meetingNotCirculated',
      sign: 'meetingNotDraft',
      cancel: 'meetingNotPlanned',
    },
  };

  it.each(Object.keys(refusals) as MeetingStatus[])('when the meeting is %s', async (status) => {
    const id = await inStatus(status);
    const found: Record<string, string> = {};
    for (const step of Object.keys(refusals[status]) as (keyof typeof steps)[])
      found[step] = await refusalCode(() => steps[step](id));
    expect(found).toEqual(refusals[status]);
    expect((await core.meetings.get({ id })).status).toBe(status);
  });
});

describe('nonsense is refused with the field it stands in', () => {
  it('in the head of a meeting', async () => {
    const { id } = await plan();
    const update = (patch: object) => refusalOf(() => core.meetings.update({ id, patch }));
    expect(await update({ heldOn: '2026-02-30' })).toMatchObject({ code: 'dayMalformed', field: 'heldOn' });
    expect(await update({ startsAt: '25:00' })).toMatchObject({ code: 'timeMalformed', field: 'startsAt' });
    expect(await update({ startsAt: '12:00', endsAt: '11:00' })).toMatchObject({
      code: 'endBeforeStart',
      field: 'endsAt',
    });
    await core.meetings.update({ id, patch: { startsAt: '12:00' } });
    expect(await update({ endsAt: '12:00' })).toMatchObject({ code: 'endBeforeStart', field: 'endsAt' });
    expect(await update({ openedAt: '12:05' })).toMatchObject({ code: 'meetingNotStarted', field: 'openedAt' });
    expect(await update({ chairId: 'nobody' })).toMatchObject({ code: 'notFound', field: 'chairId' });
    expect(await refusalOf(() => plan({ heldOn: '2026-13-01' }))).toMatchObject({ field: 'heldOn' });
    expect(await refusalOf(() => plan({ groupId: 'none' }))).toMatchObject({ code: 'notFound', field: 'groupId' });
    expect(await refusalOf(() => plan({ template: 'none' }))).toMatchObject({ code: 'notFound', field: 'template' });
    expect(await refusalCode(() => core.meetings.cancel({ id, reason: '   ' }))).toBe('required');
    const running = await inStatus('inSession');
    expect(await refusalOf(() => core.meetings.update({ id: running, patch: { heldOn: null } }))).toMatchObject({
      code: 'required',
      field: 'heldOn',
    });
    expect(
      await refusalOf(() => core.meetings.update({ id: running, patch: { openedAt: '12:00', closedAt: '11:00' } })),
    ).toMatchObject({ code: 'endBeforeStart', field: 'closedAt' });
  });

  it('in an agenda item, a template and a carry-over', async () => {
    const { id } = await plan();
    expect(await refusalOf(() => core.meetings.addItem({ meetingId: id, title: '  ', at: null }))).toMatchObject({
      code: 'required',
      field: 'title',
    });
    const item = await core.meetings.addItem({ meetingId: id, title: 'Перше', at: null });
    expect(await refusalOf(() => core.meetings.updateItem({ id: item.id, patch: { title: '' } }))).toMatchObject({
      code: 'required',
      field: 'title',
    });
    expect(
      await refusalOf(() => core.meetings.updateItem({ id: item.id, patch: { rapporteurId: 'nobody' } })),
    ).toMatchObject({ code: 'notFound', field: 'rapporteurId' });
    await core.meetings.removeItem({ id: item.id });
    expect(await refusalCode(() => core.meetings.updateItem({ id: item.id, patch: { note: 'x' } }))).toBe('notFound');
    expect(await refusalCode(() => core.meetings.saveTemplate({ meetingId: id, title: 'Порожній' }))).toBe(
      'agendaEmpty',
    );
    expect(await refusalCode(() => core.meetings.addCarryOver({ meetingId: id }))).toBe('nothingToCarryOver');
  });

  it('in the list of those invited', async () => {
    const { id } = await plan();
    const somebody = {
      meetingId: id,
      role: 'guest' as const,
      personId: null,
      nameText: '',
      positionText: '',
      organisationId: null,
      seatId: null,
      insteadOfId: null,
    };
    const add = (more: object) => refusalOf(() => core.meetings.addParticipant({ ...somebody, ...more }));
    expect(await add({})).toMatchObject({ code: 'required', field: 'nameText' });
    expect(await add({ personId: group.people[0] })).toMatchObject({ code: 'participantThere', field: 'personId' });
    expect(await add({ nameText: 'Хтось', insteadOfId: 'nobody' })).toMatchObject({
      code: 'insteadOfUnknown',
      field: 'insteadOfId',
    });
    const other = makeGroup(made, { members: 1 });
    expect(await add({ nameText: 'Хтось', seatId: other.seats[0] })).toMatchObject({
      code: 'seatUnknown',
      field: 'seatId',
    });
  });

  it('in times of attendance and in marks', async () => {
    const id = await inStatus('inSession');
    const [first = ''] = (await core.meetings.get({ id })).participants.map((one) => one.id);
    expect(await refusalCode(() => core.meetings.leave({ participantId: first, at: '10:00' }))).toBe('notInRoom');
    await core.meetings.arrive({ participantId: first, at: '10:00' });
    expect(await refusalCode(() => core.meetings.arrive({ participantId: first, at: '10:05' }))).toBe('alreadyInRoom');
    expect(await refusalOf(() => core.meetings.leave({ participantId: first, at: '09:50' }))).toMatchObject({
      code: 'endBeforeStart',
      field: 'at',
    });
    await core.meetings.leave({ participantId: first, at: '10:30' });
    expect(await refusalOf(() => core.meetings.arrive({ participantId: first, at: '10:20' }))).toMatchObject({
      code: 'timesOverlap',
      field: 'at',
    });
    await core.meetings.arrive({ participantId: first, at: '10:40' });
    const [, span] = (await core.meetings.get({ id })).participants[0]?.spans ?? [];
    const spanId = span?.id ?? '';
    expect(
      await refusalOf(() => core.meetings.setPresence({ id: spanId, fromAt: '11:00', untilAt: '10:50' })),
    ).toMatchObject({ code: 'endBeforeStart', field: 'untilAt' });
    expect(await refusalCode(() => core.meetings.setPresence({ id: spanId, fromAt: '10:10', untilAt: null }))).toBe(
      'timesOverlap',
    );
    expect(await refusalCode(() => core.meetings.setPresence({ id: spanId, fromAt: '10:61', untilAt: null }))).toBe(
      'timeMalformed',
    );

    const at = made.clock.instant();
    const { id: itemId } = await core.meetings.addItem({ meetingId: id, title: 'Перше', at: null });
    expect(await refusalCode(() => core.meetings.endBreak({ meetingId: id, at }))).toBe('noBreakRuns');
    await core.meetings.startBreak({ meetingId: id, at, reason: 'power' });
    expect(await refusalCode(() => core.meetings.startBreak({ meetingId: id, at, reason: 'pause' }))).toBe('breakRuns');
    expect(await refusalCode(() => core.meetings.startItem({ itemId, at }))).toBe('breakRuns');
    expect(await refusalCode(() => core.meetings.endBreak({ meetingId: id, at: 'now' }))).toBe('timeMalformed');
    const planned = await inStatus('planned');
    const [waiting = ''] = (await core.meetings.get({ id: planned })).participants.map((one) => one.id);
    expect(await refusalCode(() => core.meetings.arrive({ participantId: waiting, at: '10:00' }))).toBe(
      'meetingNotStarted',
    );
    expect(await refusalCode(() => core.meetings.startBreak({ meetingId: planned, at, reason: 'pause' }))).toBe(
      'meetingNotInSession',
    );
  });

  it('in what is circulated, remarked, signed and corrected', async () => {
    const held = await holdMeeting(core, made, group);
    const { id } = held;
    expect(
      await refusalOf(() => core.meetings.circulate({ id, on: '2026-03-13', remarksUntil: '2026-03-12' })),
    ).toMatchObject({ code: 'endBeforeStart', field: 'remarksUntil' });
    const remark = { meetingId: id, personId: null, authorText: '', itemId: null, text: 'x', receivedOn: '2026-03-14' };
    expect(await refusalOf(() => core.meetings.addRemark(remark))).toMatchObject({
      code: 'required',
      field: 'authorText',
    });
    expect(await refusalCode(() => core.meetings.addRemark({ ...remark, authorText: 'Хтось', itemId: 'none' }))).toBe(
      'notFound',
    );
    const planned = await inStatus('planned');
    expect(
      await refusalCode(() => core.meetings.addRemark({ ...remark, meetingId: planned, authorText: 'Хтось' })),
    ).toBe('meetingNotStarted');
    const running = await inStatus('inSession');
    expect(
      await refusalCode(() => core.meetings.addRemark({ ...remark, meetingId: running, authorText: 'Хтось' })),
    ).toBe('meetingStageWrong');
    const correction = { meetingId: id, itemId: null, was: '', now: 'так', reason: 'описка', on: '2026-03-20' };
    expect(await refusalCode(() => core.meetings.addCorrection(correction))).toBe('meetingNotSigned');
    expect(await refusalOf(() => core.meetings.sign({ id, on: '2026-03-11', number: null }))).toMatchObject({
      code: 'signedBeforeMeeting',
      field: 'on',
    });
    expect(await refusalOf(() => core.meetings.sign({ id, on: '2026-03-20', number: ' ' }))).toMatchObject({
      code: 'required',
      field: 'number',
    });
    expect(await refusalCode(() => core.meetings.verify({ id }))).toBe('meetingNotSigned');
    await core.meetings.sign({ id, on: '2026-03-20', number: null });
    expect(await refusalCode(() => core.meetings.addCorrection({ ...correction, reason: ' ' }))).toBe('required');
    expect(await refusalCode(() => core.meetings.addCorrection({ ...correction, on: '2026-03-01' }))).toBe(
      'signedBeforeMeeting',
    );
  });

  it('in what a cancelled meeting is asked for', async () => {
    const id = await inStatus('cancelled');
    expect(await refusalCode(() => core.meetings.update({ id, patch: { note: 'x' } }))).toBe('meetingCancelled');
    expect(await refusalCode(() => core.meetings.addItem({ meetingId: id, title: 'x', at: null }))).toBe(
      'meetingCancelled',
    );
    expect(await refusalCode(() => core.meetings.addMembers({ meetingId: id }))).toBe('meetingCancelled');
  });

  it('in the words of another meeting', async () => {
    const held = await holdMeeting(core, made, group);
    const other = await holdMeeting(core, made, group, { on: '2026-03-19' });
    const stray = speechEntry('чуже', { id: held.speechId, base: { clock: null, text: '' } });
    const save = (entry: typeof stray) =>
      core.meetings.saveWords({ itemId: other.itemId, changed: [entry], removed: [], order: [] });
    expect(await refusalCode(() => save(stray))).toBe('notFound');
    expect(await refusalCode(() => save(speechEntry('x', { saidAt: '10:99' })))).toBe('timeMalformed');
    expect(await refusalCode(() => save(speechEntry('x', { speakerId: 'nobody' })))).toBe('notFound');
  });
});

describe('what stands in the way of signing', () => {
  it('is named, the obstacles before the advice, and nothing is signed', async () => {
    const { id } = await plan();
    await core.meetings.update({ id, patch: { chairId: null, secretaryId: null } });
    expect((await core.meetings.readiness({ id })).map(({ code, blocking }) => [code, blocking])).toEqual([
      ['meetingNotDraft', true],
      ['chairMissing', true],
      ['secretaryMissing', true],
      ['agendaEmpty', true],
      ['timesMissing', false],
      ['attendanceUnknown', false],
    ]);
    const held = await holdMeeting(core, made, group, { decision: '' });
    const codes = (await core.meetings.readiness({ id: held.id })).map(({ code }) => code);
    expect(codes[0]).toBe('decisionTextMissing');
    expect(codes).toContain('notCirculated');
    expect(await refusalOf(() => core.meetings.sign({ id: held.id, on: '2026-03-20', number: null }))).toMatchObject({
      code: 'decisionTextMissing',
      params: { number: '1.1' },
    });
    expect((await core.meetings.get({ id: held.id })).status).toBe('draftMinutes');
  });

  it('is empty minutes items and missing speakers only as advice', async () => {
    const held = await holdMeeting(core, made, group);
    await core.meetings.addItem({ meetingId: held.id, title: 'Порожнє', at: null });
    await core.meetings.saveWords({
      itemId: held.itemId,
      changed: [speechEntry('Хтось щось сказав.')],
      removed: [],
      order: [],
    });
    const findings = await core.meetings.readiness({ id: held.id });
    expect(findings.filter(({ blocking }) => blocking)).toEqual([]);
    expect(findings.map(({ code, params }) => [code, params])).toEqual(
      expect.arrayContaining([
        ['itemWithoutWords', { position: 2, title: 'Порожнє' }],
        ['speakerMissing', { position: 1, title: 'Про стан справ' }],
      ]),
    );
  });
});
