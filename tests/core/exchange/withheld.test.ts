// Rules 5 and 12: what is withheld because it names another group's record is no word against a partner's removal.
import { afterEach, expect, test } from 'vitest';
import { memorandum } from '../../../electron/core/memoranda/tables.ts';
import { indicator, project, projectMemorandum } from '../../../electron/core/projects/tables.ts';
import { mergeAt, packFor, passOn, type Party } from '../../fixtures/parties.ts';
import { count, createMeeting, group, makeGroup } from '../../fixtures/partyMeetings.ts';

const { pair, end } = createMeeting();
afterEach(end);

const add = (by: Party, title: string, groupId = group) =>
  by.ledger.write(by.author, { label: 'test' }, (w) => w.insert(memorandum, { groupId, title }));
const edit = (by: Party, id: string, patch: { supersedesId?: string | null; title?: string; groupId?: string }) =>
  by.ledger.write(by.author, { label: 'test' }, (w) => w.update(memorandum, id, patch));
const remove = (by: Party, id: string) =>
  by.ledger.write(by.author, { label: 'test' }, (w) => w.remove(memorandum, id));
const removedAt = (by: Party, table: string, id: string): unknown =>
  by.sqlite.prepare<[string], number>(`SELECT removed FROM ${table} WHERE id = ?`).pluck().get(id);
const exchange = (a: Party, b: Party) => {
  for (let round = 0; round < 2; round += 1) {
    passOn(a, b);
    passOn(b, a);
  }
};

/** Both have a memorandum of the group; we alone have one of a group of our own. */
function shared() {
  const { a, b } = pair();
  const id = add(a, 'Спільний');
  passOn(a, b);
  makeGroup(a, [], 'group-2');
  const foreign = add(a, 'Чужої групи', 'group-2');
  return { a, b, id, foreign };
}

test.each([
  ['the removal comes before it is known that the edit is withheld', false],
  ['the edit is withheld before the removal comes', true],
])('rule 5: a withheld edit does not revive the row here alone: %s', (_, isSealedFirst) => {
  const { a, b, id, foreign } = shared();
  edit(a, id, { supersedesId: foreign });
  if (isSealedFirst) packFor(a, b);
  remove(b, id);
  passOn(b, a);
  exchange(a, b);
  for (const each of [a, b]) expect(removedAt(each, 'memorandum', id)).toBe(1);
  expect(count(a, 'conflict')).toBe(0);
  // Once the record that it names is the group's, the edit goes out, and is a word against the removal on both sides.
  edit(a, foreign, { groupId: group });
  exchange(a, b);
  for (const each of [a, b]) {
    expect(removedAt(each, 'memorandum', id)).toBe(0);
    expect(each.sqlite.prepare('SELECT supersedesId FROM memorandum WHERE id = ?').pluck().get(id)).toBe(foreign);
    expect(each.sqlite.prepare('SELECT kind FROM conflict').pluck().all()).toEqual(['revived']);
  }
});

test('rule 5: an edit of the same field that did go out revives it on both sides, also under a withheld one', () => {
  const { a, b, id, foreign } = shared();
  const other = add(a, 'Ще один');
  edit(a, id, { supersedesId: other });
  passOn(a, b);
  edit(a, id, { supersedesId: null });
  edit(a, id, { supersedesId: foreign });
  remove(b, id);
  exchange(a, b);
  for (const each of [a, b]) expect(removedAt(each, 'memorandum', id)).toBe(0);
});

test('rule 5: nor does a part that is withheld; one that goes out does', () => {
  const { a, b, id, foreign } = shared();
  const made = a.ledger.write(a.author, { label: 'test' }, (w) =>
    w.insert(project, { groupId: group, title: 'Проєкт' }),
  );
  passOn(a, b);
  const link = (memorandumId: string) =>
    a.ledger.write(a.author, { label: 'test' }, (w) => w.insert(projectMemorandum, { projectId: made, memorandumId }));
  link(foreign);
  b.ledger.write(b.author, { label: 'test' }, (w) => w.remove(project, made));
  exchange(a, b);
  for (const each of [a, b]) expect(removedAt(each, 'project', made)).toBe(1);
  expect(count(b, 'project_memorandum')).toBe(0);
  edit(a, foreign, { groupId: group });
  exchange(a, b);
  for (const each of [a, b]) expect(removedAt(each, 'project', made)).toBe(0);
  expect(id).not.toBe(foreign);
});

test('rules 12 and 15: an indicator’s rule that counts another group’s records is withheld; one of our own goes', () => {
  const { a, b } = pair();
  makeGroup(a, [], 'group-2');
  const made = a.ledger.write(a.author, { label: 'test' }, (w) =>
    w.insert(project, { groupId: group, title: 'Проєкт' }),
  );
  const counting = (groupId: string | null) => JSON.stringify({ count: 'meetings', groupId, kinds: [] });
  const [ours, foreign] = ['group-1', 'group-2'].map((groupId) =>
    a.ledger.write(a.author, { label: 'test' }, (w) =>
      w.insert(indicator, { projectId: made, title: 'Засідання', rule: counting(groupId) }),
    ),
  );
  const sent = packFor(a, b);
  expect(sent.batches.some(({ file }) => file.includes('group-2'))).toBe(false);
  mergeAt(b, sent);
  const ruleOf = (id = '') => b.sqlite.prepare('SELECT rule FROM indicator WHERE id = ?').pluck().get(id);
  expect(ruleOf(ours)).toBe(counting('group-1'));
  expect(ruleOf(foreign)).toBe('');
  // It counts all groups from now on: that may be said.
  a.ledger.write(a.author, { label: 'test' }, (w) => w.update(indicator, foreign ?? '', { rule: counting(null) }));
  passOn(a, b);
  expect(ruleOf(foreign)).toBe(counting(null));
});
