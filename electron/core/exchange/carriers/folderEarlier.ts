import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import { deviceSince } from '../../workspace/device.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import type { Manifest } from '../package/manifest.ts';
import type { EntryDetails } from '../receiving/log.ts';
import { currentPeer } from '../receiving/peers.ts';
import { streamEnd } from '../sealing/store.ts';
import { trustedCard } from '../trust/cards.ts';
import { sentAs } from './folderMail.ts';
import type { FolderFile } from './folderFiles.ts';

/** A package in our own folder that another installation of our agency has made, by its manifest. */
export interface OtherPackage {
  /** For whom it is. */
  agencyId: string;
  madeAt: string;
  streams: Manifest['streams'];
  /** Hashes of the files in it. */
  files: readonly string[];
}

const numberIn = (have: ExchangeHave | undefined, device: string, scope: string): number | undefined =>
  have && Object.hasOwn(have, device) && Object.hasOwn(have[device] ?? {}, scope) ? have[device]?.[scope] : undefined;

/** Whether all of it is here: the changes, and the contents of those files that a record still names. */
const isHere = (reader: Reader, { streams, files }: OtherPackage): boolean =>
  streams.every(({ device, scope, to }) => streamEnd(reader, device, scope) >= to) &&
  readOne(
    reader,
    `SELECT 1 FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = j.value AND a.removed = 0)
       AND NOT EXISTS (SELECT 1 FROM attachment_chunk c WHERE c.sha256 = j.value) LIMIT 1`,
    asList(files),
  ) === undefined;

/** Whether the agency has all of it, by its own last word. */
function isThere(reader: Reader, { agencyId, streams, files }: OtherPackage, device: string): boolean {
  const peer = currentPeer(reader, agencyId, device);
  return (
    peer !== null &&
    streams.every((each) => (numberIn(peer.have, each.device, each.scope) ?? 0) >= each.to) &&
    files.every((sha256) => !peer.wants.includes(sha256))
  );
}

/** Whether a package of this installation lies beside it that holds all of it. */
const isCovered = (workspace: OpenWorkspace, other: OtherPackage, lying: readonly FolderFile[]): boolean =>
  lying
    .filter((file) => file.agencyId === other.agencyId && sentAs(workspace, file))
    .some((file) =>
      readAll<{ details: string }>(
        workspace,
        "SELECT details FROM exchange_log WHERE agencyId = ? AND direction = 'sent' AND carrier = 'folder' AND number = ?",
        file.agencyId,
        file.number,
      ).some(({ details }) => {
        const { reaches, bases, files } = JSON.parse(details) as EntryDetails;
        return (
          other.streams.every(
            ({ device, scope, base, to }) =>
              (numberIn(bases, device, scope) ?? Infinity) <= base && (numberIn(reaches, device, scope) ?? -1) >= to,
          ) && other.files.every((sha256) => files?.includes(sha256) === true)
        );
      }),
    );

/**
 * Whether a package of another installation of ours may be taken away. After a backup was restored, nobody else would do so.
 * It goes only where all that it holds is here, since it may be the only copy of what the backup lacks, and where the
 * receiver has it, or gets it from a package of ours beside it, or is nobody whom anything is sent to. One that was made after
 * this installation came to be is of a computer that works still, and left to that one.
 */
export const mayGo = (workspace: OpenWorkspace, other: OtherPackage, lying: readonly FolderFile[]): boolean =>
  other.madeAt < deviceSince(workspace.sqlite) &&
  isHere(workspace, other) &&
  (!trustedCard(workspace, other.agencyId) ||
    isThere(workspace, other, workspace.ledger.device) ||
    isCovered(workspace, other, lying));
