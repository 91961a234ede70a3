import { join } from 'node:path';
import type { FolderStatus } from '../../../../shared/contract/exchange.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Core } from '../../core.ts';
import type { LongWork } from '../../longWork.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import type { Receiving } from '../receiving/receive.ts';
import { makePackage, type MadePackage } from '../sending/send.ts';
import { trustedCard } from '../trust/cards.ts';
import { hasKeys } from '../trust/keys.ts';
import { mayGo } from './folderEarlier.ts';
import { folderError, listOwn, ownFolder, removeOwn, type FolderFile } from './folderFiles.ts';
import { mergedAs, putReceipt, sentAs, takeReceipts, type MergedFrom } from './folderMail.ts';
import { noteForgotten } from './folderOwn.ts';
import { incomingOf, type FolderTimes, type Session } from './folderSession.ts';

const asWaiting = (workspace: OpenWorkspace, file: FolderFile, since: number): FolderStatus['waiting'][number] => ({
  ref: `${file.agencyId}/${file.number}`,
  agencyId: file.agencyId,
  agency: trustedCard(workspace, file.agencyId)?.name ?? '',
  name: file.name,
  bytes: file.size,
  since: new Date(since).toISOString(),
});

/** What is done in an exchange folder, piece by piece. */
export function createFolderWork(core: Core, receiving: Receiving, times: FolderTimes) {
  const now = () => (core.ports.now ?? Date.now)();

  /** Writes the receipt for a merged package where it is missing: the program may have been killed after the merge. */
  const answer = async (s: Session, lying: readonly FolderFile[], { file, agencyId, entryId }: MergedFrom) => {
    const mine = lying.filter((each) => each.kind === 'receipt' && each.agencyId === agencyId);
    if (agencyId !== file.agencyId || mine.some(({ number }) => number >= file.number)) return false;
    const { receipt } = await receiving.receiptFor(entryId);
    if (receipt) await putReceipt({ root: s.root, own: s.own, lying }, agencyId, file.number, receipt);
    return receipt !== null;
  };

  const send = async (s: Session, input: { agencyId: string; full: boolean }, work: LongWork): Promise<MadePackage> => {
    try {
      const folder = await ownFolder(s.root, s.own, input.agencyId);
      await noteForgotten(s);
      const lying = (await listOwn(s.root, s.own)).filter(
        ({ kind, agencyId }) => kind === 'package' && agencyId === input.agencyId,
      );
      const made = await makePackage(
        core,
        { ...input, carrier: 'folder', above: Math.max(0, ...lying.map(({ number }) => number)) },
        (number) => join(folder, `${number}.viche-package`),
        work,
      );
      // It holds all that its forerunners hold.
      for (const file of lying) if (sentAs(s.workspace, file)) await removeOwn(file);
      return made;
    } catch (error) {
      throw folderError(error, true);
    }
  };

  /** Writes what is due, and takes away what is acknowledged or for nobody any more. Says whether anything was done. */
  const deliver = async (s: Session): Promise<boolean> => {
    let did = false;
    const { path, key, ledger } = s.workspace;
    const lying = (await listOwn(s.root, s.own)).filter(({ kind }) => kind === 'package');
    for (const file of lying) {
      const sent = sentAs(s.workspace, file);
      const other = sent ? null : s.foreign.of(file);
      if (other && mayGo(s.workspace, other, lying)) {
        await removeOwn(file);
        did = true;
        continue;
      }
      if (!sent || (sent.acknowledgedAt === null && trustedCard(s.workspace, file.agencyId))) continue;
      await removeOwn(file);
      did = true;
    }
    const due = await core.workers.run('exchangeFolderDue', {
      path,
      key,
      device: ledger.device,
      lying: lying.map(({ agencyId, number, size }) => ({ agencyId, number, size })),
    });
    for (const agencyId of due) {
      if (s.ended) return did;
      await send(s, { agencyId, full: false }, {});
      did = true;
    }
    return did;
  };

  /** What has come: receipts are taken in, merged packages are acknowledged, the others wait. */
  const collect = async (s: Session): Promise<{ did: boolean; unsettled: boolean }> => {
    const { settled, unsettled } = await incomingOf(s, times);
    if (s.ended) return { did: false, unsettled: false };
    // Before the receipts, which may be for it.
    let did = hasKeys(s.workspace) && (await noteForgotten(s));
    if (s.ended) return { did: false, unsettled: false };
    if (hasKeys(s.workspace) && (await takeReceipts(s.workspace, settled, s.receipts, now())) > 0) {
      did = true;
      s.changedAt ??= 0;
    }
    const waiting: FolderStatus['waiting'] = [];
    const merged = new Map<string, MergedFrom>();
    for (const file of settled) {
      if (file.kind !== 'package' || s.ended) continue;
      const as = await mergedAs(s.workspace, file, s.hashes).catch((error: unknown) => {
        // Gone or taken away in between: the next look sees what is there.
        if (folderError(error) instanceof AppError) return null;
        throw error;
      });
      const newest = merged.get(file.agencyId);
      if (as === null) waiting.push(asWaiting(s.workspace, file, s.firstSeen.of(file) ?? Date.now()));
      else if (!newest || newest.file.number < file.number) merged.set(file.agencyId, { file, ...as });
    }
    for (const known of [s.receipts, s.hashes]) known.only(settled);
    s.status = {
      ...s.status,
      waiting: waiting.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
    };
    if (s.ended || !hasKeys(s.workspace)) return { did, unsettled };
    const lying = merged.size > 0 ? await listOwn(s.root, s.own) : [];
    for (const each of merged.values()) if (await answer(s, lying, each)) did = true;
    return { did, unsettled };
  };

  return { send, deliver, collect };
}
