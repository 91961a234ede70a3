import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { inWords, openDatabase } from '../../../electron/core/workspace/database.ts';
import { superfluous } from '../../../electron/core/workspace/backups.ts';
import { organisation } from '../../../electron/core/directory/tables.ts';
import { createOne, memoryKeyStore, passphrase, startManager, temporaryHome } from '../../fixtures/manager.ts';

let home = '';
let remove = () => undefined as void;
const running: { shutDown: () => Promise<void> }[] = [];

beforeEach(() => void ({ home, remove } = temporaryHome()));
afterEach(async () => {
  for (const manager of running.splice(0)) await manager.shutDown();
  remove();
});

const start = (options: Parameters<typeof startManager>[1] = {}, where = home) => {
  const started = startManager(where, options);
  running.push(started.manager);
  return started;
};

const by = (words: string | null, more: { recoveryKey?: string; remember?: boolean } = {}) => ({
  passphrase: words,
  recoveryKey: more.recoveryKey ?? null,
  remember: more.remember ?? false,
});

const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no refusal';
};

const note = (manager: ReturnType<typeof startManager>['manager'], name: string) =>
  manager
    .current()
    .ledger.write({ person: 'p', session: 's' }, { label: 'test' }, (w) => w.insert(organisation, { name }));

const names = (manager: ReturnType<typeof startManager>['manager']) =>
  manager.current().sqlite.prepare<[], string>('SELECT name FROM organisation ORDER BY name').pluck().all();

describe('a workspace', () => {
  test('is made, locked, opened again and keeps what was written', async () => {
    const { manager } = start();
    const sheet = await createOne(manager);
    expect(sheet.lines).toHaveLength(6);
    expect(sheet.qr).toContain('<svg');
    note(manager, 'Ще одна');
    expect(manager.state()).toMatchObject({
      status: 'open',
      workspace: { agency: 'Служба у справах дітей', person: 'Секретарка' },
    });
    const ref = manager.state().workspace?.ref ?? '';
    await manager.lock();
    expect(manager.state().status).toBe('locked');
    expect(() => manager.current()).toThrow('workspaceLocked');
    expect(await codeOf(() => manager.open(ref, by('не ті слова зовсім')))).toBe('wrongPassphrase');
    await manager.open(ref, by(`  ${passphrase.normalize('NFD')} `));
    expect(names(manager)).toContain('Ще одна');
    await manager.close();
    expect(manager.state().status).toBe('none');
    expect(manager.recent.list()).toMatchObject([
      { ref, agency: 'Служба у справах дітей', present: true, remembered: false },
    ]);
  });

  test('opens with the recovery sheet alone', async () => {
    const { manager } = start();
    const sheet = await createOne(manager);
    const ref = manager.state().workspace?.ref ?? '';
    await manager.close();
    await manager.open(ref, by(null, { recoveryKey: sheet.lines.join(' ') }));
    expect(names(manager)).toEqual(['Служба у справах дітей']);
    await manager.close();
    const other = 'ab'.repeat(48);
    expect(await codeOf(() => manager.open(ref, by(null, { recoveryKey: other })))).toBe('recoveryKeyDoesNotFit');
  });

  test('with another passphrase has another sheet and is no longer remembered', async () => {
    const keyStore = memoryKeyStore();
    const { manager } = start({ keyStore });
    const first = await createOne(manager, { remember: true });
    const ref = manager.state().workspace?.ref ?? '';
    expect(keyStore.kept.size).toBe(1);
    await manager.close();
    await manager.open(ref, by(null));
    note(manager, 'Перед зміною');
    expect(await codeOf(() => manager.changePassphrase('не та фраза', 'зовсім нова фраза'))).toBe('wrongPassphrase');
    expect(await codeOf(() => manager.changePassphrase(passphrase, 'коротка'))).toBe('passphraseTooShort');
    const second = await manager.changePassphrase(passphrase, 'зовсім нова фраза');
    expect(second.lines).not.toEqual(first.lines);
    expect(keyStore.kept.size).toBe(0);
    expect(names(manager)).toContain('Перед зміною');
    await manager.close();
    expect(await codeOf(() => manager.open(ref, by(null)))).toBe('passphraseNeeded');
    expect(await codeOf(() => manager.open(ref, by(passphrase)))).toBe('wrongPassphrase');
    expect(await codeOf(() => manager.open(ref, by(null, { recoveryKey: first.lines.join('\n') })))).toBe(
      'recoveryKeyDoesNotFit',
    );
    await manager.open(ref, by('зовсім нова фраза'));
    expect(names(manager)).toContain('Перед зміною');
  });

  test('that could not be filled leaves no file behind', async () => {
    const { manager } = start();
    const making = manager.create({
      passphrase,
      remember: false,
      agency: 'ССД',
      place: null,
      fill: () => {
        throw new AppError('diskFull');
      },
    });
    expect(await codeOf(() => making)).toBe('diskFull');
    expect(manager.state().status).toBe('none');
    expect(manager.recent.list()).toEqual([]);
    await createOne(manager);
    expect(manager.state().workspace?.fileName).toBe('служба-у-справах-дітей.viche');
  });

  test('without a passphrase lives in the key store and on the sheet', async () => {
    const keyStore = memoryKeyStore();
    const { manager } = start({ keyStore });
    const sheet = await createOne(manager, { passphrase: null });
    const ref = manager.state().workspace?.ref ?? '';
    await manager.close();
    await manager.open(ref, by(null));
    expect((await manager.recovery(null)).lines).toEqual(sheet.lines);
    await manager.forget(ref);
    expect(keyStore.kept.size).toBe(0);
    const { manager: bare } = start({}, home);
    expect(await codeOf(() => createOne(bare, { passphrase: null }))).toBe('noKeyStore');
  });
});

