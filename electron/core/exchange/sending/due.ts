import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { currentPeer } from '../receiving/peers.ts';
import { filesOfScopes, type OutgoingFile } from '../sealing/outgoing.ts';
import { dueBatches, haveOf, type BatchRef } from '../sealing/store.ts';
import { trustedCard } from '../trust/cards.ts';
import { scopesWith } from '../trust/participants.ts';

/** What an agency lacks of what is sealed, in the groups that both share. */
export interface Due {
  scopes: { id: string; name: string }[];
  batches: BatchRef[];
  files: OutgoingFile[];
  /** When the agency acknowledged what this begins after; null for all of it. */
  since: string | null;
  /** For each stream from where to where. */
  streams: { device: string; scope: string; base: number; to: number }[];
}

/** Of these files, those that the partner's installation is not known to have. */
export function notAt(
  reader: Reader,
  files: readonly OutgoingFile[],
  agencyId: string,
  incarnation: string | null,
): OutgoingFile[] {
  const there = new Set(
    readAll<{ sha256: string }>(
      reader,
      'SELECT sha256 FROM peer_file WHERE agencyId = ? AND incarnation = ?',
      agencyId,
      incarnation ?? '',
    ).map(({ sha256 }) => sha256),
  );
  return files.filter(({ sha256 }) => !there.has(sha256));
}

/** The groups that we share with an agency, by name. */
export const namedScopes = (reader: Reader, agencyId: string): { id: string; name: string }[] =>
  readAll(
    reader,
    'SELECT id, name FROM working_group WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name, id',
    asList(scopesWith(reader, agencyId)),
  );

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

/** After which number each stream goes on. */
export function basesOf(streams: Due['streams']): ExchangeHave {
  const bases: ExchangeHave = {};
  for (const { device, scope, base } of streams) (bases[device] ??= {})[scope] = base;
  return bases;
}

/** What of the sealed an agency lacks by its own last word (rule 16); all of it where `full`. */
export function dueFor(reader: Reader, agencyId: string, ownDevice: string, full: boolean): Due {
  const scopes = namedScopes(reader, agencyId);
  const ids = scopes.map(({ id }) => id);
  const peer = full ? null : currentPeer(reader, agencyId, ownDevice);
  const batches = dueBatches(reader, ids, peer?.have ?? {});
  return {
    scopes,
    batches,
    files: notAt(reader, filesOfScopes(reader, ids), agencyId, peer?.incarnation ?? null),
    since: peer?.heardAt ?? null,
    streams: streamsOf(batches),
  };
}

/**
 * What we tell an agency that we have, of the scopes that both share. Of its own streams, where we pass them on to others,
 * only what we hold under the keys by which it is trusted today: what it signed with earlier ones nobody else would
 * believe, and by this word it comes again, signed anew.
 */
export function ownHave(reader: Reader, agencyId: string): ExchangeHave {
  const have = haveOf(reader, scopesWith(reader, agencyId));
  const trusted = trustedCard(reader, agencyId);
  if (!trusted) return have;
  const unsigned = readAll<{ device: string; scope: string; base: number }>(
    reader,
    `SELECT device, scope, min(base) AS base FROM batch b WHERE origin = ? AND signer <> ? AND state = 'merged'
       AND EXISTS (SELECT 1 FROM exchange_member m WHERE m.groupId = b.scope AND m.removed = 0 AND m.agencyId <> b.origin)
     GROUP BY device, scope`,
    agencyId,
    trusted.fingerprint,
  );
  for (const { device, scope, base } of unsigned) {
    const scopes = have[device];
    if (scopes?.[scope] !== undefined) scopes[scope] = Math.min(scopes[scope], base);
  }
  return have;
}

/** Cards that go along as introductions: of those who take part in the shared groups too, and are trusted here. */
export const introductionsFor = (reader: Reader, agencyId: string): { name: string; text: string }[] =>
  readAll(
    reader,
    `SELECT DISTINCT c.name, c.text FROM exchange_member m JOIN exchange_member o ON o.groupId = m.groupId AND o.removed = 0
       JOIN agency_card c ON c.agencyId = o.agencyId AND c.state = 'trusted' AND c.removed = 0 AND c.text <> ''
     WHERE m.agencyId = ? AND m.removed = 0 AND o.agencyId <> m.agencyId ORDER BY c.name, c.text`,
    agencyId,
  );

/**
 * Cards of the receiver itself that we know and that are not in use any more: where it was restored from a backup that lacks
 * them, what it signed with them can only be known as its own by them. It compares them itself.
 */
export const givenUpCardsOf = (reader: Reader, agencyId: string): string[] =>
  readAll<{ text: string }>(
    reader,
    `SELECT text FROM agency_card WHERE agencyId = ? AND state IN ('replaced', 'revoked') AND removed = 0 AND text <> ''
     ORDER BY madeAt, id`,
    agencyId,
  ).map(({ text }) => text);
