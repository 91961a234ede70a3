import { setTimeout as pause } from 'node:timers/promises';
import type { FolderStatus } from '../../../../shared/contract/exchange.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { readSettings } from '../../workspace/settings.ts';
import { listIncoming, type FolderFile } from './folderFiles.ts';
import { createKnowledge } from './folderMail.ts';
import type { OtherPackage } from './folderEarlier.ts';

/** In milliseconds. */
export const usualTimes = {
  /** A file whose size has not changed for so long is taken for whole. */
  calm: 1_000,
  /** One that has not changed for so long needs no second look. */
  old: 60_000,
  /** Whoever synchronises a file is done with it after so long: what cannot be read then is damaged. */
  arrival: 10 * 60_000,
  /** How often the folder is looked at in any case. */
  rhythm: 60_000,
  /** So long after the last edit what is due is written. */
  quiet: 20_000,
  /** So often it is looked whether what is not acknowledged still lies there, or is due for another reason. */
  again: 15 * 60_000,
};
export type FolderTimes = typeof usualTimes;

/** So often one visit waits for files that are just being written. */
const mostLooks = 4;

/** What is known of the folder of the open workspace; ends with it. */
export function createSession(workspace: OpenWorkspace, root: string) {
  return {
    workspace,
    root,
    own: readSettings(workspace).homeAgency ?? '',
    firstSeen: createKnowledge<number>(),
    receipts: createKnowledge<true>(),
    hashes: createKnowledge<string>(),
    /** Packages in our own folder that this installation did not make; null where none of ours did. */
    foreign: createKnowledge<OtherPackage | null>(),
    status: { folder: root, watching: false, trouble: null, checkedAt: null, waiting: [] } as FolderStatus,
    /** Something may be due: since when, in milliseconds; null where nothing has changed. */
    changedAt: 0 as number | null,
    /** When it was last seen to it that what is due lies there. */
    deliveredAt: 0,
    /** When it is looked at next. */
    next: null as { at: number; timer: NodeJS.Timeout } | null,
    stop: () => {},
    ended: false,
  };
}

export type Session = ReturnType<typeof createSession>;

/** Files from outside that have stopped changing; `unsettled` says whether there are others. */
const settledOf = (s: Session, files: readonly FolderFile[], times: FolderTimes) => {
  const at = Date.now();
  const settled = files.filter((file) => {
    const since = s.firstSeen.of(file) ?? s.firstSeen.keep(file, at);
    return at - since >= times.calm || at - file.changedAt >= times.old;
  });
  s.firstSeen.only(files);
  return { settled, unsettled: settled.length < files.length };
};

/** Waits for files that are just being written, but not for long: they come with a later look. */
export const incomingOf = async (
  s: Session,
  times: FolderTimes,
): Promise<{ settled: FolderFile[]; unsettled: boolean }> => {
  for (let look = 1; ; look += 1) {
    const seen = settledOf(s, await listIncoming(s.root, s.own), times);
    if (!seen.unsettled || look >= mostLooks || s.ended) return seen;
    await pause(times.calm);
  }
};
