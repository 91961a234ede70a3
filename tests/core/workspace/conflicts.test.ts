// What two hands wrote at once is listed with both values; a person takes the lost one back, leaves it, or, once the
// minutes are signed, makes it a remark (rules 1, 2, 8).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaItem, meeting, signature, speech } from '../../../electron/core/meetings/tables.ts';
import { membership } from '../../../electron/core/directory/tables.ts';
import type { Committed } from '../../../electron/core/ledger/ledger.ts';
import { openConflicts, settleConflict } from '../../../electron/core/workspace/conflicts.ts';
import { recordName } from '../../../electron/core/workspace/recordNames.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, type HeldMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let held: HeldMeeting;
let other: { person: string; session: string };

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made);
  core = makeCore(made);
  held = await holdMeeting(core, made, group);
  other = { person: group.people[3] ?? '', session: 'other' };
});
afterEach(() => made.remove());

const conflicts = () => openConflicts(made.workspace, 'uk');
const only = () => {
  const [first, ...more] = conflicts();
  if (!first || more.length > 0) throw new Error(`${more.length + 1} conflicts`);
  return first;
};
const placeOf = async () => (await core.meetings.get({ id: held.id })).place;
const settle = (choice: ReturnType<typeof only>, take: boolean) =>
  settleConflict(made.workspace, made.author, { ...choice, take });

/** Two pages read the same place of the meeting; the first writes, then the other, who had not seen it. */
const disagree = () => {
  const { ledger } = made.workspace;
  const base = { place: { clock: ledger.clocks('meeting', held.id)['place'] ?? null } };
  ledger.write(made.author, { label: 'test' }, (w) => w.update(meeting, held.id, { place: 'велика зала' }, base));
  made.clock.advance(60);
  ledger.write(other, { label: 'test' }, (w) => w.update(meeting, held.id, { place: 'мала зала, вхід з двору' }, base));
};

describe('a write that had read an older value', () => {
  it('is listed with both values, whose it is, when, and of what', () => {
    disagree();
    expect(only()).toMatchObject({
      entity: 'meeting',
      row: held.id,
      field: 'place',
      kind: 'concurrent',
      lost: JSON.stringify('мала зала, вхід з двору'),
      kept: JSON.stringify('велика зала'),
      author: 'Проба Учасник4',
      writtenAt: made.clock.instant(),
      about: 'ОРГ · 12.03.2026',
      meetingId: held.id,
      itemId: null,
      names: {},
    });
  });

  it('is taken back as an edit that undo takes back again, and with it the decision', async () => {
    disagree();
    settle(only(), true);
    expect(await placeOf()).toBe('мала зала, вхід з двору');
    expect(conflicts()).toEqual([]);
    made.workspace.ledger.undo(made.author);
    expect(await placeOf()).toBe('велика зала');
    expect(only().lost).toBe(JSON.stringify('мала зала, вхід з двору'));
    made.workspace.ledger.redo(made.author);
    expect(await placeOf()).toBe('мала зала, вхід з двору');
    expect(conflicts()).toEqual([]);
  });

  it('is left, and every page hears that the list has changed', async () => {
    disagree();
    const heard: Committed[] = [];
    made.workspace.ledger.onCommitted((change) => heard.push(change));
    settle(only(), false);
    expect(conflicts()).toEqual([]);
    expect(await placeOf()).toBe('велика зала');
    expect(heard).toMatchObject([{ rows: { meeting: [held.id] } }]);
  });

  it('is decided once', async () => {
    disagree();
    const conflict = only();
    settle(conflict, false);
    expect(await refusalCode(() => settle(conflict, true))).toBe('notFound');
    expect(await placeOf()).toBe('велика зала');
  });

  it('names the people whose ids are in dispute, and the item that a speech stands under', () => {
    const { ledger } = made.workspace;
    const base = { speaker: { clock: ledger.clocks('speech', held.speechId)['speaker'] ?? null } };
    const [, , , fourth = '', fifth = ''] = group.people;
    ledger.write(made.author, { label: 'test' }, (w) => w.update(speech, held.speechId, { speakerId: fourth }, base));
    ledger.write(other, { label: 'test' }, (w) => w.update(speech, held.speechId, { speakerId: fifth }, base));
    expect(only()).toMatchObject({
      about: 'Про стан справ · Поінформувала про стан справ.',
      meetingId: held.id,
      itemId: held.itemId,
      names: { [fourth]: 'Учасник4 Проба', [fifth]: 'Учасник5 Проба' },
    });
  });
});

