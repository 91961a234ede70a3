import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { readAll, type Reader } from '../../statements.ts';
import type { RawKey } from '../../workspace/key.ts';
import type { EntryDetails } from '../receiving/log.ts';
import { countGathered, gatherScope } from '../sealing/gather.ts';
import { dueFor, type Due } from '../sending/due.ts';
import { withReader } from '../sending/sendTasks.ts';
import { readKeys } from '../trust/keys.ts';
import { isAgencyFolder } from './folderFiles.ts';

/** A package of ours that lies in the exchange folder. */
export interface Lying {
  agencyId: string;
  number: number;
  /** Bytes. */
  size: number;
}

/** Which agencies have to get a new package by the exchange folder. */
export interface FolderDueTask {
  input: { path: string; key: RawKey; device: string; lying: readonly Lying[] };
  /** Ids of agencies. */
  result: string[];
}

const numberIn = (streams: ExchangeHave | undefined, device: string, scope: string): number | undefined =>
  streams?.[device]?.[scope];

/** Whether a package holds everything that an agency lacks by its last word, from where it lacks it. */
const covers = ({ reaches, bases, files }: EntryDetails, due: Due): boolean =>
  due.streams.every(
    ({ device, scope, base, to }) =>
      (numberIn(bases, device, scope) ?? Infinity) <= base && (numberIn(reaches, device, scope) ?? -1) >= to,
  ) && due.files.every(({ sha256 }) => files?.includes(sha256) === true);

/**
 * This installation has not spoken to the agency yet, while an earlier one of ours had: the partner has to hear of it, or it
 * would not know that it has to send again (rule 17).
 */
const isUnknownThere = (details: readonly EntryDetails[], device: string): boolean =>
  details.some(({ by }) => by !== undefined) && !details.some(({ by }) => by === device);

/** The thread's side; writes nothing. An agency whose card is not trusted, or that shares no group, gets nothing. */
export const runFolderDue = ({ path, key, device, lying }: FolderDueTask['input']): string[] =>
  withReader(path, key, (reader) => {
    const own = readKeys(reader).agencyId;
    const fresh = new Map<string, boolean>();
    const hasFresh = (scope: string): boolean => {
      let known = fresh.get(scope);
      if (known === undefined) {
        gatherScope(reader, scope);
        fresh.set(scope, (known = countGathered(reader).length > 0));
      }
      return known;
    };
    return trustedAgencies(reader)
      .filter((agencyId) => agencyId !== own && isAgencyFolder(agencyId))
      .filter((agencyId) => {
        const due = dueFor(reader, agencyId, device, false);
        if (due.scopes.length === 0) return false;
        if (due.scopes.some(({ id }) => hasFresh(id))) return true;
        const sent = sentTo(reader, agencyId);
        if (isUnknownThere(talkWith(reader, agencyId), device)) return true;
        if (due.streams.length === 0 && due.files.length === 0) return false;
        return !sent.some(
          ({ number, bytes, details }) =>
            covers(details, due) &&
            lying.some((each) => each.agencyId === agencyId && each.number === number && each.size === bytes),
        );
      });
  });

const trustedAgencies = (reader: Reader): string[] =>
  readAll<{ agencyId: string }>(
    reader,
    "SELECT DISTINCT agencyId FROM agency_card WHERE state = 'trusted' AND removed = 0 ORDER BY agencyId",
  ).map(({ agencyId }) => agencyId);

const detailsOf = (text: string): EntryDetails => JSON.parse(text) as EntryDetails;

/** What went to an agency by the folder and may still lie there. */
const sentTo = (reader: Reader, agencyId: string): { number: number; bytes: number; details: EntryDetails }[] =>
  readAll<{ number: number; bytes: number; details: string }>(
    reader,
    `SELECT number, bytes, details FROM exchange_log
     WHERE agencyId = ? AND direction = 'sent' AND carrier = 'folder' ORDER BY at DESC LIMIT 20`,
    agencyId,
  ).map((row) => ({ ...row, details: detailsOf(row.details) }));

const talkWith = (reader: Reader, agencyId: string): EntryDetails[] =>
  readAll<{ details: string }>(
    reader,
    'SELECT details FROM exchange_log WHERE agencyId = ? ORDER BY at DESC LIMIT 200',
    agencyId,
  ).map(({ details }) => detailsOf(details));
