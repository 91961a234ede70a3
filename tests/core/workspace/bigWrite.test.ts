import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyActivity } from '../../../shared/contract/activityViews.ts';
import type { WorkProgress } from '../../../shared/contract/base.ts';
import { runBackup } from '../../../electron/core/workspace/backupTask.ts';
import { openDatabase } from '../../../electron/core/workspace/database.ts';
import { makeApp, type TestApp } from '../../fixtures/app.ts';
import { testPassphrase } from '../../fixtures/doors.ts';
import { resultOf } from '../../fixtures/longWork.ts';
import { asFile } from '../../fixtures/tableFile.ts';

let test: TestApp;
let page: ReturnType<TestApp['page']>;
let projectId: string;
let session = '';
let n = 0;
// One for all of them: a thread that reads the sources takes its time to begin.
beforeAll(async () => (test = await makeApp()));
beforeEach(async () => {
  session = `page ${(n += 1)}`;
  page = test.page(session);
  const project = { title: 'Проєкт', language: 'uk', groupId: null, predecessorId: null } as const;
  ({ id: projectId } = await page.projects.create(project));
});
afterAll(() => test.remove());

const rows = 2_000;
const table = (word: string) =>
  ['Назва;Дата', ...Array.from({ length: rows }, (_, at) => `${word} ${at};05.05.2026`)].join('\n');
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no refusal',
    (error: { data?: { code?: string } }) => error.data?.code ?? 'another error',
  );

/** Begins an import as a page does; it is being written when this comes back. */
async function begin(signal?: AbortSignal, word = 'Захід') {
  const stream = await page.projects.runImport(
    {
      kind: 'activities',
      projectId,
      activityId: null,
      ticket: test.app.tickets.accept(asFile('plan.csv', table(word))),
      sheet: null,
      encoding: 'auto',
      delimiter: 'auto',
      hasHeader: null,
      mapping: ['title', 'from'],
      skipLines: [],
    },
    signal ? { signal } : {},
  );
  const first = await stream.next();
  expect(first).toMatchObject({ done: false, value: { total: rows } });
  const heard: WorkProgress[] = [];
  return { heard, ended: resultOf(stream, (said) => void heard.push(said)) };
}
const all = { added: rows, updated: 0, skipped: 0 };
const find = (text = '') => page.projects.activities({ ...everyActivity, projectId, text, offset: 0, limit: 5 });
const count = async (text = ''): Promise<number> => (await find(text)).total;
const type = (text: string, by = page) =>
  by.projects.setNarrative({ projectId, from: null, until: null, section: 'summary', text });
const narrative = () =>
  test
    .workspace()
    .sqlite.prepare<[string], string>('SELECT text FROM narrative WHERE removed = 0 AND projectId = ?')
    .pluck()
    .get(projectId);

/** The longest that nobody could be answered, in milliseconds. */
function watchThread() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const time = performance.now();
    longest = Math.max(longest, time - last);
    last = time;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

