import type { FolderStatus } from '../../../../shared/contract/exchange.ts';
import type { PackagePreview } from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Core } from '../../core.ts';
import type { LongWork } from '../../longWork.ts';
import { traceOf } from '../../traceOf.ts';
import type { Manager } from '../../workspace/manager.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Looker, Merged, Receiving } from '../receiving/receive.ts';
import type { MadePackage } from '../sending/send.ts';
import { hasKeys } from '../trust/keys.ts';
import { folderError, listIncoming, listOwn, readIncoming } from './folderFiles.ts';
import { putReceipt } from './folderMail.ts';
import { checkPlace, createFolderPlaces } from './folderPlace.ts';
import { createSession, usualTimes, type Session } from './folderSession.ts';
import { watchFolder } from './folderWatch.ts';
import { createFolderWork } from './folderWork.ts';

/** Refusals that a file has while it is still being copied. */
const ofHalfFiles = new Set(['packageCutShort', 'packageDamaged', 'packageNotReadable', 'notAPackage']);

/**
 * Exchange by a folder that other programs carry (rule 19): Syncthing, Nextcloud, a file share. What has come is listed and
 * waits for a person; receipts are taken in by themselves; what is due is written, again until it is acknowledged.
 */
export function createFolder(
  core: Core,
  manager: Manager,
  receiving: Receiving,
  tellPages: () => void,
  times = usualTimes,
) {
  const places = createFolderPlaces(manager.installation);
  const work = createFolderWork(core, receiving, times);
  const now = () => (core.ports.now ?? Date.now)();
  let session: Session | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(piece: () => Promise<T>): Promise<T> => {
    const next = queue.then(piece, piece);
    queue = next.catch(() => undefined);
    return next;
  };

  const end = () => {
    if (!session) return;
    session.ended = true;
    clearTimeout(session.next?.timer);
    session.stop();
    session = null;
  };

  /** The session of the workspace that is open now; null where it has no folder. Throws as `core.workspace`. */
  const current = (): Session | null => {
    const workspace = core.workspace();
    const root = places.of(workspace);
    if (session && (session.workspace !== workspace || session.root !== root)) end();
    if (root !== null) session ??= createSession(workspace, root);
    return session;
  };

  /** One look at everything; a trouble of one part does not keep the others from being done. */
  const look = async (s: Session, everything: boolean): Promise<void> => {
    const before = JSON.stringify({ ...s.status, checkedAt: null });
    let trouble: string | null = null;
    let did = false;
    let unsettled = false;
    const part = async (piece: () => Promise<void>) => {
      if (s.ended || (trouble !== null && trouble !== 'folderNotWritable')) return;
      try {
        await piece();
      } catch (error) {
        const worded = folderError(error);
        if (s.ended) return;
        trouble ??= worded instanceof AppError ? worded.code : 'unexpected';
        if (!(worded instanceof AppError)) core.ports.log({ level: 'error', message: traceOf(error) });
      }
    };
    await part(async () => {
      const done = await work.collect(s);
      ({ unsettled } = done);
      did ||= done.did;
    });
    const isQuiet = s.changedAt !== null && now() - s.changedAt >= times.quiet;
    const isLongAgo = now() - s.deliveredAt >= times.again;
    if (everything || isQuiet || isLongAgo)
      await part(async () => {
        if (!hasKeys(s.workspace)) return;
        const asked = s.changedAt;
        // Until it succeeds every look tries again, and so goes on saying what is in the way.
        s.deliveredAt = 0;
        if (await work.deliver(s)) did = true;
        s.deliveredAt = now();
        if (s.changedAt === asked) s.changedAt = null;
      });
    if (s.ended) return;
    s.status = { ...s.status, trouble, checkedAt: new Date(now()).toISOString() };
    if (did || before !== JSON.stringify({ ...s.status, checkedAt: null })) tellPages();
    if (unsettled && s.status.watching) lookSoon(s);
  };

  const lookSoon = (s: Session, delay = times.calm) => {
    const at = Date.now() + delay;
    if (s.ended || (s.next && s.next.at <= at)) return;
    clearTimeout(s.next?.timer);
    const timer = setTimeout(() => {
      s.next = null;
      void oneAtATime(async () => {
        if (!s.ended) await look(s, false);
      });
    }, delay).unref();
    s.next = { at, timer };
  };

  /** Doors that stay open watch; the command line looks when it is asked. */
  const watch = () => {
    const s = current();
    if (!s || core.ports.door === 'cli' || s.status.watching) return;
    const stopWatching = watchFolder(s.root, s.own, () => lookSoon(s));
    const timer = setInterval(() => lookSoon(s), times.rhythm).unref();
    s.stop = () => {
      clearInterval(timer);
      stopWatching();
    };
    s.status = { ...s.status, watching: true };
    lookSoon(s);
  };

  manager.onNews((news) => {
    if (news.kind === 'state') {
      if (!manager.isOpen()) end();
      else watch();
    } else if (news.kind === 'changed' && session && Object.keys(news.rows).some((entity) => entity !== 'exchange')) {
      session.changedAt = now();
      if (session.status.watching) lookSoon(session, times.quiet);
    }
  });

  const none: FolderStatus = { folder: null, watching: false, trouble: null, checkedAt: null, waiting: [] };
  const need = (): Session => {
    const s = current();
    if (!s) throw new AppError('noExchangeFolder');
    return s;
  };
  const sync = (): Promise<FolderStatus> =>
    oneAtATime(async () => {
      const s = current();
      if (s) await look(s, true);
      return s?.status ?? none;
    });

  return {
    /** As it was at the last look; the command line looks now, without writing what is due. */
    async status(): Promise<FolderStatus> {
      const s = current();
      if (s && s.status.checkedAt === null && core.ports.door === 'cli') await oneAtATime(() => look(s, false));
      return s?.status ?? none;
    },
    /** Throws `folderGone`, `folderNotWritable`, `folderFull`. */
    async set(ticket: string | null): Promise<FolderStatus> {
      const workspace = core.workspace();
      const path = ticket === null ? null : core.tickets.incoming(ticket).path;
      if (ticket !== null && path === null) throw new AppError('folderNotWritable');
      const root = path === null ? null : await checkPlace(path, readSettings(workspace).homeAgency ?? '');
      end();
      places.keep(workspace, root);
      watch();
      tellPages();
      return current()?.status ?? none;
    },
    /** How many packages waited at the last look. */
    waiting: (): number => (session?.workspace === core.workspace() ? session.status.waiting.length : 0),
    /** Looks for what has come and writes what is due, now. */
    sync,
    /** Throws `noExchangeFolder` and as `makePackage`; `folderGone`, `folderNotWritable`, `folderFull`. */
    send: (input: { agencyId: string; full: boolean }, how: LongWork): Promise<MadePackage> =>
      oneAtATime(() => work.send(need(), input, how)),
    /**
     * Looks at a package that waits. A copy of it is looked at: whoever put it there may take it away meanwhile.
     * @throws AppError `notFound`, `packageStillArriving`, and as `inspectFile`
     */
    async inspect(ref: string, by: Looker, how: LongWork): Promise<PackagePreview> {
      const s = need();
      const files = await listIncoming(s.root, s.own);
      const file = files.find((each) => each.kind === 'package' && `${each.agencyId}/${each.number}` === ref);
      if (!file) throw new AppError('notFound', { what: 'package' });
      const { name, size, path } = file;
      try {
        const incoming = { name, size, path: null, open: () => readIncoming(path) };
        return await receiving.inspectFile(incoming, by, how, 'folder');
      } catch (error) {
        const worded = folderError(error);
        const code = worded instanceof AppError ? worded.code : '';
        const isYoung = Date.now() - file.changedAt < times.arrival;
        if (isYoung && (ofHalfFiles.has(code) || code === 'folderGone')) throw new AppError('packageStillArriving');
        throw worded;
      }
    },
    /** Puts the receipt for a package that came by the folder there; false where it has to go by hand. */
    async acknowledge({ entry, receipt }: Merged): Promise<boolean> {
      const s = entry.carrier === 'folder' ? current() : null;
      if (!s || !receipt) return false;
      return oneAtATime(async () => {
        try {
          const lying = await listOwn(s.root, s.own);
          await putReceipt({ root: s.root, own: s.own, lying }, entry.agencyId, parseInt(entry.fileName, 10), receipt);
          s.status = {
            ...s.status,
            waiting: s.status.waiting.filter(
              ({ name, agencyId }) => name !== entry.fileName || agencyId !== entry.agencyId,
            ),
          };
          return true;
        } catch (error) {
          const worded = folderError(error, true);
          if (!(worded instanceof AppError)) throw error;
          s.status = { ...s.status, trouble: worded.code };
          return false;
        }
      });
    },
  };
}
