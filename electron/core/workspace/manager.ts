import { EventEmitter } from 'node:events';
import { realpath } from 'node:fs/promises';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { RecoverySheet, WorkspaceState } from '../../../shared/contract/workspace.ts';
import { workspaceNews } from '../../../shared/contract/workspace.ts';
import type * as z from 'zod';
import { today as dayOf } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Tickets } from '../files/tickets.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Ports } from '../ports.ts';
import { keepUp } from '../search/upkeep.ts';
import type { Workers } from '../worker/workers.ts';
import { createBackups, type BackupKind } from './backups.ts';
import { inWords } from './database.ts';
import { noteRestored, workspaceId, type Installation } from './device.ts';
import { deriveKey, newSalt, parseRecoveryKey, randomKey, requirePassphrase, type RawKey } from './key.ts';
import { createWorkspace, openWorkspace, readSalt, type OpenWorkspace } from './open.ts';
import { inSharedFolder, proposeFileName } from './place.ts';
import { createRecent } from './recent.ts';
import { makeRecoverySheet } from './recoverySheet.ts';
import { rekeyFile } from './rekey.ts';
import { readSettings } from './settings.ts';

export type WorkspaceNews = z.infer<typeof workspaceNews>;

/** How a workspace is opened: by what the person typed, or by what the key store remembers. */
export interface Unlocking {
  passphrase: string | null;
  recoveryKey: string | null;
  remember: boolean;
}

/** How long closing waits for what has to be ended first, in milliseconds. */
const mostPatience = 3_000;
const backupDelay = 3_000;
const backupRhythm = 30 * 60_000;

/**
 * The one workspace this process has: none, locked (the path is known, the key forgotten) or open. Everything that
 * needs the key or the path happens here.
 */