describe('a file that cannot be opened says why and stays as it was', () => {
  async function made() {
    const { manager } = start();
    await createOne(manager);
    const { path } = manager.current();
    await manager.close();
    return { manager, path };
  }
  const open = (manager: ReturnType<typeof startManager>['manager'], path: string, words = passphrase) =>
    codeOf(() => manager.openAt(path, by(words)));

  test('missing, no workspace, plain database, cut short, damaged', async () => {
    const { manager, path } = await made();
    const other = (name: string, bytes: Buffer | string) => {
      const at = join(home, name);
      writeFileSync(at, bytes);
      return at;
    };
    expect(await open(manager, join(home, 'missing.viche'))).toBe('workspaceNotFound');
    expect(await open(manager, other('letter.viche', 'Шановні колеги'))).toBe('notWorkspace');
    expect(
      await open(
        manager,
        other('plain.viche', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(16_368)])),
      ),
    ).toBe('notWorkspace');
    expect(await open(manager, other('noise.viche', Buffer.alloc(8192, 7)))).toBe('wrongPassphrase');
    const damaged = other('damaged.viche', readFileSync(path));
    const bytes = readFileSync(damaged).fill(1, 4096 * 2, 4096 * 12);
    writeFileSync(damaged, bytes);
    expect(['workspaceDamaged', 'notWorkspace', 'wrongPassphrase']).toContain(await open(manager, damaged));
    expect(readFileSync(damaged).equals(bytes)).toBe(true);
    const short = other('short.viche', readFileSync(path));
    truncateSync(short, 5000);
    expect(await open(manager, short)).toBe('notWorkspace');
  });

  test('made by a newer version', async () => {
    const { manager, path } = await made();
    await manager.openAt(path, by(passphrase));
    const { key } = manager.current();
    await manager.close();
    const sqlite = openDatabase(path, key);
    sqlite.pragma('user_version = 9999');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.close();
    const before = readFileSync(path);
    expect(await open(manager, path)).toBe('workspaceNewer');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('through a link is the same file with the same lock', async () => {
    const { manager, path } = await made();
    const link = join(home, 'link.viche');
    symlinkSync(path, link);
    await manager.openAt(path, by(passphrase));
    const second = temporaryHome();
    const { manager: other } = start({}, second.home);
    expect(await open(other, link)).toBe('workspaceInUse');
    second.remove();
  });

  test('read-only', async () => {
    const { manager, path } = await made();
    chmodSync(path, 0o444);
    // The superuser may write anywhere; what is tested then is that opening works all the same.
    expect(await open(manager, path)).toBe(process.getuid?.() === 0 ? 'no refusal' : 'readOnly');
  });

  test('open in another instance; and free again after that one was killed or closed', async () => {
    const { manager, path } = await made();
    await manager.openAt(path, by(passphrase));
    const second = temporaryHome();
    const { manager: other } = start({}, second.home);
    expect(await open(other, path)).toBe('workspaceInUse');
    expect(names(manager)).toEqual(['Служба у справах дітей']);
    await manager.close();
    expect(await open(other, path)).toBe('no refusal');
    await other.close();
    second.remove();
  });
});

