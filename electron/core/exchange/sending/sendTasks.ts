import { openDatabase } from '../../workspace/database.ts';
import type { RawKey } from '../../workspace/key.ts';
import type { Writable } from '../../workspace/open.ts';
import type { OutgoingView, ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { chunksOf } from '../../files/contents.ts';
import type { Progress } from '../../longWork.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { organisationName } from '../agencyNames.ts';
import type { OutgoingAttachment } from '../package/parts.ts';
import { writeWholeFile } from '../package/wholeFile.ts';
import { writePackage } from '../package/writePackage.ts';
import { missingFiles } from '../receiving/missingFiles.ts';
import { currentPeer } from '../receiving/peers.ts';
import { countOutgoing } from '../sealing/outgoing.ts';
import { sealScopes, type SealResult } from '../sealing/sealing.ts';
import { signOwnAnew } from '../sealing/signAnew.ts';
import { batchBytes } from '../sealing/store.ts';
import { trustedCard } from '../trust/cards.ts';
import { ownCardText, readKeys } from '../trust/keys.ts';
import { sharedScopes } from '../trust/participants.ts';
import { basesOf, dueFor, givenUpCardsOf, introductionsFor, namedScopes, notAt, ownHave, reachOf } from './due.ts';

/** Rules 11 and 12 for every group that exchanges with anybody. */
export interface SealWrite {
  input: Record<string, never>;
  result: SealResult;
}

/** With what was sealed under keys that we have given up. Throws `noExchangeKeys`. */
export function sealAll(workspace: Reader & Pick<Writable, 'ledger'>): SealResult {
  const keys = readKeys(workspace);
  const sealing = {
    agencyId: keys.agencyId,
    fingerprint: keys.fingerprint,
    sign: (bytes: Buffer) => Buffer.from(keys.sign(bytes)),
  };
  signOwnAnew(workspace, sealing);
  return sealScopes(workspace, sharedScopes(workspace), sealing);
}

interface Where {
  path: string;
  key: RawKey;
  agencyId: string;
  full: boolean;
}

/** What would go to an agency, without sealing. */
export interface OutgoingTask {
  input: Where & { device: string };
  result: OutgoingView;
}

/** What is said of a package's file once it is written. */
export interface WrittenPackage {
  bytes: number;
  manifestSha256: string;
  changes: number;
  /** Hashes of the attachments in it. */
  files: string[];
  reaches: ExchangeHave;
  /** From where each stream begins. */
  bases: ExchangeHave;
}

/** Makes the file of a package from what is sealed. */
export interface PackageTask {
  input: Where & {
    device: string;
    /** Version of the database's shape, which only the core's thread knows. */
    schema: number;
    target: string;
    number: number;
    now: number;
  };
  result: WrittenPackage;
}

/** Reads a workspace through a connection of its own, as it was at the first look, whatever is written meanwhile. */
export function withReader<T>(path: string, key: RawKey, work: (reader: Reader) => T): T {
  const sqlite = openDatabase(path, key, { readonly: true });
  const end = () => sqlite.close();
  let result: T;
  try {
    sqlite.exec('BEGIN');
    result = work({ sqlite });
  } catch (error) {
    end();
    throw error;
  }
  if (result instanceof Promise) return result.finally(end) as T;
  end();
  return result;
}

/** The thread's side of `exchange.outgoing`. */
export const runOutgoing = ({ path, key, agencyId, full, device }: OutgoingTask['input']): OutgoingView =>
  withReader(path, key, (reader) => {
    const card = trustedCard(reader, agencyId);
    const { agencyId: own } = readKeys(reader);
    const peer = full ? null : currentPeer(reader, agencyId, device);
    const scopes = namedScopes(reader, agencyId);
    const counted = countOutgoing(reader, { scopes: scopes.map(({ id }) => id), have: peer?.have ?? {}, own });
    const files = notAt(reader, counted.files, agencyId, peer?.incarnation ?? null);
    const nameOf = new Map(scopes.map(({ id, name }) => [id, name]));
    const groups = counted.groups.map(({ withheld: _, id, ...group }) => ({
      id,
      name: nameOf.get(id) ?? '',
      ...group,
    }));
    const changes = groups.reduce((sum, group) => sum + group.changes, 0);
    let obstacle: OutgoingView['obstacle'] = null;
    if (!card && agencyId !== own) obstacle = 'cardNotTrusted';
    else if (scopes.length === 0) obstacle = 'nothingShared';
    else if (changes === 0 && files.length === 0) obstacle = 'nothingNew';
    return {
      agencyId,
      agency: card?.name ?? '',
      obstacle,
      groups,
      directory: counted.directory,
      attachments: files.length,
      attachmentBytes: files.reduce((sum, { size }) => sum + size, 0),
      cards: introductionsFor(reader, agencyId).map(({ name }) => name),
      since: peer?.heardAt ?? null,
    };
  });

/** Makes a package of what is sealed and due. Throws `cardNotTrusted`, `nothingShared`, and what `writePackage` throws. */
export async function packDue(
  reader: Reader,
  { agencyId, full, device, schema, target, number, now }: Omit<PackageTask['input'], 'path' | 'key'>,
  progress: Progress,
): Promise<WrittenPackage> {
  const keys = readKeys(reader);
  const card = agencyId === keys.agencyId ? null : trustedCard(reader, agencyId);
  if (!card && agencyId !== keys.agencyId) throw new AppError('cardNotTrusted');
  const due = dueFor(reader, agencyId, device, full);
  if (due.scopes.length === 0) throw new AppError('nothingShared');
  const attachments: OutgoingAttachment[] = due.files.map(({ sha256, size }) => ({
    sha256,
    size,
    chunks: () => chunksOf(reader, sha256),
  }));
  const signatures = new Map(
    readAll<{ n: number; signature: Buffer }>(
      reader,
      'SELECT b.n, b.signature FROM json_each(?) j JOIN batch b ON b.n = j.value',
      asList(due.batches.map(({ n }) => String(n))),
    ).map(({ n, signature }) => [n, signature]),
  );
  const to = card ? { agencyId, fingerprint: card.fingerprint } : { agencyId, fingerprint: keys.fingerprint };
  const written = await writeWholeFile(target, (out) =>
    writePackage({
      manifest: {
        schema,
        from: {
          agencyId: keys.agencyId,
          name: organisationName(reader, keys.agencyId),
          fingerprint: keys.fingerprint,
          incarnation: device,
        },
        to,
        number,
        madeAt: new Date(now).toISOString(),
        full,
        since: due.since,
        scopes: due.scopes,
        streams: due.streams,
        have: ownHave(reader, agencyId),
        wants: missingFiles(reader, agencyId),
        cards: [
          ownCardText(reader),
          ...introductionsFor(reader, agencyId).map(({ text }) => text),
          ...givenUpCardsOf(reader, agencyId),
        ],
      },
      batches: due.batches.map(({ n, size, sha256, crc, packed }) => ({
        size,
        sha256,
        crc,
        packedSize: packed,
        signature: signatures.get(n) ?? new Uint8Array(64),
        content: () => batchBytes(reader, n).content,
      })),
      attachments,
      recipients: [...new Set([card?.recipient ?? keys.recipient, keys.recipient])],
      sign: keys.sign,
      out,
      progress,
    }),
  );
  return {
    ...written,
    changes: due.batches.reduce((sum, { changes }) => sum + changes, 0),
    files: due.files.map(({ sha256 }) => sha256),
    reaches: reachOf(due.streams),
    bases: basesOf(due.streams),
  };
}

/** The thread's side of making a package. Throws what `packDue` throws. */
export const runPackage = (
  { path, key, ...input }: PackageTask['input'],
  progress: Progress,
): Promise<WrittenPackage> => withReader(path, key, (reader) => packDue(reader, input, progress));
