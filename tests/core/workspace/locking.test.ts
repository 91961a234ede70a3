import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { createShelf } from '../../../electron/browser/shelf.ts';
import { createWorkers } from '../../../electron/core/worker/workers.ts';
import { randomKey } from '../../../electron/core/workspace/key.ts';
import { createWorkspace } from '../../../electron/core/workspace/open.ts';
import { createOne, passphrase, startManager, temporaryHome } from '../../fixtures/manager.ts';

let home = '';
let remove = () => undefined as void;
const running: { shutDown: () => Promise<void> }[] = [];

beforeEach(() => void ({ home, remove } = temporaryHome()));
afterEach(async () => {
  for (const manager of running.splice(0)) await manager.shutDown();
  remove();
});

const start = (options: Parameters<typeof startManager>[1] = {}) => {
  const started = startManager(home, options);
  running.push(started.manager);
  return started;
};

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

const byPassphrase = { passphrase, recoveryKey: null, remember: false };

describe('a lock', () => {
  test('ends what runs beside the core before the file is closed, and nobody gets at it meanwhile', async () => {
    const seen: string[] = [];
    const { manager } = start({
      workers: {
        stop: async () => {
          const { sqlite } = workspace;
          seen.push(sqlite.open ? 'open' : 'closed', manager.state().status);
        },
      },
    });
    await createOne(manager);
    const workspace = manager.current();
    await manager.lock();
    expect(seen).toEqual(['open', 'locked']);
    expect(workspace.sqlite.open).toBe(false);
  });

  test('holds although the file cannot be written to any more', async () => {
    const { manager, log } = start();
    await createOne(manager);
    const workspace = manager.current();
    const pragma = workspace.sqlite.pragma.bind(workspace.sqlite);
    workspace.sqlite.pragma = (source, options) => {
      if (source.startsWith('wal_checkpoint')) throw new Error(`gone: ${workspace.path}`);
      return pragma(source, options);
    };
    await manager.lock();
    expect(manager.state().status).toBe('locked');
    expect(workspace.sqlite.open).toBe(false);
    expect(log.map(({ message }) => message)).toEqual(['not closed well: Error']);
    await manager.open(manager.state().workspace?.ref ?? '', byPassphrase);
    expect(manager.isOpen()).toBe(true);
  });

  test('takes back the files that were made or lie in memory, not those that were chosen on the disk or are encrypted', async () => {
    const { manager, tickets } = start();
    await createOne(manager);
    const made = tickets.offer({ name: 'm.docx', mediaType: 'x', open: () => Readable.from(['words']) });
    const open = () => Readable.from(['a']);
    const chosen = tickets.accept({ name: 'a', size: 1, path: null, open });
    const shelf = createShelf();
    const received = await shelf.receive('b', null, Readable.from([Buffer.from('words')]));
    const uploaded = tickets.accept(received);
    // A package tells nothing without the keys of the workspace: it is looked at again after unlocking.
    const age = ['age-encryption', '.org/v1\n-> X25519 '].map((piece) => Buffer.from(piece));
    const sealed = tickets.accept(await shelf.receive('c', null, Readable.from(age)));
    const alike = tickets.accept(await shelf.receive('d', null, Readable.from([Buffer.from('age-encryption.org/v')])));
    await manager.lock();
    expect(await text(tickets.incoming(sealed).open())).toBe(Buffer.concat(age).toString());
    for (const ticket of [uploaded, alike]) expect(() => tickets.incoming(ticket)).toThrow('ticketExpired');
    expect(() => received.open()).toThrow('ticketExpired');
    expect(() => tickets.outgoing(made)).toThrow('ticketExpired');
    expect(tickets.incoming(chosen).name).toBe('a');
  });
});

describe('a thread beside the core', () => {
  test('is ended and its work refused as cancelled; others can be started afterwards', async () => {
    const file = join(home, 'endless.mjs');
    writeFileSync(file, 'setInterval(() => undefined, 1000);');
    const workers = createWorkers(file);
    const input = { path: '', key: '', target: '' };
    for (let n = 0; n < 2; n += 1) {
      const asked = codeOf(workers.run('backup', input));
      await workers.stop();
      expect(await asked).toBe('cancelled');
    }
  });

  test('that was ended while it made a backup leaves no half of one', async () => {
    const { manager } = start({
      workers: {
        run: (_name, input) => {
          if ('target' in input) writeFileSync(`${input.target}.part`, 'half');
          return Promise.reject(new AppError('cancelled'));
        },
      },
    });
    await createOne(manager);
    expect(await codeOf(manager.backUp())).toBe('cancelled');
    const [folder = ''] = readdirSync(join(home, 'installation', 'backups'));
    expect(readdirSync(join(home, 'installation', 'backups', folder))).toEqual([]);
  });
});

describe('a restore', () => {
  test('does not replace a file that another program has open', async () => {
    const { manager } = start();
    await createOne(manager);
    const { path } = manager.current();
    const ref = manager.state().workspace?.ref ?? '';
    const backup = await manager.backUp();
    await manager.close();
    const other = start();
    await other.manager.open(ref, byPassphrase);
    expect(await codeOf(manager.restore(backup.ref, ref))).toBe('workspaceInUse');
    expect(existsSync(`${path}.restoring`)).toBe(false);
    expect(other.manager.state().status).toBe('open');
    await other.manager.close();
    await manager.restore(backup.ref, ref);
    await manager.open(ref, byPassphrase);
    expect(manager.isOpen()).toBe(true);
  });
});

describe('what a kill left beside the file', () => {
  test('is cleared away by the next opening, and by it alone', async () => {
    const { manager } = start();
    await createOne(manager);
    const { path } = manager.current();
    const ref = manager.state().workspace?.ref ?? '';
    const left = ['.rekeying', '.rekeying-journal', '.restoring'].map((side) => `${path}${side}`);
    for (const each of left) writeFileSync(each, 'copy');
    expect(await codeOf(start().manager.open(ref, byPassphrase))).toBe('workspaceInUse');
    expect(left.filter((each) => existsSync(each))).toEqual(left);
    await manager.close();
    await manager.open(ref, byPassphrase);
    expect(left.filter((each) => existsSync(each))).toEqual([]);
  });

  test('or a making that failed, does not keep the name', async () => {
    const path = join(home, 'w.viche');
    const installation = {
      get: () => undefined,
      set: () => {
        throw new AppError('diskFull');
      },
    };
    const making = createWorkspace({ path, key: randomKey(), installation, door: 'cli', now: Date.now });
    expect(await codeOf(making)).toBe('diskFull');
    expect(readdirSync(home).filter((name) => name.startsWith('w.viche') && !name.includes('-lock'))).toEqual([]);
  });
});

describe('a lock file', () => {
  test('that was overwritten is made anew and does not speak of a wrong passphrase', async () => {
    const { manager } = start();
    await createOne(manager);
    const { path } = manager.current();
    const ref = manager.state().workspace?.ref ?? '';
    await manager.close();
    writeFileSync(`${path}-lock`, 'x'.repeat(8192));
    await manager.open(ref, byPassphrase);
    expect(await codeOf(start().manager.open(ref, byPassphrase))).toBe('workspaceInUse');
  });
});
