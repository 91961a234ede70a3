// The history of a record says who changed what, and names the records that its values refer to.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { speech } from '../../../electron/core/meetings/tables.ts';
import { person } from '../../../electron/core/directory/tables.ts';
import { recordHistory } from '../../../electron/core/workspace/history.ts';
import { historyEntry } from '../../../shared/contract/workspace.ts';
import { makeCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, type HeldMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let group: TestGroup;
let held: HeldMeeting;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made);
  held = await holdMeeting(makeCore(made), made, group);
});
afterEach(() => made.remove());

const history = (field: string) =>
  z
    .array(historyEntry)
    .parse(recordHistory(made.workspace, 'speech', held.speechId, 'uk'))
    .filter((entry) => entry.field === field);

const speakBy = (speakerId: string): void => {
  made.clock.advance(60);
  made.workspace.ledger.write(made.author, { label: 'test' }, (w) => w.update(speech, held.speechId, { speakerId }));
};

describe('the history of a record', () => {
  it('names the people whose ids stand in the values, before and after, of each entry its own', () => {
    const [, , , fourth = '', fifth = ''] = group.people;
    speakBy(fourth);
    speakBy(fifth);
    const [latest, before] = history('speaker');
    expect(latest?.names).toEqual({ [fourth]: 'Учасник4 Проба', [fifth]: 'Учасник5 Проба' });
    expect(before?.names).toHaveProperty(fourth, 'Учасник4 Проба');
    expect(before?.names).not.toHaveProperty(fifth);
    expect(latest?.from).toContain(fourth);
    expect(latest?.to).toContain(fifth);
  });

  it('names somebody who has been removed since', () => {
    const id = made.workspace.ledger.write(made.author, { label: 'test' }, (w) =>
      w.insert(person, { surname: 'Учасник9', givenName: 'Проба' }),
    );
    speakBy(id);
    speakBy(group.people[3] ?? '');
    made.workspace.ledger.write(made.author, { label: 'test' }, (w) => w.remove(person, id));
    expect(history('speaker')[0]?.names).toHaveProperty(id, 'Учасник9 Проба');
  });

  it('has no names where nothing is referred to', () => {
    const texts = history('text');
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map(({ names }) => names)).toEqual(texts.map(() => ({})));
  });

  it('is refused for what the ledger does not keep', async () => {
    expect(await refusalCode(() => recordHistory(made.workspace, 'nothing', held.speechId, 'uk'))).toBe('notFound');
  });
});
