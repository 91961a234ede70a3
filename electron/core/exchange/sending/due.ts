import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { currentPeer } from '../receiving/peers.ts';
import { dueBatches, haveOf, type BatchRef } from '../sealing/store.ts';
import { scopesWith } from '../trust/participants.ts';

/** A file that a package would carry. */
export interface DueFile {
  sha256: string;
  /** Bytes. */
  size: number;
}

/** What an agency lacks of what is sealed, in the groups that both share. */
export interface Due {
  scopes: { id: string; name: string }[];
  batches: BatchRef[];
  files: DueFile[];
  /** When the agency acknowledged what this begins after; null for all of it. */
  since: string | null;
  /** For each stream from where to where. */
  streams: { device: string; scope: string; base: number; to: number }[];
}

/** Files of records in these scopes whose bytes are here and that the partner's installation is not known to have. */
function dueFiles(reader: Reader, scopes: readonly string[], agencyId: string, incarnation: string | null): DueFile[] {
  return readAll<DueFile>(
    reader,
    `SELECT DISTINCT a.sha256, a.size FROM scope_row s CROSS JOIN attachment a ON a.id = s.row
     WHERE s.entity = 'attachment' AND s.scope IN (SELECT value FROM json_each(?)) AND a.removed = 0 AND a.size > 0
       AND NOT EXISTS (SELECT 1 FROM peer_file p WHERE p.agencyId = ? AND p.incarnation = ? AND p.sha256 = a.sha256)
       AND (SELECT sum(length(c.bytes)) FROM attachment_chunk c WHERE c.sha256 = a.sha256) = a.size
     ORDER BY a.sha256`,
    asList(scopes),
    agencyId,
    incarnation ?? '',
  );
}

function streamsOf(batches: readonly BatchRef[]): Due['streams'] {
  const streams = new Map<string, Due['streams'][number]>();
  for (const { device, scope, base, upto } of batches) {
    const key = `${device} ${scope}`;
    const known = streams.get(key);
    if (known) {
      known.base = Math.min(known.base, base);
      known.to = Math.max(known.to, upto);
    } else streams.set(key, { device, scope, base, to: upto });
  }
  return [...streams.values()];
}

/** How far each stream will be there once these have arrived. */
export function reachOf(streams: Due['streams']): ExchangeHave {
  const reach: ExchangeHave = {};
  for (const { device, scope, to } of streams) (reach[device] ??= {})[scope] = to;
  return reach;
}

/** What of the sealed an agency lacks by its own last word (rule 16); all of it where `full`. */
export function dueFor(reader: Reader, agencyId: string, ownDevice: string, full: boolean): Due {
  const ids = scopesWith(reader, agencyId);
  const scopes = readAll<{ id: string; name: string }>(
    reader,
    'SELECT id, name FROM working_group WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name, id',
    asList(ids),
  );
  const peer = full ? null : currentPeer(reader, agencyId, ownDevice);
  const batches = dueBatches(reader, ids, peer?.have ?? {});
  return {
    scopes,
    batches,
    files: dueFiles(reader, ids, agencyId, peer?.incarnation ?? null),
    since: peer?.heardAt ?? null,
    streams: streamsOf(batches),
  };
}

/** What the manifest says that we have, of the scopes that both share. */
export const ownHave = (reader: Reader, agencyId: string): ExchangeHave => haveOf(reader, scopesWith(reader, agencyId));

/** Cards that go along as introductions: of those who take part in the shared groups too, and are trusted here. */
export const introductionsFor = (reader: Reader, agencyId: string): { name: string; text: string }[] =>
  readAll(
    reader,
    `SELECT DISTINCT c.name, c.text FROM exchange_member m JOIN exchange_member o ON o.groupId = m.groupId AND o.removed = 0
       JOIN agency_card c ON c.agencyId = o.agencyId AND c.state = 'trusted' AND c.removed = 0 AND c.text <> ''
     WHERE m.agencyId = ? AND m.removed = 0 AND o.agencyId <> m.agencyId ORDER BY c.name, c.text`,
    agencyId,
  );

/** Bytes of a group of files. */
export const bytesOfFiles = (files: readonly DueFile[]): number => files.reduce((sum, { size }) => sum + size, 0);
