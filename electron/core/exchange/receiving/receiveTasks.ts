import { changeFates, type ChangeFate, type PackagePreview } from '../../../../shared/contract/exchangeViews.ts';
import type { Language } from '../../../../shared/languages.ts';
import { keepChunks, dropUnnamed } from '../../files/contents.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Progress } from '../../longWork.ts';
import { signedApart } from '../../meetings/signedApart.ts';
import { readOne, type Reader } from '../../statements.ts';
import { ledgerOf } from '../../workspace/ledgerOf.ts';
import { recordName } from '../../workspace/recordNames.ts';
import type { Writable } from '../../workspace/open.ts';
import { trustedCard } from '../trust/cards.ts';
import { readKeys } from '../trust/keys.ts';
import { mergePackage, offeredGroups, type MergeOutcome, type OpenedPackage } from './mergePackage.ts';
import { openPackage, type StagedPackage } from './openPackage.ts';
import { describeMerge } from './preview.ts';
import { packPreview, type PackedPreview } from './previewPages.ts';
import { createSeenLines } from './seenLines.ts';
import { dropStaged } from './stagedBatches.ts';

/** Looks at a package: everything is verified, merged for trial, and taken back. */
export interface PackageInspection {
  input: { staged: StagedPackage; author: Author; language: Language; now: number };
  result: { preview: Omit<PackagePreview, 'previewId'>; records: PackedPreview; fileSha256: string };
}

/** Merges a package that was looked at. */
export interface PackageMerge {
  input: { staged: StagedPackage; fileSha256: string; author: Author; join: readonly string[]; now: number };
  result: { entryId: string };
}

function describePackage(
  reader: Reader,
  opened: OpenedPackage,
  outcome: MergeOutcome,
  { index }: PackedPreview,
  before: ReadonlySet<string>,
  language: Language,
): Omit<PackagePreview, 'previewId' | 'offered'> {
  const { manifest } = opened;
  const card = trustedCard(reader, manifest.from.agencyId);
  const counts = Object.fromEntries(changeFates.map((fate) => [fate, 0])) as Record<ChangeFate, number>;
  const kinds = new Map<string, number>();
  for (const { fate, entity } of index) {
    counts[fate] += 1;
    kinds.set(entity, (kinds.get(entity) ?? 0) + 1);
  }
  const held = outcome.fates.filter(({ kind }) => kind === 'held').length;
  return {
    fileName: opened.fileName,
    bytes: opened.bytes,
    sender: {
      agencyId: manifest.from.agencyId,
      name: card?.name ?? manifest.from.name,
      fingerprint: manifest.from.fingerprint,
      trustedAt: card?.trustedAt ?? null,
      checked: card?.checked ?? 'none',
    },
    madeAt: manifest.madeAt,
    since: manifest.since,
    counts,
    kinds: [...kinds].map(([entity, rows]) => ({ entity, rows })).toSorted((a, b) => b.rows - a.rows),
    signedApart: signedApart(reader)
      .filter(({ id }) => !before.has(id))
      .map(({ id }) => recordName(reader, 'meeting', id, language)),
    attachments: opened.attachments.length,
    attachmentBytes: opened.attachments.reduce((sum, { size }) => sum + size, 0),
    groups: manifest.scopes.map(
      ({ id, name }) =>
        readOne<{ name: string }>(reader, 'SELECT name FROM working_group WHERE id = ?', id)?.name ?? name,
    ),
    known: outcome.fates.filter(({ kind }) => kind === 'known').length,
    held,
    introductions: outcome.introductions
      .filter(({ agencyId }) => agencyId !== readKeys(reader).agencyId)
      .map(({ name, fingerprint }) => ({ name, fingerprint })),
    erasures: index.filter(({ entity, fate }) => entity === 'erasure' && fate === 'new').length,
    troubles: outcome.troubles,
  };
}

/** The thread's side of looking at a package; nothing of it stays. Throws what `openPackage` throws. */
export async function inspectPackage(
  workspace: Writable,
  { staged, author, language, now }: PackageInspection['input'],
  progress: Progress,
): Promise<PackageInspection['result']> {
  const { sqlite, ledger: own } = workspace;
  // The whole transaction is taken back, which is empty so far: a savepoint would remember every page that changes.
  const isWithin = sqlite.inTransaction;
  if (!isWithin) sqlite.exec('BEGIN IMMEDIATE');
  try {
    const opened = await openPackage(workspace, staged, { progress });
    // A ledger of its own: what it says was committed must not reach the pages.
    const ledger = ledgerOf(sqlite, { device: own.device, now: () => now, withinTransaction: true });
    const { agencyId } = readKeys(workspace);
    const offered = offeredGroups(workspace, opened.manifest);
    const apart = new Set(signedApart(workspace).map(({ id }) => id));
    const join = offered.map(({ id }) => id);
    const seen = createSeenLines(workspace);
    const outcome = mergePackage({ sqlite, ledger }, opened, { own: agencyId, author, join, now, watch: seen.watch });
    const records = packPreview(describeMerge(workspace, outcome, seen.all(), { own: agencyId, language }));
    return {
      preview: { ...describePackage(workspace, opened, outcome, records, apart, language), offered },
      records,
      fileSha256: opened.fileSha256,
    };
  } finally {
    sqlite.exec('ROLLBACK');
    if (isWithin) sqlite.exec('BEGIN IMMEDIATE');
  }
}

/**
 * The thread's side of a merge: the file is read again, contents of files come in, then the batches, in one transaction.
 * Throws what `openPackage` throws; nothing is written then.
 */
export async function mergeStaged(
  workspace: Writable,
  { staged, fileSha256, author, join, now }: PackageMerge['input'],
  progress: Progress,
): Promise<PackageMerge['result']> {
  const brought: string[] = [];
  const opened = await openPackage(workspace, staged, {
    expected: fileSha256,
    progress,
    attachment: async ({ sha256, size, chunks }) => {
      if (await keepChunks(workspace, sha256, size, chunks)) brought.push(sha256);
    },
  });
  const { agencyId } = readKeys(workspace);
  const { entryId } = mergePackage(workspace, opened, { own: agencyId, author, join, now });
  dropUnnamed(workspace, brought);
  dropStaged(workspace);
  return { entryId };
}
