// Words are counted over a whole write and written down at its end.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { person } from '../../../electron/core/directory/tables.ts';
import { activity, project } from '../../../electron/core/projects/tables.ts';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
beforeEach(async () => {
  made = await makeWorkspace();
});
afterEach(() => made.remove());

const write = <T>(work: (w: Writer) => T): T => made.workspace.ledger.write(made.author, { label: 'test' }, work);
const word = (form: string) =>
  made.workspace.sqlite.prepare('SELECT seen, name FROM search_word WHERE form = ?').get(form);

test('a word has the number of texts it came in with, however many were written at once', () => {
  const projectId = write((w) => {
    const id = w.insert(project, { title: 'Прихисток' });
    for (let n = 0; n < 30; n += 1) w.insert(activity, { projectId: id, title: `Прихисток, прихисток ${n}` });
    w.insert(person, { surname: 'Вигадана', givenName: 'Член' });
    return id;
  });
  expect(word('прихисток')).toEqual({ seen: 31, name: 0 });
  expect(word('вигадана')).toEqual({ seen: 1, name: 1 });
  write((w) => w.update(project, projectId, { goal: 'Інша мета' }));
  expect(word('прихисток')).toEqual({ seen: 31, name: 0 });
  write((w) => w.insert(project, { title: 'Прихисток' }));
  expect(word('прихисток')).toEqual({ seen: 32, name: 0 });
});

test('nothing of a write that has failed is counted with the next one', () => {
  expect(() =>
    write((w) => {
      w.insert(project, { title: 'Провалений' });
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  write((w) => w.insert(project, { title: 'Прихисток' }));
  expect(word('провалений')).toBeUndefined();
});
