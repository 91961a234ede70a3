import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { AppError } from '../../../../shared/errors.ts';
import { groupBy, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { patiently } from '../../workspace/writeGate.ts';
import { limits } from '../limits.ts';
import { writeWholeFile } from '../package/wholeFile.ts';
import { takeReceipt } from '../receiving/receipts.ts';
import { hashOf, ownFolder, readIncoming, removeOwn, type FolderFile } from './folderFiles.ts';

/** Of an agency's receipts the newest tell everything that the older ones do. */
const newestReceipts = 3;

/** A package from the folder that was merged. */
export interface MergedFrom {
  file: FolderFile;
  /** Whose package it was by its signature. */
  agencyId: string;
  entryId: string;
}

/**
 * Remembers what was found about files from outside, so that a file is read again only after it has changed.
 */
export function createKnowledge<T>() {
  const known = new Map<string, { mark: string; what: T }>();
  return {
    of(file: FolderFile): T | undefined {
      const found = known.get(file.path);
      return found?.mark === file.mark ? found.what : undefined;
    },
    keep(file: FolderFile, what: T): T {
      known.set(file.path, { mark: file.mark, what });
      return what;
    },
    /** Forgets files that are gone. */
    only(files: readonly FolderFile[]) {
      const here = new Set(files.map(({ path }) => path));
      for (const path of known.keys()) if (!here.has(path)) known.delete(path);
    },
  };
}

export type Knowledge<T> = ReturnType<typeof createKnowledge<T>>;

/** Refusals of a receipt that no waiting and no other card makes good. */
const final = new Set(['receiptNotForUs', 'receiptNewer', 'receiptWrong', 'receiptUnknownPackage', 'receiptTooLarge']);

/**
 * Takes receipts in, which need no person: they only say what a partner has. One that cannot be read yet, or whose signer is
 * not trusted yet, is tried again at the next look.
 * @param taken receipts that are not to be read again
 * @returns how many were new
 */
export async function takeReceipts(
  workspace: OpenWorkspace,
  files: readonly FolderFile[],
  taken: Knowledge<true>,
  now: number,
): Promise<number> {
  let count = 0;
  const agencies = groupBy(
    files.filter(({ kind, size }) => kind === 'receipt' && size > 0 && size <= limits.receipt),
    ({ agencyId }) => agencyId,
  );
  for (const receipts of agencies.values())
    for (const file of receipts
      .toSorted((a, b) => b.number - a.number)
      .slice(0, newestReceipts)
      .toReversed()) {
      if (taken.of(file)) continue;
      try {
        await patiently(() => takeReceipt(workspace, { open: () => readIncoming(file.path) }, now));
        taken.keep(file, true);
        count += 1;
      } catch (error) {
        if (!(error instanceof AppError) && !isFileTrouble(error)) throw error;
        if (error instanceof AppError && final.has(error.code)) taken.keep(file, true);
      }
    }
  return count;
}

const isFileTrouble = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);

/** Whether a package was merged here, by whichever carrier it came; null where it was not. */
export async function mergedAs(
  reader: Reader,
  file: FolderFile,
  hashes: Knowledge<string>,
): Promise<Omit<MergedFrom, 'file'> | null> {
  const sameSize = readOne(reader, "SELECT 1 FROM exchange_log WHERE direction = 'received' AND bytes = ?", file.size);
  if (!sameSize) return null;
  const sha256 = hashes.of(file) ?? hashes.keep(file, await hashOf(file.path));
  return (
    readOne<{ agencyId: string; entryId: string }>(
      reader,
      `SELECT agencyId, id AS entryId FROM exchange_log
       WHERE direction = 'received' AND bytes = ? AND details ->> 'fileSha256' = ? LIMIT 1`,
      file.size,
      sha256,
    ) ?? null
  );
}

/**
 * Puts our receipt for a package where its sender finds it, and takes our earlier ones for that agency away: the newest says
 * everything that they do.
 * @throws AppError `folderGone`, `folderNotWritable`, `diskFull`, `fileNotWritten`
 */
export async function putReceipt(
  folder: { root: string; own: string; lying: readonly FolderFile[] },
  receiver: string,
  number: number,
  bytes: Uint8Array,
): Promise<void> {
  const target = join(await ownFolder(folder.root, folder.own, receiver), `${number}.viche-receipt`);
  await writeWholeFile(target, async (out) => {
    // The callback of `end` comes for a failure as well: half a receipt would get its name.
    out.end(bytes);
    await finished(out);
  });
  for (const file of folder.lying)
    if (file.kind === 'receipt' && file.agencyId === receiver && file.path !== target) await removeOwn(file);
}

/** What the log says of a package of ours that lies in the folder; null for one that this installation did not put there. */
export const sentAs = (reader: Reader, file: FolderFile): { acknowledgedAt: string | null } | null =>
  readOne<{ acknowledgedAt: string | null }>(
    reader,
    `SELECT acknowledgedAt FROM exchange_log
     WHERE agencyId = ? AND direction = 'sent' AND carrier = 'folder' AND number = ? AND bytes = ?`,
    file.agencyId,
    file.number,
    file.size,
  ) ?? null;