test('a full disk is said in words; what was there stays, and writing goes on when there is room', async () => {
  const { manager } = start();
  await createOne(manager);
  const { sqlite } = manager.current();
  const before = names(manager);
  const pages = Number(sqlite.pragma('page_count', { simple: true }));
  // SQLite answers as it does on a full disk: SQLITE_FULL in the middle of the transaction.
  sqlite.pragma(`max_page_count = ${pages}`);
  const long = 'дуже довга назва '.repeat(20_000);
  let refused: unknown = null;
  try {
    note(manager, long);
  } catch (error) {
    refused = inWords(error);
  }
  expect(refused).toMatchObject({ code: 'diskFull' });
  expect(names(manager)).toEqual(before);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  sqlite.pragma('max_page_count = 1000000');
  note(manager, 'Ще одна');
  expect(names(manager)).toContain('Ще одна');
});

describe('rule 9: a device belongs to one file on one installation', () => {
  const deviceOf = (manager: ReturnType<typeof startManager>['manager']) => manager.current().ledger.device;

  test('opening again keeps it; a copied file, a restored one and another installation get a new one', async () => {
    const { manager } = start();
    await createOne(manager);
    const { path } = manager.current();
    const first = deviceOf(manager);
    await manager.close();
    const early = join(home, 'early.viche');
    copyFileSync(path, early);
    await manager.openAt(path, by(passphrase));
    expect(deviceOf(manager)).toBe(first);
    await manager.close();
    await manager.openAt(early, by(passphrase));
    expect(deviceOf(manager)).not.toBe(first);
    await manager.close();
    const elsewhere = temporaryHome();
    const { manager: other } = start({}, elsewhere.home);
    await other.openAt(path, by(passphrase));
    expect(deviceOf(other)).not.toBe(first);
    await other.close();
    elsewhere.remove();
  });
});

describe('backups', () => {
  test('are made, open with the same passphrase, and bring the past back, after one of the present', async () => {
    const { manager } = start();
    await createOne(manager);
    const ref = manager.state().workspace?.ref ?? '';
    note(manager, 'Раніше');
    const backup = await manager.backUp();
    expect(statSync(backup.path).size).toBe(backup.bytes);
    note(manager, 'Пізніше');
    await manager.restore(backup.ref, ref);
    expect(names(manager)).toContain('Раніше');
    expect(names(manager)).not.toContain('Пізніше');
    const replaced = manager.backupsOf(ref).find((each) => each.kind === 'beforeRestore');
    expect(replaced).toBeDefined();
    await manager.restore(replaced?.ref ?? '', ref);
    expect(names(manager)).toContain('Пізніше');
    expect(await codeOf(() => manager.restore('2020-01-01T00-00-00.000Z-start.viche', ref))).toBe('backupNotFound');
  });

  test('bring back a workspace that can no longer be opened, and keep the broken file', async () => {
    const { manager } = start();
    await createOne(manager);
    const { path } = manager.current();
    const ref = manager.state().workspace?.ref ?? '';
    const backup = await manager.backUp();
    await manager.close();
    writeFileSync(path, Buffer.alloc(8192, 9));
    expect(await codeOf(() => manager.open(ref, by(passphrase)))).toBe('wrongPassphrase');
    await manager.restore(backup.ref, ref);
    await manager.open(ref, by(passphrase));
    expect(names(manager)).toEqual(['Служба у справах дітей']);
    expect(manager.backupsOf(ref).some((each) => each.kind === 'beforeRestore' && existsSync(each.path))).toBe(true);
  });

  test('rotate: ten, two gigabytes, never fewer than two', () => {
    const of = (...bytes: number[]) => superfluous(bytes.map((size, at) => ({ ref: String(at), bytes: size })));
    const gigabyte = 1024 ** 3;
    expect(of(1, 1, 1)).toEqual([]);
    expect(of(...Array.from({ length: 12 }, () => 1))).toEqual(['10', '11']);
    expect(of(gigabyte, gigabyte, gigabyte)).toEqual(['2']);
    expect(of(3 * gigabyte, 3 * gigabyte, 1)).toEqual(['2']);
    expect(of(5 * gigabyte)).toEqual([]);
  });
});