describe('while a big write runs', () => {
  it('lists are answered as before it, then with all of it; it says how far it is', async () => {
    await count();
    const { ended, heard } = await begin();
    const seen: number[] = [];
    for (let over = false; !over;) {
      over = (await Promise.race([ended, pause(2)])) !== undefined;
      seen.push(await count('захід'));
    }
    expect(await ended).toEqual(all);
    expect(new Set(seen)).toEqual(new Set([0, rows]));
    expect(seen.filter((each) => each === 0).length).toBeGreaterThan(10);
    expect(heard.map(({ done }) => done)).toEqual(heard.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(heard.length).toBeGreaterThan(2);
    expect(await page.workspace.check()).toMatchObject({ ok: true });
  });

  it('what is typed waits in its order, holds nobody, and is one change of history in the end', async () => {
    await type('Слово');
    const { ended } = await begin();
    const longest = watchThread();
    const order: string[] = [];
    const typed = ['Слово за', 'Слово за словом', 'Слово за словом.'].map(async (text) => {
      await type(text);
      order.push(text);
    });
    await pause(20);
    expect(order).toEqual([]);
    expect(narrative()).toBe('Слово');
    await ended;
    await Promise.all(typed);
    expect(order).toEqual(['Слово за', 'Слово за словом', 'Слово за словом.']);
    expect(narrative()).toBe('Слово за словом.');
    // SQLite's own waiting would have been five seconds.
    expect(longest()).toBeLessThan(1_000);
    const sets = test
      .workspace()
      .sqlite.prepare(`SELECT kind, label FROM change_set WHERE label = 'projects.setNarrative' AND session = ?`);
    expect(sets.all(session)).toHaveLength(1);
    expect(await page.workspace.check()).toMatchObject({ ok: true });
  });

  it('a second one waits for it, and what was typed goes in between', async () => {
    const { ended } = await begin();
    const order: string[] = [];
    const second = begin(undefined, 'Зустріч').then(async ({ ended: end }) => {
      order.push('second began');
      await end;
    });
    await pause(5);
    await type('Речення').then(() => order.push('typed'));
    await ended;
    await second;
    expect(order).toEqual(['typed', 'second began']);
    expect(await count()).toBe(2 * rows);
  });

  it('a file is attached after it, and it begins after a file that is being attached', async () => {
    const file = () =>
      test.app.tickets.accept({
        name: 'a.txt',
        size: null,
        path: null,
        open: () => Readable.from([Buffer.from('слова')]),
      });
    const attach = () => page.projects.attach({ ownerEntity: 'project', ownerId: projectId, ticket: file() });
    const first = await begin();
    const after = attach();
    expect(await Promise.race([after, pause(50)])).toBeUndefined();
    await first.ended;
    await after;
    let giveMore = () => {};
    const slow = test.app.tickets.accept({
      name: 'b.txt',
      size: null,
      path: null,
      open: () =>
        Readable.from(
          (async function* () {
            yield Buffer.from('перше ');
            await new Promise<void>((resolve) => (giveMore = resolve));
            yield Buffer.from('друге');
          })(),
        ),
    });
    const attaching = page.projects.attach({ ownerEntity: 'project', ownerId: projectId, ticket: slow });
    await pause(10);
    const importing = begin(undefined, 'Зустріч');
    expect(await Promise.race([importing, pause(50)])).toBeUndefined();
    // Once to know it, once to keep it.
    giveMore();
    await pause(10);
    giveMore();
    await attaching;
    expect(await (await importing).ended).toEqual(all);
  });

  it('a backup is made, and holds nothing of it', async () => {
    const { ended } = await begin();
    const { path, key } = test.workspace();
    const target = `${path}-copy`;
    runBackup({ path, key, target });
    await ended;
    const sqlite = openDatabase(target, key, { readonly: true });
    const inCopy = 'SELECT count(*) FROM activity WHERE projectId = ?';
    expect(sqlite.prepare<[string], number>(inCopy).pluck().get(projectId)).toBe(0);
    sqlite.close();
    expect(await count()).toBe(rows);
  });
});

describe('a big write that is cancelled', () => {
  it('leaves nothing, and what was typed meanwhile is kept', async () => {
    const { ended } = await begin();
    const typed = type('Слова');
    await page.workspace.stopWork();
    expect(await codeOf(ended)).toBe('cancelled');
    await typed;
    expect(narrative()).toBe('Слова');
    expect(await count()).toBe(0);
    expect((await page.workspace.undoState()).undo).toBe('projects.setNarrative');
    // And can be done again.
    expect(await (await begin()).ended).toEqual(all);
  });

  it('is so by leaving its stream', async () => {
    const leaving = new AbortController();
    const { ended } = await begin(leaving.signal);
    leaving.abort();
    await ended.catch(() => undefined);
    await type('Слова');
    expect(await count()).toBe(0);
  });

  it('is so by a lock, which keeps what was typed', async () => {
    const { ended } = await begin();
    const refused = codeOf(ended);
    const typed = type('Слова');
    await page.workspace.lock();
    expect(await refused).toBe('cancelled');
    await typed;
    expect(await codeOf(count())).toBe('workspaceLocked');
    await test.reopen();
    expect(narrative()).toBe('Слова');
    expect(await count()).toBe(0);
    expect(await page.workspace.check()).toMatchObject({ ok: true });
  });
});

describe('after a big write', () => {
  it('one undo takes it back and one redo brings it again, beside the core as well', async () => {
    const { ended } = await begin();
    await ended;
    const changed: string[] = [];
    const stop = test
      .workspace()
      .ledger.onCommitted(({ session: by, rows: ids }) => changed.push(`${by} ${ids['activity']?.length}`));
    expect(test.workspace().ledger.reversalSize(session, 'undo')).toBeGreaterThan(rows);
    const undoing = page.workspace.undo();
    await nextTurn();
    expect(await count()).toBe(rows);
    expect(await undoing).toMatchObject({ label: 'projects.import.activities', skipped: [] });
    expect([await count(), await count('захід')]).toEqual([0, 0]);
    expect(await page.workspace.redo()).toMatchObject({ label: 'projects.import.activities' });
    expect([await count(), await count('захід')]).toEqual([rows, rows]);
    expect(changed).toEqual([`${session} ${rows}`, `${session} ${rows}`]);
    expect(await page.workspace.undoState()).toMatchObject({ undo: 'projects.import.activities', redo: null });
    stop();
  });

  it('our clock goes on after it, on the same device, also where it ran ahead of the wall clock', async () => {
    const { ledger, sqlite } = test.workspace();
    await type('Перше');
    const { ended } = await begin();
    await ended;
    const last = ledger.lastClock();
    expect(last.slice(21)).toBe(ledger.device);
    const { clock } = await type('Друге', test.page('other'));
    expect((clock ?? '') > last).toBe(true);
    const ahead = `${String(Date.now() + 90_000_000_000).padStart(15, '0')}-0005-${ledger.device}`;
    sqlite.prepare('UPDATE change_set SET hlc = ? WHERE n = (SELECT max(n) FROM change_set)').run(ahead);
    ledger.caughtUp([]);
    const next = (await type('Третє', test.page('third'))).clock ?? '';
    expect(next.slice(0, 20)).toBe(`${ahead.slice(0, 15)}-0006`);
  });

  it('search finds its words, and its pages were told once', async () => {
    const told: string[] = [];
    const stop = test.app.manager.onNews((news) => {
      if (news.kind === 'changed') told.push(news.session);
    });
    const { ended } = await begin();
    await ended;
    stop();
    expect(told).toEqual([session]);
    const asked = { text: 'захід 1999', areas: [], groupId: null, from: null, until: null, offset: 0, limit: 5 };
    expect(JSON.stringify(await page.search.find(asked))).toContain('1999');
  });
});

describe('a new key', () => {
  it('waits for the end of a big write', async () => {
    const { ended } = await begin();
    const changed = page.workspace.changePassphrase({ current: testPassphrase, next: 'інші чотири слова ключа' });
    expect(await ended).toEqual(all);
    await changed;
    expect(await count()).toBe(rows);
    expect(await page.workspace.check()).toMatchObject({ ok: true });
  });
});
