import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meeting, signature, speech } from '../../../electron/core/meetings/tables.ts';
import { decision } from '../../../electron/core/decisions/tables.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, speechEntry, type HeldMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let held: HeldMeeting;
let spanId: string;
let approvalId: string;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made);
  core = makeCore(made);
  held = await holdMeeting(core, made, group);
  await core.meetings.circulate({ id: held.id, on: '2026-03-13', remarksUntil: '2026-03-15' });
  const detail = await core.meetings.get({ id: held.id });
  spanId = detail.participants[0]?.spans[0]?.id ?? '';
  approvalId = detail.approvals[0]?.id ?? '';
  await core.meetings.sign({ id: held.id, on: '2026-03-20', number: null });
});
afterEach(() => made.remove());

const at = '2026-03-12T10:00:00.000Z';

describe('signed minutes', () => {
  it('refuse every procedure that would change what they print, and nothing changes', async () => {
    const { meetings, decisions } = core;
    const { id, itemId, decisionId, speechId, participants } = held;
    const participantId = participants[0] ?? '';
    const attempts: Record<string, () => unknown> = {
      update: () => meetings.update({ id, patch: { place: 'деінде' } }),
      'update of the chair': () => meetings.update({ id, patch: { chairId: null } }),
      cancel: () => meetings.cancel({ id, reason: 'x' }),
      remove: () => meetings.remove({ id }),
      addItem: () => meetings.addItem({ meetingId: id, title: 'x', at: null }),
      updateItem: () => meetings.updateItem({ id: itemId, patch: { title: 'x' } }),
      moveItem: () => meetings.moveItem({ id: itemId, to: 0 }),
      removeItem: () => meetings.removeItem({ id: itemId }),
      addCarryOver: () => meetings.addCarryOver({ meetingId: id }),
      addParticipant: () =>
        meetings.addParticipant({
          meetingId: id,
          role: 'guest',
          personId: null,
          nameText: 'x',
          positionText: '',
          organisationId: null,
          seatId: null,
          insteadOfId: null,
        }),
      updateParticipant: () => meetings.updateParticipant({ id: participantId, patch: { positionText: 'x' } }),
      removeParticipant: () => meetings.removeParticipant({ id: participantId }),
      addMembers: () => meetings.addMembers({ meetingId: id }),
      setAttendance: () => meetings.setAttendance({ participantId, attendance: 'absent', at: null }),
      arrive: () => meetings.arrive({ participantId, at: '10:00' }),
      leave: () => meetings.leave({ participantId, at: '11:00' }),
      setPresence: () => meetings.setPresence({ id: spanId, fromAt: '10:10', untilAt: null }),
      start: () => meetings.start({ id, at }),
      finish: () => meetings.finish({ id, at }),
      reopen: () => meetings.reopen({ id }),
      startItem: () => meetings.startItem({ itemId, at }),
      startBreak: () => meetings.startBreak({ meetingId: id, at, reason: 'pause' }),
      endBreak: () => meetings.endBreak({ meetingId: id, at }),
      'saveWords, a new speech': () =>
        meetings.saveWords({ itemId, changed: [speechEntry('x')], removed: [], order: [] }),
      'saveWords, a changed speech': () =>
        meetings.saveWords({ itemId, changed: [speechEntry('x', { id: speechId })], removed: [], order: [] }),
      'saveWords, a removed speech': () =>
        meetings.saveWords({ itemId, changed: [], removed: [{ kind: 'speech', id: speechId }], order: [] }),
      circulate: () => meetings.circulate({ id, on: '2026-03-21', remarksUntil: '2026-03-22' }),
      withdraw: () => meetings.withdraw({ id }),
      sign: () => meetings.sign({ id, on: '2026-03-21', number: null }),
      'decision, update': () => decisions.update({ id: decisionId, patch: { dueOn: '2026-06-01' } }),
      'decision, vote': () => decisions.update({ id: decisionId, patch: { voteMode: 'none' } }),
      setAssignees: () =>
        decisions.setAssignees({
          id: decisionId,
          assignees: [{ organisationId: null, personId: null, nameText: 'x' }],
        }),
      setBallots: () => decisions.setBallots({ id: decisionId, ballots: [{ participantId, choice: 'recused' }] }),
      setDissent: () => decisions.setDissent({ id: decisionId, participantId, text: 'x' }),
    };
    const before = [await meetings.get({ id }), await meetings.item({ id: itemId })];
    const codes: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) codes[name] = await refusalCode(attempt);
    expect(codes).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, 'signedLocked'])));
    expect([await meetings.get({ id }), await meetings.item({ id: itemId })]).toEqual(before);
  });

  it('are refused by the ledger too, past every procedure, and undo cannot take the signature back', async () => {
    const { workspace, author } = made;
    const byHand = (work: Parameters<typeof workspace.ledger.write>[2]) =>
      refusalCode(() => workspace.ledger.write(author, { label: 'test' }, work));
    expect(await byHand((w) => w.update(speech, held.speechId, { text: 'x' }))).toBe('signedLocked');
    expect(await byHand((w) => w.insert(speech, { itemId: held.itemId, text: 'x' }))).toBe('signedLocked');
    expect(await byHand((w) => w.remove(decision, held.decisionId))).toBe('signedLocked');
    expect(await byHand((w) => w.update(meeting, held.id, { status: 'draftMinutes' }))).toBe('signedLocked');
    const signed = (await core.meetings.get({ id: held.id })).signatures[0]?.id ?? '';
    expect(await byHand((w) => w.remove(signature, signed))).toBe('signedLocked');
    expect(await refusalCode(() => workspace.ledger.undo(author))).toBe('signedLocked');
    expect((await core.meetings.get({ id: held.id })).status).toBe('signed');
  });

  it('leave execution, notes, remarks, answers, corrections and materials free', async () => {
    const { meetings, decisions } = core;
    const { id, itemId, decisionId, participants } = held;
    await meetings.update({ id, patch: { note: 'для групи' } });
    await meetings.updateParticipant({ id: participants[0] ?? '', patch: { answer: 'coming', answerNote: 'була' } });
    await meetings.setApproval({ id: approvalId, state: 'approved', answeredOn: null });
    const remark = await meetings.addRemark({
      meetingId: id,
      personId: null,
      authorText: 'Хтось',
      itemId,
      text: 'Пізнє зауваження',
      receivedOn: '2026-03-25',
    });
    await meetings.settleRemark({ id: remark.id, outcome: 'rejected', outcomeText: 'надійшло запізно' });
    await meetings.addCorrection({ meetingId: id, itemId, was: 'а', now: 'б', reason: 'описка', on: '2026-03-25' });
    await decisions.setExecution({ id: decisionId, status: 'inProgress', dueOn: '2026-07-01', reason: 'перенесено' });
    await decisions.addNote({ id: decisionId, notedOn: '2026-03-26', text: 'Розпочато.' });
    const bytes = Buffer.from('скан підписаного протоколу');
    const ticket = core.core.tickets.accept({
      name: 'скан.pdf',
      size: bytes.length,
      path: null,
      open: () => Readable.from([bytes]),
    });
    await meetings.attach({ ownerEntity: 'meeting', ownerId: id, ticket });
    await meetings.attach({ ownerEntity: 'agendaItem', ownerId: itemId, ticket });
    const after = await meetings.get({ id });
    expect(after).toMatchObject({
      note: 'для групи',
      materials: [{ name: 'скан.pdf' }],
      corrections: [{ number: '1' }],
    });
    expect(after.remarks).toMatchObject([{ outcome: 'rejected' }]);
    expect(await meetings.verify({ id })).toEqual({ intact: true, differs: [] });
  });

  it('say where the records differ from them by now, and whether the snapshot was tampered with', async () => {
    const { meetings } = core;
    const { sqlite } = made.workspace;
    sqlite.exec('DROP TRIGGER person_update');
    sqlite.prepare(`UPDATE person SET surname = 'Одружена' WHERE id = ?`).run(group.people[2] ?? '');
    const verified = await meetings.verify({ id: held.id });
    expect(verified.intact).toBe(true);
    expect(verified.differs).toContain('items[0].speeches[0].speaker.name.surname');
    sqlite.exec('DROP TRIGGER signature_update');
    sqlite.prepare(`UPDATE signature SET snapshot = replace(snapshot, 'Поінформувала', 'Промовчала')`).run();
    expect((await meetings.verify({ id: held.id })).intact).toBe(false);
  });

  it('of two secretaries who signed apart are both shown, and the earlier one rules', async () => {
    const { meetings } = core;
    const [first] = (await meetings.get({ id: held.id })).signatures;
    const change = made.workspace.sqlite
      .prepare<[string], { field: string; value: string; hlc: string }>(
        `SELECT field, value, hlc FROM change WHERE entity = 'signature' AND row = ? AND current = 1`,
      )
      .all(first?.id ?? '');
    const later = `${String(made.clock.now() + 60_000).padStart(15, '0')}-0000-00000000000000ff`;
    made.workspace.ledger.receive(
      change.map(({ field, value }) => ({
        hlc: later,
        changeSet: 'their-signing',
        author: 'somebody',
        label: 'meetings.sign',
        entity: 'signature',
        row: 'their-signature',
        field,
        value: field === 'number' ? '"9"' : value,
        prev: null,
        merges: null,
      })),
    );
    expect((await meetings.get({ id: held.id })).signatures.map(({ id, number }) => [id, number])).toEqual([
      [first?.id, '1'],
      ['their-signature', '9'],
    ]);
    expect((await meetings.verify({ id: held.id })).intact).toBe(true);
  });
});