describe('after the signature', () => {
  beforeEach(async () => {
    disagree();
    await core.meetings.circulate({ id: held.id, on: '2026-03-13', remarksUntil: '2026-03-15' });
    await core.meetings.sign({ id: held.id, on: '2026-03-20', number: null });
  });

  it('a disagreement from before it is displaced: not taken, still listed, and made a remark', async () => {
    const conflict = only();
    expect(conflict).toMatchObject({ kind: 'displaced', meetingId: held.id });
    expect(await refusalCode(() => settle(conflict, true))).toBe('signedLocked');
    expect(only()).toEqual(conflict);
    expect(await placeOf()).toBe('велика зала');
    await core.meetings.addRemark({
      meetingId: held.id,
      personId: null,
      authorText: conflict.author,
      itemId: conflict.itemId,
      text: 'мала зала, вхід з двору',
      receivedOn: '2026-03-21',
    });
    settle(conflict, false);
    expect(conflicts()).toEqual([]);
  });

  it('what comes from another device is displaced: an edit of a speech, and a whole speech that was not signed', async () => {
    const { ledger } = made.workspace;
    settle(only(), false);
    const clock = ledger.clocks('speech', held.speechId)['text'] ?? '';
    const from = (row: string, field: string, value: unknown, prev: string | null, n: number) => ({
      hlc: `${String(made.clock.now() + 1000).padStart(15, '0')}-000${n}-bbbbbbbbbbbbbbbb`,
      changeSet: `set-${n}`,
      author: other.person,
      label: 'test',
      entity: 'speech',
      row,
      field,
      value: JSON.stringify(value),
      prev,
      merges: null,
    });
    const reception = ledger.receive([
      from(held.speechId, 'text', 'Пізніша правка.', clock, 1),
      from('01990000-0000-7000-8000-000000000001', 'itemId', held.itemId, null, 2),
      from('01990000-0000-7000-8000-000000000001', 'text', 'Ще один виступ.', null, 3),
    ]);
    expect(reception).toMatchObject({ taken: 3, waiting: [], ahead: [], malformed: 0 });
    // of the late speech only what it says: where it stood goes with it
    const texts = conflicts();
    expect(texts).toMatchObject([
      { kind: 'displaced', meetingId: held.id, itemId: held.itemId, lost: '"Пізніша правка."' },
      { kind: 'displaced', meetingId: held.id, itemId: held.itemId, lost: '"Ще один виступ."' },
    ]);
    for (const conflict of conflicts()) expect(await refusalCode(() => settle(conflict, true))).toBe('signedLocked');
    expect(conflicts()).toEqual(texts);
    for (const conflict of texts) settle(conflict, false);
    expect(ledger.conflicts.open()).toEqual([]);
  });
});

describe('the name of a record', () => {
  it('is what people call it, cut at a word', () => {
    const { workspace, author } = made;
    const title = 'Про стан '.repeat(20).trim();
    workspace.ledger.write(author, { label: 'test' }, (w) => w.update(agendaItem, held.itemId, { title }));
    const name = recordName(workspace, 'agendaItem', held.itemId, 'uk');
    expect(name).toMatch(/^(?:Про стан )+(?:Про)?…$|^(?:Про стан ?)+…$/);
    expect(name.length).toBeLessThanOrEqual(81);
    const member = workspace.db.select().from(membership).all()[0];
    expect(recordName(workspace, 'membership', member?.id ?? '', 'uk')).toBe('ОРГ · Учасник1 Проба');
    expect(recordName(workspace, 'person', group.people[0] ?? '', 'uk')).toBe('Учасник1 Проба');
    expect(recordName(workspace, 'decision', held.decisionId, 'uk')).toContain('Узяти інформацію до відома.');
    expect(recordName(workspace, 'person', 'nobody', 'uk')).toBe('');
  });

  it.each([
    ['uk', '12.03.2026', '№ 7 · 20.03.2026'],
    ['en', '12/03/2026', 'No. 7 · 20/03/2026'],
    ['lt', '2026-03-12', 'Nr. 7 · 2026-03-20'],
    ['lv', '12.03.2026.', 'Nr. 7 · 20.03.2026.'],
  ] as const)(
    'has its days as the screen writes them, whatever the language of the minutes: %s',
    (language, held_, signed) => {
      const { workspace, author } = made;
      const id = workspace.ledger.write(author, { label: 'test' }, (w) =>
        w.insert(signature, { meetingId: held.id, number: '7', signedOn: '2026-03-20' }),
      );
      expect(recordName(workspace, 'meeting', held.id, language)).toBe(`ОРГ · ${held_}`);
      expect(recordName(workspace, 'signature', id, language)).toBe(signed);
    },
  );
});
