import { v7 as newId } from 'uuid';
import type { ExchangeEntry, ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { readAll, readOne, statement, type Reader } from '../../statements.ts';

/** A trouble in words for a person: a code of `exchange.json`, `trouble.*`. */
export interface Trouble {
  code:
    | 'gap'
    | 'fork'
    | 'clockAhead'
    | 'aheadHere'
    | 'restored'
    | 'renewedCard'
    | 'revokedCard'
    | 'newerVersion'
    | 'refused'
    | 'refusedThere';
  params: Record<string, string | number>;
}

export interface EntryDetails {
  troubles?: Trouble[];
  /** device → scope → number: what a sent package ends with, so that a receipt for it can be understood. */
  reaches?: ExchangeHave;
  /** Of a sent package: after which number each stream begins in it. */
  bases?: ExchangeHave;
  files?: string[];
  incarnation?: string;
  /** Our own installation that sent or received. */
  by?: string;
  /** Of a received package: hash of its file. */
  fileSha256?: string;
  /**
   * What was not taken, by reason. Of a sent package: what its receipt says; without one there was no receipt yet. Of a
   * received one: what we refused, for its receipt.
   */
  notTaken?: { code: string; count: number }[];
}

type Stored = Omit<ExchangeEntry, 'agency'> & { manifestSha256: string; details: string };

export type NewEntry = Omit<ExchangeEntry, 'id' | 'agency' | 'acknowledgedAt'> & {
  manifestSha256: string;
  details: EntryDetails;
};

/** Notes a package that went or came. Inside the caller's transaction. Returns its id. */
export function noteEntry({ sqlite }: Reader, entry: NewEntry): string {
  const id = newId();
  statement(
    sqlite,
    `INSERT INTO exchange_log (id, direction, agencyId, at, carrier, fileName, number, bytes, manifestSha256, changes,
         attachments, refused, held, conflicts, details)
       VALUES (@id, @direction, @agencyId, @at, @carrier, @fileName, @number, @bytes, @manifestSha256, @changes,
         @attachments, @refused, @held, @conflicts, @details)`,
  ).run({ ...entry, id, details: JSON.stringify(entry.details) });
  return id;
}

/** The next number of a package to this agency. */
export const nextNumber = (reader: Reader, agencyId: string): number =>
  (readOne<{ last: number | null }>(
    reader,
    "SELECT max(number) AS last FROM exchange_log WHERE agencyId = ? AND direction = 'sent'",
    agencyId,
  )?.last ?? 0) + 1;

/**
 * Marks our packages to an agency that its word covers: every stream has come as far as the package went. The files that
 * were in them are there then, but for those it still asks for. Inside the caller's transaction.
 */
export function acknowledge(
  reader: Reader,
  word: { agencyId: string; incarnation: string; have: ExchangeHave; wants: readonly string[] },
  at: string,
) {
  const { agencyId, incarnation, have, wants } = word;
  const open = readAll<{ id: string; details: string }>(
    reader,
    "SELECT id, details FROM exchange_log WHERE agencyId = ? AND direction = 'sent' AND acknowledgedAt IS NULL",
    agencyId,
  );
  const mark = statement(reader.sqlite, 'UPDATE exchange_log SET acknowledgedAt = ? WHERE id = ?');
  const keepFile = statement(
    reader.sqlite,
    'INSERT INTO peer_file (agencyId, incarnation, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const missing = new Set(wants);
  for (const { id, details } of open) {
    const { reaches = {}, files = [] } = JSON.parse(details) as EntryDetails;
    const isThere = Object.entries(reaches).every(([device, scopes]) =>
      Object.entries(scopes).every(([scope, to]) => reachedIn(have, device, scope) >= to),
    );
    if (!isThere) continue;
    mark.run(at, id);
    for (const sha256 of files) if (!missing.has(sha256)) keepFile.run(agencyId, incarnation, sha256);
  }
}

/**
 * Keeps with our package what its receipt says was not taken, so that it is known also after the words on the screen are
 * gone. Inside the caller's transaction.
 */
export function noteNotTaken(reader: Reader, id: string, notTaken: NonNullable<EntryDetails['notTaken']>) {
  const { details } = readOne<{ details: string }>(reader, 'SELECT details FROM exchange_log WHERE id = ?', id) ?? {
    details: '{}',
  };
  reader.sqlite.prepare('UPDATE exchange_log SET refused = ?, details = ? WHERE id = ?').run(
    notTaken.reduce((sum, { count }) => sum + count, 0),
    JSON.stringify({ ...(JSON.parse(details) as EntryDetails), notTaken }),
    id,
  );
}

/** How far a stream is in a partner's word; names from outside are looked up as own keys alone. */
const reachedIn = (have: ExchangeHave, device: string, scope: string): number => {
  const scopes = Object.hasOwn(have, device) ? have[device] : undefined;
  return scopes && Object.hasOwn(scopes, scope) ? (scopes[scope] ?? 0) : 0;
};

const columns = `l.id, l.direction, l.agencyId, l.at, l.carrier, l.fileName, l.number, l.bytes, l.changes, l.attachments,
  l.refused, l.held, l.conflicts, l.acknowledgedAt, l.manifestSha256, l.details,
  coalesce((SELECT c.name FROM agency_card c WHERE c.agencyId = l.agencyId AND c.removed = 0 ORDER BY c.state = 'trusted' DESC, c.id DESC LIMIT 1),
    (SELECT o.name FROM organisation o WHERE o.id = l.agencyId), '') AS agency`;

const view = ({ manifestSha256: _, details: __, ...entry }: Stored & { agency: string }): ExchangeEntry => entry;

/** One entry. */
export const readEntry = (reader: Reader, id: string): ExchangeEntry | null => {
  const row = readOne<Stored & { agency: string }>(reader, `SELECT ${columns} FROM exchange_log l WHERE l.id = ?`, id);
  return row ? view(row) : null;
};

/** What the receipt for a merged package says of it, whenever it is made; null where no such package was merged. */
export function receiptOf(
  reader: Reader,
  id: string,
): { from: string; manifestSha256: string; refused: NonNullable<EntryDetails['notTaken']> } | null {
  const row = readOne<{ from: string; manifestSha256: string; notTaken: string | null }>(
    reader,
    `SELECT agencyId AS "from", manifestSha256, details ->> '$.notTaken' AS notTaken FROM exchange_log
     WHERE id = ? AND direction = 'received'`,
    id,
  );
  if (!row) return null;
  const { notTaken, ...about } = row;
  return { ...about, refused: notTaken === null ? [] : (JSON.parse(notTaken) as { code: string; count: number }[]) };
}

/** What went and came, the newest first. */
export function listEntries(
  reader: Reader,
  input: { agencyId: string | null; offset: number; limit: number },
): { total: number; entries: ExchangeEntry[] } {
  const { agencyId, offset, limit } = input;
  const total =
    readOne<{ n: number }>(
      reader,
      'SELECT count(*) AS n FROM exchange_log WHERE ? IS NULL OR agencyId = ?',
      agencyId,
      agencyId,
    )?.n ?? 0;
  const rows = readAll<Stored & { agency: string }>(
    reader,
    `SELECT ${columns} FROM exchange_log l WHERE ? IS NULL OR l.agencyId = ? ORDER BY l.at DESC, l.id DESC LIMIT ? OFFSET ?`,
    agencyId,
    agencyId,
    limit,
    offset,
  );
  return { total, entries: rows.map(view) };
}

/** Of our packages to an agency the newest for which there was a receipt, and what that says was not taken. */
export function lastNotTaken(
  reader: Reader,
  agencyId: string,
): { at: string; number: number; notTaken: NonNullable<EntryDetails['notTaken']> } | null {
  const row = readOne<{ at: string; number: number; notTaken: string }>(
    reader,
    `SELECT at, number, details ->> '$.notTaken' AS notTaken FROM exchange_log
     WHERE agencyId = ? AND direction = 'sent' AND details ->> '$.notTaken' IS NOT NULL ORDER BY number DESC LIMIT 1`,
    agencyId,
  );
  return row ? { ...row, notTaken: JSON.parse(row.notTaken) as NonNullable<EntryDetails['notTaken']> } : null;
}

/** Troubles that came up in the last packages of each agency, the newest first; those of its newest package count. */
export function lastTroubles(reader: Reader): Map<string, { at: string; troubles: Trouble[] }> {
  const rows = readAll<{ agencyId: string; at: string; details: string }>(
    reader,
    `SELECT agencyId, at, details FROM exchange_log l WHERE direction = 'received'
       AND id = (SELECT id FROM exchange_log m WHERE m.agencyId = l.agencyId AND m.direction = 'received' ORDER BY at DESC, id DESC LIMIT 1)`,
  );
  return new Map(
    rows.map(({ agencyId, at, details }) => [
      agencyId,
      { at, troubles: (JSON.parse(details) as EntryDetails).troubles ?? [] },
    ]),
  );
}
