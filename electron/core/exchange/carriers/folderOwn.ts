import { AppError } from '../../../../shared/errors.ts';
import { readPackageManifest } from '../package/readPackage.ts';
import type { Manifest } from '../package/manifest.ts';
import { entryNames } from '../package/parts.ts';
import { basesOf, reachOf } from '../sending/due.ts';
import { noteSent } from '../sending/noteSent.ts';
import { readKeys } from '../trust/keys.ts';
import { verifierWith } from '../trust/signing.ts';
import type { OtherPackage } from './folderEarlier.ts';
import { listOwn, readIncoming, type FolderFile } from './folderFiles.ts';
import { sentAs } from './folderMail.ts';
import type { Session } from './folderSession.ts';

/** The manifest of a package that lies in our folder, where we signed it; null where somebody else put it there. */
async function ownManifest(
  { workspace }: Session,
  file: FolderFile,
): Promise<{ manifest: Manifest; manifestSha256: string } | null> {
  const { agencyId, identities, fingerprint, verifyKey, earlier } = readKeys(workspace);
  const keys = new Map([...Object.entries(earlier), [fingerprint, verifyKey]]);
  const read = await readPackageManifest({
    open: () => readIncoming(file.path),
    size: file.size,
    // Every package is encrypted to us as well.
    identities,
    verify: ({ from }, bytes, signature) => verifierWith(keys.get(from.fingerprint) ?? '')(bytes, signature),
  });
  const { from, to, number } = read.manifest;
  const isHere = from.agencyId === agencyId && to.agencyId === file.agencyId && number === file.number;
  return isHere ? read : null;
}

const filesOf = ({ entries }: Manifest): string[] =>
  entries.flatMap(({ name, sha256 }) => (name === entryNames.attachment(sha256) ? [sha256] : []));

/** Notes a package of this installation; of another one of ours it says what it brings, of a stranger's nothing. */
async function noteIfOurs(s: Session, file: FolderFile): Promise<'noted' | OtherPackage | null> {
  const own = await ownManifest(s, file);
  const by = s.workspace.ledger.device;
  if (!own || s.ended) return null;
  const { manifest, manifestSha256 } = own;
  const { streams, madeAt, number } = manifest;
  const files = filesOf(manifest);
  if (manifest.from.incarnation !== by) return { agencyId: file.agencyId, madeAt, streams, files };
  await noteSent(s.workspace, {
    agencyId: file.agencyId,
    carrier: 'folder',
    number,
    at: madeAt,
    by,
    bytes: file.size,
    manifestSha256,
    changes: streams.reduce((sum, { base, to }) => sum + to - base, 0),
    files,
    reaches: reachOf(streams),
    bases: basesOf(streams),
  });
  return 'noted';
}

/**
 * Notes packages of ours that lie in the folder and that the log does not know: the program ended after such a one got its
 * name and before that was noted. Nobody would ever take it away, another would be made beside it, and the partner's receipt
 * would be for a package that we never made. Its manifest says all that the log would have said.
 * @returns whether there were any
 * @throws AppError `folderGone`, `folderNotReadable`, `noExchangeKeys`
 */
export async function noteForgotten(s: Session): Promise<boolean> {
  let did = false;
  const lying = await listOwn(s.root, s.own);
  for (const file of lying) {
    if (file.kind !== 'package' || s.foreign.of(file) !== undefined || s.ended || sentAs(s.workspace, file)) continue;
    try {
      const found = await noteIfOurs(s, file);
      if (found === 'noted') did = true;
      else s.foreign.keep(file, found);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // What is damaged is none of ours, which get their name when they are whole.
      if (error.code !== 'packageNotReadable') s.foreign.keep(file, null);
    }
  }
  s.foreign.only(lying);
  return did;
}
