import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type {
  ExchangeEntry,
  PackagePreview,
  previewFilter,
  PreviewRecord,
  PreviewRow,
} from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import type { Core } from '../../core.ts';
import type { IncomingFile } from '../../files/tickets.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { LongWork } from '../../longWork.ts';
import { runBigWrite } from '../../workspace/bigWrite.ts';
import { sealReceipt } from '../package/receipt.ts';
import type { Staging } from '../staging.ts';
import { ownHave } from '../sending/due.ts';
import { trustedCard } from '../trust/cards.ts';
import { readKeys } from '../trust/keys.ts';
import { readEntry, receiptOf } from './log.ts';
import { missingFiles } from './missingFiles.ts';
import type { StagedPackage } from './openPackage.ts';
import { takePicks, type Pick } from './picks.ts';
import { createPreviewPages, type PreviewPages } from './previewPages.ts';

interface Kept {
  staged: StagedPackage;
  fileSha256: string;
  preview: PackagePreview;
  pages: PreviewPages;
}

/** So many packages are looked at at once; of more the oldest is looked at anew. */
const mostKept = 5;

/** Who looks at a package, and in which language names are shown to them. */
export interface Looker {
  author: Author;
  language: Language;
}

export interface Merged {
  entry: ExchangeEntry;
  /** Encrypted to the sender; null where no card of the sender's is trusted any more. */
  receipt: Buffer | null;
}

/**
 * Packages that somebody is looking at. Their change lists lie in this process's memory, their files encrypted in the staging
 * folder, until they are merged or left, or the workspace is locked.
 */
export function createReceiving(core: Core, staging: Staging) {
  const kept = new Map<string, Kept>();
  const now = () => (core.ports.now ?? Date.now)();

  const need = (previewId: string): Kept => {
    const found = kept.get(previewId);
    if (!found) throw new AppError('previewGone');
    return found;
  };

  const leave = (previewId: string) => {
    const found = kept.get(previewId);
    kept.delete(previewId);
    if (found) staging.drop(found.staged.path);
  };

  const look = async (staged: StagedPackage, by: Looker, work: LongWork): Promise<PackagePreview> => {
    // Before the file is read: the words about missing keys are plainer than those about decryption.
    readKeys(core.workspace());
    const { preview, records, fileSha256 } = await runBigWrite(
      core,
      'exchangeInspect',
      { staged, ...by, now: now() },
      work,
    );
    const previewId = randomUUID();
    const whole = { ...preview, previewId };
    kept.set(previewId, { staged, fileSha256, preview: whole, pages: createPreviewPages(records) });
    // Whoever goes elsewhere while a package is being looked at leaves it behind.
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > mostKept) leave(oldest);
    return whole;
  };

  const receiptFor = async (entryId: string): Promise<Merged> => {
    const workspace = core.workspace();
    const entry = readEntry(workspace, entryId);
    const about = receiptOf(workspace, entryId);
    if (!entry || !about) throw new AppError('notFound', { what: 'exchangeEntry' });
    const keys = readKeys(workspace);
    const { from, manifestSha256, refused } = about;
    const card = from === keys.agencyId ? keys : trustedCard(workspace, from);
    if (!card) return { entry, receipt: null };
    const receipt = await sealReceipt({
      receipt: {
        from: { agencyId: keys.agencyId, fingerprint: keys.fingerprint },
        to: { agencyId: from, fingerprint: card.fingerprint },
        manifest: manifestSha256,
        incarnation: workspace.ledger.device,
        have: ownHave(workspace, from),
        wants: missingFiles(workspace, from),
        refused,
        at: new Date(now()).toISOString(),
      },
      recipients: [...new Set([card.recipient, keys.recipient])],
      sign: keys.sign,
    });
    return { entry, receipt };
  };

  return {
    /** Looks at a file, a copy of which is kept. Throws what `openPackage` throws, `noExchangeKeys`, `cancelled`; nothing is written. */
    async inspectFile(
      file: IncomingFile,
      by: Looker,
      work: LongWork,
      carrier: StagedPackage['carrier'] = 'file',
    ): Promise<PackagePreview> {
      const path = await staging.bring(file);
      try {
        return await look({ path, fileName: file.name, carrier }, by, work);
      } catch (error) {
        staging.drop(path);
        throw error;
      }
    },
    /**
     * The receipt for a merged package, by its entry in the log, whenever it is asked for: one may be lost any time between the
     * merge and the partner. Throws `notFound`.
     */
    receiptFor,
    rows(filter: z.infer<typeof previewFilter>): { total: number; rows: PreviewRow[] } {
      return need(filter.previewId).pages.page(filter);
    },
    record(input: { previewId: string; entity: string; row: string }): PreviewRecord {
      const found = need(input.previewId).pages.record(input.entity, input.row);
      if (!found) throw new AppError('notFound', { what: input.entity });
      return found;
    },
    /** Throws `previewGone`. */
    must: (previewId: string) => void need(previewId),
    /**
     * Merges what was looked at, in one transaction; then takes the picked values back as an ordinary act of the person's.
     * The caller has made a backup. Throws `previewGone`, `packageChanged`, `cancelled`.
     */
    async merge(
      author: Author,
      input: { previewId: string; join: readonly string[]; picks: readonly Pick[] },
      work: LongWork,
    ): Promise<Merged> {
      const { staged, fileSha256, preview } = need(input.previewId);
      const { entryId } = await runBigWrite(
        core,
        'exchangeMerge',
        { staged, fileSha256, author, join: input.join, now: now() },
        work,
      );
      takePicks(core.workspace(), author, input.picks);
      leave(preview.previewId);
      return receiptFor(entryId);
    },
    leave,
    /** The workspace is locked or closed: nothing of a package stays in memory. */
    forget() {
      for (const previewId of kept.keys()) leave(previewId);
    },
  };
}

export type Receiving = ReturnType<typeof createReceiving>;
