import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { decisionEntry, holdMeeting, speechEntry, write } from '../../fixtures/minutes.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made);
  core = makeCore(made);
});
afterEach(() => made.remove());

/** Does something, takes it back and does it again; how the meeting looked each time, clocks aside. */
async function thereAndBack(id: string, itemId: string, act: () => Promise<unknown>) {
  const look = async () => {
    const seen = { detail: await core.meetings.get({ id }), words: await core.meetings.item({ id: itemId }) };
    return JSON.stringify(seen, (key, value: unknown) => (key === 'clocks' ? undefined : value), 1);
  };
  const { ledger } = made.workspace;
  const before = await look();
  await act();
  const after = await look();
  ledger.undo(made.author);
  const undone = await look();
  ledger.redo(made.author);
  const redone = await look();
  ledger.undo(made.author);
  return { before, after, undone, redone, undoneAgain: await look() };
}

describe('undo and redo', () => {
  it('take back each typical act of a meeting whole', async () => {
    const held = await holdMeeting(core, made, group);
    const { id, itemId, decisionId, participants, speechId } = held;
    const { id: second } = await core.meetings.addItem({ meetingId: id, title: 'Друге', at: null });
    const { meetings, decisions } = core;
    const [first = '', other = ''] = participants;
    const acts: Record<string, () => Promise<unknown>> = {
      addItem: () => meetings.addItem({ meetingId: id, title: 'Третє', at: 0 }),
      moveItem: () => meetings.moveItem({ id: second, to: 0 }),
      removeItem: () => meetings.removeItem({ id: second }),
      update: () => meetings.update({ id, patch: { place: 'деінде', startsAt: '09:30' } }),
      setAttendance: () => meetings.setAttendance({ participantId: first, attendance: 'excused', at: null }),
      leave: () => meetings.leave({ participantId: other, at: '10:50' }),
      removeParticipant: () => meetings.removeParticipant({ id: other }),
      reopen: () => meetings.reopen({ id }),
      circulate: () => meetings.circulate({ id, on: '2026-03-13', remarksUntil: '2026-03-20' }),
      setBallots: () =>
        decisions.setBallots({
          id: decisionId,
          ballots: [
            { participantId: first, choice: 'for' },
            { participantId: other, choice: 'against' },
          ],
        }),
      setAssignees: () =>
        decisions.setAssignees({
          id: decisionId,
          assignees: group.organisations.map((organisationId) => ({ organisationId, personId: null, nameText: '' })),
        }),
      setExecution: () => decisions.setExecution({ id: decisionId, status: 'done', reason: 'виконано' }),
      saveWords: () =>
        meetings.saveWords({
          itemId,
          changed: [speechEntry('Ще виступ.')],
          removed: [{ kind: 'speech', id: speechId }],
          order: [],
        }),
    };
    for (const [name, act] of Object.entries(acts)) {
      const { before, after, undone, redone, undoneAgain } = await thereAndBack(id, itemId, act);
      expect(after, name).not.toBe(before);
      expect(undone, name).toBe(before);
      expect(redone, name).toBe(after);
      expect(undoneAgain, name).toBe(before);
    }
  });

  it('take a whole meeting with members and agenda back by one step', async () => {
    const { id: earlier } = await core.meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-03-12',
    });
    await core.meetings.addItem({ meetingId: earlier, title: 'Перше', at: null });
    const { id } = await core.meetings.create({
      groupId: group.id,
      copyFrom: earlier,
      template: null,
      heldOn: '2026-04-12',
    });
    made.workspace.ledger.undo(made.author);
    expect((await core.meetings.list({ groupId: null, status: null, text: '', offset: 0, limit: 9 })).total).toBe(1);
    const living = made.workspace.sqlite
      .prepare('SELECT count(*) FROM participant WHERE meetingId = ? AND removed = 0')
      .pluck();
    expect(living.get(id)).toBe(0);
    made.workspace.ledger.redo(made.author);
    expect((await core.meetings.get({ id })).itemRows).toHaveLength(1);
    expect(living.get(id)).toBe(5);
  });

  it('take typing back a burst at a time, not a key at a time', async () => {
    const { id: meetingId } = await core.meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-03-12',
    });
    const { id: itemId } = await core.meetings.addItem({ meetingId, title: 'Перше', at: null });
    const first = speechEntry('');
    let base: { clock: string | null; text: string } | null = null;
    for (const text of ['Г', 'Го', 'Гол', 'Голова відкрила засідання.']) {
      made.clock.advance(1);
      const [saved]: { clock: string | null }[] = (
        await core.meetings.saveWords({ itemId, changed: [{ ...first, text, base }], removed: [], order: [first.id] })
      ).entries;
      base = { clock: saved?.clock ?? null, text };
    }
    made.clock.advance(600);
    await write(core, itemId, { ...first, text: 'Голова відкрила засідання.', base }, decisionEntry('Рішення.'));
    made.workspace.ledger.undo(made.author);
    const words = await core.meetings.item({ id: itemId });
    expect([words.speeches.map(({ text }) => text), words.decisions]).toEqual([['Голова відкрила засідання.'], []]);
    made.workspace.ledger.undo(made.author);
    expect((await core.meetings.item({ id: itemId })).speeches).toEqual([]);
  });
});
