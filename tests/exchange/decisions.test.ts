// Issue, section 4: what two agencies did apart, decided by a person, holds at all of them: values of one field, and
// minutes that two secretaries have signed.
import { describe, expect, it } from 'vitest';
import { acknowledge, befriend, inspect, pass, receive, refusedWith, send, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { addGroup } from '../fixtures/councilMeeting.ts';
import { fakeClock } from '../fixtures/fakeClock.ts';
import { holdMeeting } from '../fixtures/minutes.ts';
import { textOf } from '../fixtures/paperFile.ts';
import { keepWordFile } from '../fixtures/wordFiles.ts';

const agencies = agenciesOfTest();

/** Two who know each other, and a third whom only the second exchanges with; the first has the group. */
async function three() {
  const [a, b, c] = [await agencies.start('Перша'), await agencies.start('Друга'), await agencies.start('Третя')];
  await befriend(a, b, c);
  const group = await addGroup(a.client);
  await a.client.exchange.setParticipants({ groupId: group.groupId, agencyIds: [b.agencyId] });
  await pass(a, b);
  await b.client.exchange.setParticipants({ groupId: group.groupId, agencyIds: [a.agencyId, c.agencyId] });
  await pass(b, c);
  return { a, b, c, group };
}

const conflictsAt = async ({ client }: Agency) => (await client.workspace.conflicts()).length;

describe('rule 1: a pick', () => {
  it('settles the conflict at the partner too and, by relay, at the third; undo opens it at all of them', async () => {
    const { a, b, c, group } = await three();
    const { groupId } = group;
    const rename = (at: Agency, name: string) => at.client.directory.updateGroup({ id: groupId, patch: { name } });
    const namesAt = async () =>
      Promise.all([a, b, c].map(async ({ client }) => (await client.directory.group({ id: groupId })).name));
    const openAt = () => Promise.all([a, b, c].map(conflictsAt));
    await rename(a, 'Рада громади');
    await rename(b, 'Рада області');
    await pass(b, c);
    // The first hears of it and has not decided; its own word goes on to the others.
    await pass(b, a);
    await pass(a, b);
    await pass(b, c);
    expect([await namesAt(), await openAt()]).toEqual([Array(3).fill('Рада області'), [1, 1, 1]]);
    // Both directions: first the second decides for the lost value, on its list.
    const [conflict] = await b.client.workspace.conflicts();
    if (!conflict) throw new Error('no conflict');
    await b.client.workspace.settleConflict({ ...conflict, take: true });
    await pass(b, a);
    await pass(b, c);
    expect([await namesAt(), await openAt()]).toEqual([Array(3).fill('Рада громади'), [0, 0, 0]]);
    await b.client.workspace.undo();
    await pass(b, a);
    await pass(b, c);
    expect([await namesAt(), await openAt()]).toEqual([Array(3).fill('Рада області'), [1, 1, 1]]);
    // Then the first leaves it as it is.
    const [again] = await a.client.workspace.conflicts();
    if (!again) throw new Error('no conflict');
    await a.client.workspace.settleConflict({ ...again, take: false });
    await pass(a, b);
    await pass(b, c);
    expect([await namesAt(), await openAt()]).toEqual([Array(3).fill('Рада області'), [0, 0, 0]]);
    const { rows } = { rows: await c.client.workspace.history({ entity: 'workingGroup', row: groupId }) };
    expect(rows.map(({ to }) => to)).toEqual(expect.arrayContaining(['"Рада громади"', '"Рада області"']));
  }, 120_000);

  it.each(['ours', 'theirs'] as const)(
    'of %s while receiving leaves nothing to decide anywhere',
    async (take) => {
      const { a, b, group } = await three();
      const { groupId } = group;
      await a.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада громади' } });
      await b.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада області' } });
      const sent = await send(b, a);
      const preview = await inspect(a, sent);
      expect(preview.kinds).toContainEqual({ entity: 'workingGroup', rows: 1 });
      expect(preview.kinds.reduce((sum, { rows }) => sum + rows, 0)).toBe(
        Object.values(preview.counts).reduce((sum, count) => sum + count, 0),
      );
      const { receipt } = await receive(a, sent, [{ entity: 'workingGroup', row: groupId, field: 'name', take }]);
      await acknowledge(b, receipt);
      await pass(a, b);
      const name = take === 'ours' ? 'Рада громади' : 'Рада області';
      for (const each of [a, b]) {
        expect((await each.client.directory.group({ id: groupId })).name).toBe(name);
        expect(await conflictsAt(each)).toBe(0);
      }
    },
    120_000,
  );
});

describe('rule 8: two secretaries who signed the same meeting apart', () => {
  it('get both, marked; a person decides, everywhere, and may decide anew', async () => {
    const { a, b, c, group } = await three();
    const table = { id: group.groupId, people: Object.values(group.people), organisations: [], seats: [] };
    const held = await holdMeeting(a.client, { clock: fakeClock('2026-03-12 09:00') }, table);
    const { id } = held;
    await pass(a, b);
    await pass(b, c);
    const signAt = async ({ client }: Agency, text: string) => {
      const { decisions } = await client.meetings.item({ id: held.itemId });
      const [entry] = decisions;
      if (!entry) throw new Error('no decision');
      await client.meetings.saveWords({
        itemId: held.itemId,
        changed: [
          { kind: 'decision', id: entry.id, text, base: { clock: entry.clocks['text'] ?? null, text: entry.text } },
        ],
        removed: [],
        order: [held.speechId, entry.id],
      });
      await client.meetings.circulate({ id, on: '2026-03-13', remarksUntil: '2026-03-15' });
      await client.meetings.sign({ id, on: '2026-03-20', number: null });
    };
    await signAt(a, 'Провести навчання до червня.');
    await signAt(b, 'Провести навчання до липня.');
    const preview = await inspect(a, await send(b, a));
    expect(preview.signedApart).toHaveLength(1);
    await pass(b, a);
    await pass(a, b);
    await pass(b, c);
    const wordsAt = async ({ client }: Agency) => (await client.meetings.item({ id: held.itemId })).decisions[0]?.text;
    for (const each of [a, b, c]) {
      expect(await each.client.meetings.signedApart()).toMatchObject([{ id, signatures: 2 }]);
      expect((await each.client.meetings.get({ id })).undecided).toBe(true);
      expect((await each.client.today.get({ limit: 5, language: 'uk' })).minutes).toMatchObject([{ undecided: true }]);
      expect((await each.client.exchange.status()).signedApart).toBe(1);
      expect(await wordsAt(each)).toBe('Провести навчання до червня.');
      expect((await each.client.workspace.conflicts()).map(({ kind, lost }) => [kind, lost])).toEqual([
        ['displaced', '"Провести навчання до липня."'],
      ]);
    }
    const signed = await c.client.meetings.signedMinutes({ id });
    expect(signed).toMatchObject({ undecided: true, decided: null, clock: null });
    expect(signed.signatures).toMatchObject([
      { inForce: true, intact: true, agency: 'Перша' },
      { inForce: false, intact: true, agency: 'Друга' },
    ]);
    expect(signed.signatures.map(({ model }) => model?.items[0]?.decisions[0]?.text)).toEqual([
      'Провести навчання до червня.',
      'Провести навчання до липня.',
    ]);
    const [first = '', second = ''] = signed.signatures.map((signature) => signature.id);

    // The third has signed nothing and decides for the later one.
    await c.client.meetings.decideSignature({ id, signatureId: second, clock: null });
    await c.client.exchange.setParticipants({ groupId: group.groupId, agencyIds: [b.agencyId] });
    await pass(c, b);
    await pass(b, a);
    const asDecided = async (text: string, ruling: string) => {
      for (const each of [a, b, c]) {
        expect(await wordsAt(each), each.name).toBe(text);
        expect(await each.client.meetings.signedApart()).toEqual([]);
        const now = await each.client.meetings.signedMinutes({ id });
        expect(now.signatures.map((signature) => signature.id)[0]).toBe(ruling);
        expect((await each.client.meetings.verify({ id })).differs).toEqual([]);
        // What the one says otherwise than the other is decided with them.
        expect(await conflictsAt(each), each.name).toBe(0);
      }
    };
    await asDecided('Провести навчання до липня.', second);
    // Taken back, it waits for a decision again, everywhere, and so does what was displaced.
    await c.client.workspace.undo();
    await pass(c, b);
    await pass(b, a);
    for (const each of [a, b, c]) {
      expect(await each.client.meetings.signedApart(), each.name).toMatchObject([{ id }]);
      expect(await conflictsAt(each), each.name).toBe(1);
    }
    await c.client.workspace.redo();
    await pass(c, b);
    await pass(b, a);
    await asDecided('Провести навчання до липня.', second);
    const { decided, clock } = await a.client.meetings.signedMinutes({ id });
    expect(decided).toMatchObject({ agency: 'Третя' });
    const paper = (signatureId: string | null) =>
      a.client.reports.preview({
        report: 'minutes',
        form: 'uk',
        meetingId: id,
        decisionId: null,
        correctionId: null,
        participantId: null,
        signatureId,
      });
    expect(await paper(null)).toMatchObject({ superseded: false });
    const old = await paper(first);
    expect(old).toMatchObject({ superseded: true, name: expect.stringContaining('не діє') });
    const file = Buffer.from(old.base64, 'base64');
    keepWordFile('minutes-superseded-uk', file);
    // Both are No. 1 of one day.
    expect(textOf(file)).toMatch(/^Цей протокол не діє\. Діє протокол № 1, підписаний .* \(Друга\)\.$/m);

    // Decided anew where somebody sees it otherwise, and taken back.
    await a.client.meetings.decideSignature({ id, signatureId: first, clock });
    await pass(a, b);
    await pass(b, c);
    await asDecided('Провести навчання до червня.', first);
    await a.client.workspace.undo();
    await pass(a, b);
    await pass(b, c);
    await asDecided('Провести навчання до липня.', second);
    expect(await refusedWith(() => a.client.meetings.decideSignature({ id, signatureId: held.id, clock }))).toBe(
      'notFound',
    );
  }, 180_000);
});
