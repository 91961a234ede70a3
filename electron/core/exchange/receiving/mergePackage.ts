import { millisOf } from '../../../../shared/rules/clock.ts';
import type { Author, Ledger } from '../../ledger/ledger.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import type { Manifest } from '../package/manifest.ts';
import { carryOutIncoming } from '../erasure/incoming.ts';
import { exchangeMember } from '../tables.ts';
import { keepIntroductions } from '../trust/cards.ts';
import type { Card } from '../trust/cardText.ts';
import { scopesWith } from '../trust/participants.ts';
import { acknowledge, noteEntry, type NewEntry, type Trouble } from './log.ts';
import { createLineMerge, type LineWatch, type MergedLines } from './mergeLines.ts';
import { hear } from './peers.ts';
import { takeBatches, type BatchFate, type IncomingBatch } from './takeBatches.ts';

/** A package whose file was verified to its end: who sent it is known, what it says is not believed yet. */
export interface OpenedPackage {
  manifest: Manifest;
  manifestSha256: string;
  fileSha256: string;
  fileName: string;
  bytes: number;
  carrier: NewEntry['carrier'];
  /** In their order; may be gone through more than once. */
  batches: Iterable<IncomingBatch>;
  /** Its files; their contents have been brought in before. */
  attachments: readonly { sha256: string; size: number }[];
}

export interface MergeOutcome extends MergedLines {
  fates: BatchFate[];
  troubles: Trouble[];
  /** Fields that are in conflict since. */
  conflicts: { entity: string; row: string; field: string; hlc: string; kind: string }[];
  /** Cards that were kept of those which came along. */
  introductions: readonly Pick<Card, 'agencyId' | 'name' | 'fingerprint'>[];
  entryId: string;
}

/** What the merge stands on: the connection of a worker (or of a test) and the ledger that writes through it. */
export interface MergeTarget extends Reader {
  ledger: Pick<Ledger, 'receiveChecked' | 'device' | 'write' | 'conflicts' | 'blank'>;
}

const troublesOf = (
  { manifest }: OpenedPackage,
  fates: readonly BatchFate[],
  { reception, refused }: MergedLines,
  isNewInstallation: boolean,
): Trouble[] => {
  const { name } = manifest.from;
  const troubles: Trouble[] = [];
  const streams = new Set<string>();
  for (const fate of fates) {
    if (fate.kind !== 'refused' || (fate.reason !== 'gap' && fate.reason !== 'fork')) continue;
    // One trouble a stream: after the first hole every later batch has one.
    const stream = `${fate.reason} ${fate.header?.device} ${fate.header?.scope}`;
    if (streams.has(stream)) continue;
    streams.add(stream);
    troubles.push({ code: fate.reason, params: { name, at: fate.at } });
  }
  const sum = fates.filter((fate) => fate.kind === 'refused' && fate.reason !== 'gap' && fate.reason !== 'fork').length;
  if (sum > 0 || refused.length > 0) troubles.push({ code: 'refused', params: { name, count: refused.length + sum } });
  if (reception.forked.length > 0) troubles.push({ code: 'fork', params: { name, at: 0 } });
  if (reception.ahead.length > 0) {
    const latest = Math.max(...reception.ahead.map(({ hlc }) => millisOf(hlc)));
    const until = new Date(latest).toISOString();
    troubles.push({ code: 'clockAhead', params: { name, count: reception.ahead.length, until } });
  }
  const isNewer = fates.some((fate) => fate.kind === 'held' && fate.reason === 'newerVersion');
  if (isNewer || reception.waiting.length > 0)
    troubles.push({ code: 'newerVersion', params: { name, count: reception.waiting.length } });
  if (isNewInstallation) troubles.push({ code: 'restored', params: { name } });
  return troubles;
};

