import { createReadStream, statSync } from 'node:fs';
import { AppError } from '../../../../shared/errors.ts';
import type { Reader } from '../../statements.ts';
import type { Manifest } from '../package/manifest.ts';
import { readPackage, type PackageVisitor } from '../package/readPackage.ts';
import { isBelieved, signerOf, trustedCard } from '../trust/cards.ts';
import { isRenewalOf, readCard } from '../trust/cardText.ts';
import { readKeys } from '../trust/keys.ts';
import { verifierWith } from '../trust/signing.ts';
import type { OpenedPackage } from './mergePackage.ts';
import { createStagedBatches } from './stagedBatches.ts';

/** A package whose encrypted file lies where a worker can read it. */
export interface StagedPackage {
  path: string;
  fileName: string;
  carrier: OpenedPackage['carrier'];
}

/** Whether a card that travels in the package is one with which the sender we trust has renewed its keys. */
function bringsRenewal(reader: Reader, { from, cards }: Manifest): boolean {
  const trusted = trustedCard(reader, from.agencyId);
  if (!trusted) return false;
  return cards.some((text) => {
    try {
      const card = readCard(text);
      return card.fingerprint === from.fingerprint && isRenewalOf(card, trusted);
    } catch {
      return false;
    }
  });
}

/**
 * The manifest's signature by the card that it names. Throws `packageSignerUnknown`, `packageSignerNotTrusted`,
 * `packageSignerRevoked`, `packageSignerRenewed`, `packageSignerGivenUp`, `packageOwnKeysOld`: not merged, with the reason.
 */
export function verifyManifest(reader: Reader, manifest: Manifest, bytes: Buffer, signature: Buffer): boolean {
  const { from } = manifest;
  const params = { name: from.name, fingerprint: from.fingerprint };
  const signer = signerOf(reader, from.fingerprint);
  if (!signer || !isBelieved(signer)) {
    if (signer?.state === 'givenUp' || signer?.state === 'ownLater') throw new AppError('packageOwnKeysOld');
    // The old keys may be in other hands, and what went under them comes again under the new ones.
    if (signer?.state === 'replaced') throw new AppError('packageSignerGivenUp', params);
    if (signer?.state === 'revoked') throw new AppError('packageSignerRevoked', params);
    if (bringsRenewal(reader, manifest)) throw new AppError('packageSignerRenewed', params);
    throw new AppError(signer ? 'packageSignerNotTrusted' : 'packageSignerUnknown', params);
  }
  return signer.agencyId === from.agencyId && verifierWith(signer.verifyKey)(bytes, signature);
}

/**
 * Reads a staged package to its end: caps, decryption, whom it is for, signature, hashes. Batches are staged in the
 * caller's transaction; contents of files go to `attachment`, or are only checked.
 * @param expected hash of the file that was looked at before: another file is refused, `packageChanged`
 */
export async function openPackage(
  reader: Reader,
  staged: StagedPackage,
  options: {
    progress: (done: number, total: number) => void;
    attachment?: PackageVisitor['attachment'];
    expected?: string;
  },
): Promise<OpenedPackage> {
  const keys = readKeys(reader);
  const batches = createStagedBatches(reader);
  const attachments: { sha256: string; size: number }[] = [];
  const size = statSync(staged.path).size;
  const read = await readPackage({
    open: () => createReadStream(staged.path),
    size,
    identities: keys.identities,
    receiver: { agencyId: keys.agencyId, fingerprints: [keys.fingerprint, ...Object.keys(keys.earlier)] },
    verify: (manifest, bytes, signature) => verifyManifest(reader, manifest, bytes, signature),
    progress: (done) => options.progress(done, size),
    visitor: {
      batch: ({ bytes, packed, signature, sha256, crc }) =>
        batches.add({ content: packed, signature, sha256, crc, size: bytes.length }),
      attachment: async (file) => {
        attachments.push({ sha256: file.sha256, size: file.size });
        await options.attachment?.(file);
      },
    },
  });
  if (options.expected !== undefined && read.fileSha256 !== options.expected) throw new AppError('packageChanged');
  const { fileName, carrier } = staged;
  const { manifest, manifestSha256, bytes, fileSha256 } = read;
  return { manifest, manifestSha256, bytes, fileSha256, fileName, carrier, batches: batches.all, attachments };
}