export function createManager(ports: Ports, installation: Installation, tickets: Tickets, workers: Workers) {
  const now = ports.now ?? Date.now;
  const recent = createRecent(installation, ports.documents);
  const backups = createBackups(join(ports.installation, 'backups'), workers, ports.door, now);
  const news = new EventEmitter<{ news: [WorkspaceNews] }>();
  news.setMaxListeners(0);
  let open: OpenWorkspace | null = null;
  let lockedPath: string | null = null;
  let stopListening: (() => void) | null = null;
  let stopUpkeep: (() => void) | null = null;
  let timers: NodeJS.Timeout[] = [];
  /** Opening, closing and changing keys never overlap. */
  let queue: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };

  const tell = (item: WorkspaceNews) => void news.emit('news', item);
  const common = { installation, door: ports.door, now };
  const today = () => dayOf(new Date(now()));

  const backUp = async (kind: BackupKind) => {
    if (!open) throw new AppError('noWorkspace');
    const made = await backups.make(open.path, open.key, kind);
    tell({ kind: 'backup', madeAt: made.madeAt });
    return made;
  };

  const backUpQuietly = (kind: BackupKind) => {
    if (!open) return;
    const path = open.path;
    backUp(kind).catch((error: unknown) => {
      // Closing in the middle of a backup is no trouble; the next opening makes one.
      if (open?.path !== path) return;
      const worded = inWords(error);
      ports.log({
        level: 'warning',
        message: `backup failed: ${codeOf(worded)}`,
      });
      tell({ kind: 'trouble', code: 'backupFailed', params: {} });
    });
  };

  const adopt = (workspace: OpenWorkspace) => {
    open = workspace;
    lockedPath = null;
    stopListening = workspace.ledger.onCommitted((committed) =>
      tell({ kind: 'changed', session: committed.session, rows: committed.rows }),
    );
    recent.opened(workspace.path, agencyName(workspace), new Date(now()).toISOString());
    if (ports.door !== 'cli') {
      stopUpkeep = keepUp(workspace, (error) =>
        ports.log({ level: 'warning', message: `search index: ${codeOf(inWords(error))}` }),
      );
      timers = [
        setTimeout(() => backUpQuietly('start'), backupDelay),
        setInterval(() => {
          if (open && backups.isDue(open.path)) backUpQuietly('daily');
        }, backupRhythm),
      ];
    }
    tell({ kind: 'state' });
  };

  const shut = async (locked: boolean) => {
    await endBigWrite();
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    stopListening?.();
    stopListening = null;
    stopUpkeep?.();
    stopUpkeep = null;
    const closing = open;
    lockedPath = locked ? (open?.path ?? lockedPath) : null;
    // From here on nobody gets at it, whatever becomes of the file: a pulled stick must not keep it from being locked.
    open = null;
    tickets.forgetContents();
    tell({ kind: 'state' });
    // A backup or a report has a connection of its own, with the key.
    await workers.stop();
    try {
      closing?.close();
    } catch (error) {
      const worded = inWords(error);
      ports.log({ level: 'warning', message: `not closed well: ${codeOf(worded)}` });
    }
  };

  /** Cancels a big write; what was typed while it ran goes into the file before it is closed. A disk that hangs keeps no lock. */
  const endBigWrite = async () => {
    open?.writes.close();
    if (open?.writes.isBusy() === true)
      await Promise.race([workers.stop().then(() => nextTurn()), pause(mostPatience)]);
  };

  const rememberKey = async (path: string, key: RawKey, sqlite: OpenWorkspace['sqlite']) => {
    if (!ports.keyStore) throw new AppError('noKeyStore');
    const name = workspaceId(sqlite);
    await ports.keyStore.set(name, key);
    recent.setKeyName(path, name);
  };

  const forgetKey = async (path: string) => {
    const name = recent.keyName(path);
    if (name !== null) await ports.keyStore?.remove(name);
    recent.setKeyName(path, null);
  };

  const keyFor = async (path: string, how: Pick<Unlocking, 'passphrase' | 'recoveryKey'>): Promise<RawKey> => {
    const salt = await readSalt(path);
    if (how.recoveryKey !== null) return parseRecoveryKey(how.recoveryKey);
    if (how.passphrase !== null) return deriveKey(how.passphrase, salt);
    const name = recent.keyName(path);
    const remembered = name === null ? null : await ports.keyStore?.get(name);
    if (!remembered) throw new AppError('passphraseNeeded');
    return remembered;
  };

  const pathOf = (ref: string): string => {
    if (/^[0-9a-f]{24}$/.test(ref)) {
      if (lockedPath !== null && recent.refOf(lockedPath) === ref) return lockedPath;
      return recent.pathOf(ref);
    }
    const { path } = tickets.incoming(ref);
    if (path === null) throw new AppError('workspaceNotFound');
    return path;
  };

  const openPath = async (given: string, how: Unlocking) => {
    // Through a link the lock would lie beside the link, and a new key would replace it by a file.
    const path = await realpath(given).catch(() => given);
    const key = await keyFor(path, how);
    if (open) await shut(false);
    const workspace = await openWorkspace({
      ...common,
      path,
      key,
      beforeMigration: async (at, with_) => void (await backups.make(at, with_, 'beforeMigration')),
    }).catch((error: unknown) => {
      // A remembered key that no longer fits (the file was replaced or rekeyed elsewhere) is of no use to anybody.
      if (error instanceof AppError && error.code === 'wrongPassphrase' && how.recoveryKey !== null)
        throw new AppError('recoveryKeyDoesNotFit');
      throw error;
    });
    adopt(workspace);
    if (how.remember) await rememberKey(path, key, workspace.sqlite);
  };

  const sheet = (key: RawKey, path: string): Promise<RecoverySheet> => makeRecoverySheet(key, basename(path), today());

  return {
    recent,
    backups,
    installation,
    current: (): OpenWorkspace => {
      if (open) return open;
      throw new AppError(lockedPath === null ? 'noWorkspace' : 'workspaceLocked');
    },
    isOpen: () => open !== null,
    author: (session: string): Author => ({ person: (open && readSettings(open).me) ?? 'unknown', session }),
    state(): WorkspaceState {
      const path = open?.path ?? lockedPath;
      const settings = open ? readSettings(open) : null;
      const known = path === null ? undefined : recent.list().find((each) => each.ref === recent.refOf(path));
      return {
        status: open ? 'open' : lockedPath === null ? 'none' : 'locked',
        door: ports.door,
        version: ports.version,
        keyStore: ports.keyStore !== null,
        workspace:
          path === null
            ? null
            : {
                ref: recent.refOf(path),
                fileName: basename(path),
                agencyId: settings?.homeAgency ?? null,
                agency: open ? agencyName(open) : (known?.agency ?? ''),
                personId: settings?.me ?? null,
                person: open ? personName(open, settings?.me ?? null) : '',
                territory: open ? agencyTerritory(open) : null,
                remembered: known?.remembered ?? false,
                sample: settings?.sample ?? false,
                inSharedFolder: inSharedFolder(path),
              },
      };
    },
    proposePlace: (agency: string) => ({ folder: ports.documents, fileName: proposeFileName(ports.documents, agency) }),
    create: (input: {
      passphrase: string | null;
      remember: boolean;
      agency: string;
      place: string | null;
      fill: (workspace: OpenWorkspace) => void;
    }): Promise<RecoverySheet> =>
      oneAtATime(async () => {
        if (input.passphrase === null && !ports.keyStore) throw new AppError('noKeyStore');
        const key =
          input.passphrase === null ? randomKey() : await deriveKey(requirePassphrase(input.passphrase), newSalt());
        const chosen = input.place === null ? null : tickets.incoming(input.place).path;
        if (chosen === null) makeFolder(ports.documents);
        const path = chosen ?? join(ports.documents, proposeFileName(ports.documents, input.agency));
        if (open) await shut(false);
        const workspace = await createWorkspace({ ...common, path, key });
        try {
          input.fill(workspace);
        } catch (error) {
          // A file that never became a workspace is nobody's: the next attempt needs its name.
          workspace.close();
          for (const side of ['', '-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
          throw inWords(error);
        }
        adopt(workspace);
        if (input.remember || input.passphrase === null) await rememberKey(path, key, workspace.sqlite);
        return sheet(key, path);
      }),
    open: (ref: string, how: Unlocking) => oneAtATime(() => openPath(pathOf(ref), how)),
    openAt: (path: string, how: Unlocking) => oneAtATime(() => openPath(path, how)),
    close: () => oneAtATime(() => shut(false)),
    lock: () =>
      oneAtATime(async () => {
        if (!open) throw new AppError('noWorkspace');
        await shut(true);
      }),
    changePassphrase: (current: string | null, next: string): Promise<RecoverySheet> =>
      oneAtATime(async () => {
        if (!open) throw new AppError('noWorkspace');
        const { path, key } = open;
        const wanted = requirePassphrase(next);
        const hasPassphrase = recent.keyName(path) === null || current !== null;
        if (hasPassphrase && (await keyFor(path, { passphrase: current ?? '', recoveryKey: null })) !== key)
          throw new AppError('wrongPassphrase', {}, 'current');
        const nextKey = await deriveKey(wanted, newSalt());
        // Nobody is in a hurry: an import that runs comes to its end first.
        await open.writes.alone(() => Promise.resolve());
        await shut(true);
        try {
          rekeyFile(path, key, nextKey, ports.door);
        } catch (error) {
          adopt(await openWorkspace({ ...common, path, key }));
          throw error;
        }
        await forgetKey(path);
        adopt(await openWorkspace({ ...common, path, key: nextKey }));
        return sheet(nextKey, path);
      }),
    async recovery(passphrase: string | null): Promise<RecoverySheet> {
      if (!open) throw new AppError('noWorkspace');
      const { path, key } = open;
      const needed = recent.keyName(path) === null || passphrase !== null;
      if (needed && (await keyFor(path, { passphrase: passphrase ?? '', recoveryKey: null })) !== key)
        throw new AppError('wrongPassphrase', {}, 'passphrase');
      return sheet(key, path);
    },
    remember: (on: boolean) =>
      oneAtATime(async () => {
        if (!open) throw new AppError('noWorkspace');
        if (on) await rememberKey(open.path, open.key, open.sqlite);
        else await forgetKey(open.path);
        tell({ kind: 'state' });
      }),
    forget: async (ref: string) => {
      const path = recent.pathOf(ref);
      await forgetKey(path);
      recent.forget(ref);
    },
    /** Throws `noWorkspace`, `diskFull`. */
    backUp: (kind: BackupKind = 'byHand') => backUp(kind),
    backupsOf: (ref: string) => backups.list(pathOf(ref)),
    restore: (ref: string, workspaceRef: string) =>
      oneAtATime(async () => {
        const path = pathOf(workspaceRef);
        const key = open?.path === path ? open.key : null;
        if (open?.path === path) await shut(true);
        try {
          noteRestored(installation, await realpath(path).catch(() => path));
          await backups.restore(path, ref, key);
        } finally {
          if (key !== null) {
            const again = await openWorkspace({ ...common, path, key }).catch((error: unknown) => {
              // An older backup may need the passphrase of its day; then the workspace stays locked.
              if (error instanceof AppError && error.code === 'wrongPassphrase') return null;
              throw error;
            });
            if (again) adopt(again);
          }
        }
      }),
    tell,
    /** Calls back with everything that happens; returns how to stop. */
    onNews(listener: (item: WorkspaceNews) => void): () => void {
      news.on('news', listener);
      return () => news.off('news', listener);
    },
    news,
    shutDown: () => oneAtATime(() => shut(false)),
  };
}

export type Manager = ReturnType<typeof createManager>;

/** What may stand in the log: a code, never a message, which may name a path. */
const codeOf = (error: unknown): string =>
  error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw inWords(error);
  }
}

const home = (workspace: OpenWorkspace) =>
  workspace.sqlite
    .prepare<[string], { name: string; shortName: string; territory: string | null }>(
      'SELECT name, shortName, territory FROM organisation WHERE id = ?',
    )
    .get(readSettings(workspace).homeAgency ?? '');

const agencyName = (workspace: OpenWorkspace): string => home(workspace)?.name ?? '';
const agencyTerritory = (workspace: OpenWorkspace): string | null => home(workspace)?.territory ?? null;

function personName(workspace: OpenWorkspace, id: string | null): string {
  if (id === null) return '';
  const name = workspace.sqlite
    .prepare<[string], { surname: string; givenName: string }>('SELECT surname, givenName FROM person WHERE id = ?')
    .get(id);
  return name ? [name.givenName, name.surname].filter(Boolean).join(' ') : '';
}
