import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditorEntry } from '../../../shared/contract/meetings.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { decisionEntry, speechEntry, write } from '../../fixtures/minutes.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let meetingId: string;
let itemId: string;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made);
  core = makeCore(made);
  ({ id: meetingId } = await core.meetings.create({
    groupId: group.id,
    copyFrom: null,
    template: null,
    heldOn: '2026-03-12',
  }));
  ({ id: itemId } = await core.meetings.addItem({ meetingId, title: 'Перше', at: null }));
});
afterEach(() => made.remove());

/** What one page saves; entries keep the place they have. */
async function save(page: TestCore['meetings'], entries: EditorEntry[], order: string[] = []) {
  const saved = await page.saveWords({ itemId, changed: entries, removed: [], order });
  return saved.entries;
}
const texts = async () => {
  const words = await core.meetings.item({ id: itemId });
  return [...words.speeches, ...words.decisions]
    .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .map(({ text }) => text);
};

describe('saving the words of an item', () => {
  it('keeps new entries under the ids of the page, in the order of the editor, speeches and decisions mixed', async () => {
    const heard = speechEntry('Доповідь.', { kind: 'heard', speakerId: group.people[0] ?? null, textAttached: true });
    const decided = decisionEntry('Вирішили.');
    const said = speechEntry('Виступ.', { speakerText: 'Гостя', saidAt: '10:20' });
    await write(core, itemId, heard, decided, said);
    const words = await core.meetings.item({ id: itemId });
    expect(words.speeches).toMatchObject([
      { id: heard.id, kind: 'heard', textAttached: true, speaker: 'Учасник1 Проба Тестівна' },
      { id: said.id, kind: 'speech', speaker: 'Гостя', saidAt: '10:20' },
    ]);
    expect(words.decisions).toMatchObject([{ id: decided.id, n: 1, text: 'Вирішили.' }]);
    expect(await texts()).toEqual(['Доповідь.', 'Вирішили.', 'Виступ.']);
  });

  it('moves, inserts between and removes with as few new keys as can be', async () => {
    const [a, b, c] = [speechEntry('а'), speechEntry('б'), decisionEntry('в')];
    await write(core, itemId, a, b, c);
    const keyOf = async (id: string) => {
      const words = await core.meetings.item({ id: itemId });
      return [...words.speeches, ...words.decisions].find((entry) => entry.id === id)?.sortKey;
    };
    const before = [await keyOf(a.id), await keyOf(c.id)];
    const x = speechEntry('х');
    await save(core.meetings, [x], [b.id, a.id, x.id, c.id]);
    expect(await texts()).toEqual(['б', 'а', 'х', 'в']);
    expect([await keyOf(a.id), await keyOf(c.id)]).toEqual(before);
    await core.meetings.saveWords({
      itemId,
      changed: [],
      removed: [{ kind: 'speech', id: a.id }],
      order: [b.id, x.id, c.id],
    });
    expect(await texts()).toEqual(['б', 'х', 'в']);
  });

  it('writes nothing where nothing changed', async () => {
    const a = speechEntry('а');
    const [saved] = (await write(core, itemId, a)).entries;
    const before = made.workspace.ledger.lastClock();
    await save(core.meetings, [{ ...a, base: { clock: saved?.clock ?? null, text: 'а' } }], [a.id]);
    expect(made.workspace.ledger.lastClock()).toBe(before);
  });

  it('lets an entry move to another item and keep its id and history', async () => {
    const a = speechEntry('а');
    await write(core, itemId, a);
    const { id: second } = await core.meetings.addItem({ meetingId, title: 'Друге', at: null });
    await core.meetings.saveWords({
      itemId: second,
      changed: [{ ...a, base: { clock: made.workspace.ledger.clocks('speech', a.id)['text'] ?? null, text: 'а' } }],
      removed: [],
      order: [a.id],
    });
    expect(await texts()).toEqual([]);
    expect((await core.meetings.item({ id: second })).speeches.map(({ id }) => id)).toEqual([a.id]);
    expect(made.workspace.ledger.history('speech', a.id).some(({ field }) => field === 'itemId')).toBe(true);
  });

  it('turns a speech into a decision by taking one away and making the other', async () => {
    const a = speechEntry('Слід подати звіт.');
    await write(core, itemId, a);
    const b = decisionEntry('Подати звіт.');
    await core.meetings.saveWords({ itemId, changed: [b], removed: [{ kind: 'speech', id: a.id }], order: [b.id] });
    const words = await core.meetings.item({ id: itemId });
    expect([words.speeches.length, words.decisions.length]).toEqual([0, 1]);
  });
});