/** What a receipt says of what was not taken, by reason. */
function refusedBy({ refused }: MergedLines, fates: readonly BatchFate[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  const add = (code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { reason } of refused) add(reason);
  for (const fate of fates) if (fate.kind === 'refused') add(fate.reason);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** Contents of the package's files that an attachment record of a common group names: the others are nobody's. */
const wantedFiles = (reader: Reader, sha256s: readonly string[]): string[] =>
  readAll<{ value: string }>(
    reader,
    'SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = j.value)',
    asList(sha256s),
  ).map(({ value }) => value);

/** Groups of a package that are not here yet. */
export const offeredGroups = (reader: Reader, { scopes }: Manifest): { id: string; name: string }[] =>
  scopes.filter(({ id }) => readOne(reader, 'SELECT 1 FROM working_group WHERE id = ?', id) === undefined);

const conflictKey = ({ entity, row, field, hlc }: MergeOutcome['conflicts'][number]): string =>
  `${entity} ${row} ${field} ${hlc}`;

/** The person's act, which no undo of theirs reaches: it would take back half of a merge. */
export const withoutUndo = (author: Author): Author => ({ ...author, session: `merge ${author.session}` });

/** From now on we exchange with the sender about groups that have just come. */
function takePart(target: MergeTarget, author: Author, groups: readonly string[], agencyId: string) {
  const here = groups.filter((id) => readOne(target, 'SELECT 1 FROM working_group WHERE id = ?', id) !== undefined);
  if (here.length === 0) return;
  target.ledger.write(withoutUndo(author), { label: 'exchange.setParticipants' }, (w) => {
    for (const groupId of here) w.insert(exchangeMember, { groupId, agencyId });
  });
}

/**
 * Merges an opened package (rules 1, 5, 8, 11–17): batches, lines, the partner's word of what it has, introductions, and
 * the entry of the log. Synchronous, inside the caller's one transaction; rolled back, it has been a preview.
 * @param how.own our agency's id
 * @param how.join groups that are not here yet and about which we are going to exchange with the sender
 * @param how.watch sees every line before anything of it is written
 */
export function mergePackage(
  target: MergeTarget,
  opened: OpenedPackage,
  how: { own: string; author: Author; join: readonly string[]; now: number; watch?: LineWatch },
): MergeOutcome {
  const { own, author, now } = how;
  const { manifest } = opened;
  const { from } = manifest;
  const at = new Date(now).toISOString();
  const offered = new Set(offeredGroups(target, manifest).map(({ id }) => id));
  const joined = how.join.filter((id) => offered.has(id));
  const scopes = new Set([...scopesWith(target, from.agencyId), ...joined]);
  const before = readOne<{ n: number }>(target, 'SELECT count(*) AS n FROM conflict')?.n ?? 0;
  const known = new Set(before === 0 ? [] : target.ledger.conflicts.open().map(conflictKey));
  const lines = createLineMerge(target, target.ledger, own, how.watch);
  const fates = takeBatches(
    target,
    opened.batches,
    { scopes, through: from.agencyId, own: { agencyId: own, device: target.ledger.device }, now: at },
    (batch) => lines.note(batch),
  );
  const merged = lines.merge();
  carryOutIncoming(target, withoutUndo(author), merged);
  takePart(target, author, joined, from.agencyId);
  const conflicts = target.ledger.conflicts.open().filter((each) => !known.has(conflictKey(each)));
  const introductions =
    manifest.cards.length === 0
      ? []
      : target.ledger.write(withoutUndo(author), { label: 'exchange.introduce' }, (w) =>
          keepIntroductions(target, w, manifest.cards, from.name),
        );
  const { isNewInstallation } = hear(
    target,
    {
      agencyId: from.agencyId,
      incarnation: from.incarnation,
      heardAt: manifest.madeAt,
      have: manifest.have,
      wants: manifest.wants,
    },
    opened.attachments.map(({ sha256 }) => sha256),
    at,
  );
  const { agencyId, incarnation } = from;
  acknowledge(target, { agencyId, incarnation, have: manifest.have, wants: manifest.wants }, at);
  const troubles = troublesOf(opened, fates, merged, isNewInstallation);
  const entryId = noteEntry(target, {
    direction: 'received',
    agencyId: from.agencyId,
    at,
    carrier: opened.carrier,
    fileName: opened.fileName,
    number: manifest.number,
    bytes: opened.bytes,
    changes: merged.reception.taken,
    attachments: wantedFiles(
      target,
      opened.attachments.map(({ sha256 }) => sha256),
    ).length,
    refused: merged.refused.length + fates.filter(({ kind }) => kind === 'refused').length,
    held: fates.filter(({ kind }) => kind === 'held').length,
    conflicts: conflicts.length,
    manifestSha256: opened.manifestSha256,
    details: {
      troubles,
      incarnation: from.incarnation,
      by: target.ledger.device,
      fileSha256: opened.fileSha256,
      notTaken: refusedBy(merged, fates),
    },
  });
  return { ...merged, fates, troubles, conflicts, introductions, entryId };
}