describe('two pages on one text (rule 2)', () => {
  it('merges what both wrote in different places, and both pages get the whole', async () => {
    const a = speechEntry('Рада розглянула звіт служби за рік.');
    const [first] = (await write(core, itemId, a)).entries;
    const base = { clock: first?.clock ?? null, text: a.text };
    const [one, two] = [core.page('one').meetings, core.page('two').meetings];
    await save(one, [{ ...a, text: 'Обласна Рада розглянула звіт служби за рік.', base }]);
    const [merged] = await save(two, [{ ...a, text: 'Рада розглянула звіт служби за минулий рік.', base }]);
    expect(merged).toMatchObject({
      text: 'Обласна Рада розглянула звіт служби за минулий рік.',
      merged: true,
      conflict: false,
    });
    expect(merged?.clock).toBe(made.workspace.ledger.clocks('speech', a.id)['text']);
    expect(await texts()).toEqual(['Обласна Рада розглянула звіт служби за минулий рік.']);
  });

  it('keeps both where they changed the same words: theirs in place, ours among the conflicts', async () => {
    const a = speechEntry('Подати звіт до п’ятниці.');
    const [first] = (await write(core, itemId, a)).entries;
    const base = { clock: first?.clock ?? null, text: a.text };
    await save(core.page('one').meetings, [{ ...a, text: 'Подати звіт до понеділка.', base }]);
    const [saved] = await save(core.page('two').meetings, [{ ...a, text: 'Подати звіт до середи.', base }]);
    expect(saved).toMatchObject({ text: 'Подати звіт до понеділка.', merged: false, conflict: true });
    const [conflict] = made.workspace.ledger.conflicts.open();
    expect(conflict).toMatchObject({ entity: 'speech', row: a.id, field: 'text', kind: 'concurrent' });
    expect(made.workspace.ledger.history('speech', a.id).map(({ to }) => JSON.parse(to) as string)).toContain(
      'Подати звіт до середи.',
    );
    expect((await core.meetings.readiness({ id: meetingId })).map(({ code }) => code)).toContain('conflictsOpen');
    // The page that lost goes on from what it was given.
    const [again] = await save(core.page('two').meetings, [
      {
        ...a,
        text: 'Подати звіт до понеділка, 10:00.',
        base: { clock: saved?.clock ?? null, text: saved?.text ?? '' },
      },
    ]);
    expect(again).toMatchObject({ text: 'Подати звіт до понеділка, 10:00.', merged: false, conflict: false });
  });

  it('does not take a page that never heard back from its first save for another one', async () => {
    const a = speechEntry('Голова відкрила');
    await save(core.meetings, [a], [a.id]);
    const [saved] = await save(core.meetings, [{ ...a, text: 'Голова відкрила засідання.' }], [a.id]);
    expect(saved).toMatchObject({ text: 'Голова відкрила засідання.', merged: false, conflict: false });
    expect(made.workspace.ledger.conflicts.open()).toEqual([]);
  });

  it('brings an entry back that one page took away while the other went on writing', async () => {
    const a = speechEntry('Початок.');
    const [first] = (await write(core, itemId, a)).entries;
    await core
      .page('one')
      .meetings.saveWords({ itemId, changed: [], removed: [{ kind: 'speech', id: a.id }], order: [] });
    expect(await texts()).toEqual([]);
    const base = { clock: first?.clock ?? null, text: a.text };
    await save(core.page('two').meetings, [{ ...a, text: 'Початок і кінець.', base }], [a.id]);
    expect(await texts()).toEqual(['Початок і кінець.']);
  });
});
