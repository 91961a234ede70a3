import { createReadStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { AppError } from '../../../../shared/errors.ts';
import type { ExchangeEntry, OutgoingView } from '../../../../shared/contract/exchangeViews.ts';
import type { Language } from '../../../../shared/languages.ts';
import type { Core } from '../../core.ts';
import type { LongWork } from '../../longWork.ts';
import { readOne } from '../../statements.ts';
import { wordsOf } from '../../words.ts';
import { runBigWrite } from '../../workspace/bigWrite.ts';
import { schemaVersion } from '../../workspace/migrate.ts';
import { organisationName } from '../agencyNames.ts';
import { nextNumber } from '../receiving/log.ts';
import { readKeys } from '../trust/keys.ts';
import { noteSent } from './noteSent.ts';

/** A package that was made and noted; its file is `path`. */
export interface MadePackage {
  entry: ExchangeEntry;
  path: string;
  name: string;
}

/** What would go to an agency now, counted beside the core's thread. Throws `noExchangeKeys`. */
export function lookAtOutgoing(
  core: Core,
  input: { agencyId: string; full: boolean },
  signal?: AbortSignal,
): Promise<OutgoingView> {
  const { path, key, ledger } = core.workspace();
  readKeys(core.workspace());
  return core.workers.run('exchangeOutgoing', { ...input, path, key, device: ledger.device }, signal ? { signal } : {});
}

/** Progress of two pieces of work as one: sealing is the first tenth. */
const after = ({ signal, progress }: LongWork): { sealing: LongWork; writing: LongWork } => ({
  sealing: { signal, progress: (done, total) => progress?.(Math.round((done / Math.max(total, 1)) * 10), 100) },
  writing: { signal, progress: (done, total) => progress?.(10 + Math.round((done / Math.max(total, 1)) * 90), 100) },
});

/**
 * Seals what is new in all shared groups, makes the package for one agency at `path`, and notes it. A package that is never
 * handed over does no harm: the next one begins where the agency's last word ends.
 * Throws `noExchangeKeys`, `cardNotTrusted`, `nothingShared`, `packageTooLargeForMail`, `cancelled`, `diskFull`.
 */
export async function makePackage(
  core: Core,
  input: {
    agencyId: string;
    full: boolean;
    carrier: ExchangeEntry['carrier'];
    /** The package's number is higher than this. */
    above?: number;
    /** A larger one is not noted as sent: it never will be. Bytes. */
    most?: number;
  },
  target: string | ((number: number) => string),
  work: LongWork,
): Promise<MadePackage> {
  const workspace = core.workspace();
  readKeys(workspace);
  const { sealing, writing } = after(work);
  await runBigWrite(core, 'exchangeSeal', {}, sealing);
  const { agencyId, full, carrier, above = 0, most = Infinity } = input;
  const number = Math.max(nextNumber(workspace, agencyId), above + 1);
  const now = (core.ports.now ?? Date.now)();
  const path = typeof target === 'string' ? target : target(number);
  const made = await core.workers.run(
    'exchangePackage',
    {
      path: workspace.path,
      key: workspace.key,
      device: workspace.ledger.device,
      schema: schemaVersion,
      agencyId,
      full,
      target: path,
      number,
      now,
    },
    writing,
  );
  if (made.bytes > most) {
    rmSync(path, { force: true });
    throw new AppError('packageTooLargeForMail', { most: Math.floor(most / (1024 * 1024)) });
  }
  const at = new Date(now).toISOString();
  const entry = await noteSent(workspace, { agencyId, carrier, number, at, by: workspace.ledger.device, ...made });
  return { entry, path, name: entry.fileName };
}

/** No registered type: ours. */
export const packageType = 'application/x-viche-package';

/** The largest package that is put into a mail, in bytes: more, mail servers refuse. */
export const largestMail = 20 * 1024 * 1024;

/** The person of an agency whom a mail goes to: its own address. */
export const addressOf = (core: Core, agencyId: string): { name: string; address: string }[] => {
  const row = readOne<{ name: string; email: string }>(
    core.workspace(),
    "SELECT name, email FROM organisation WHERE id = ? AND removed = 0 AND email <> ''",
    agencyId,
  );
  return row ? [{ name: row.name, address: row.email }] : [];
};

/** Our agency's name. */
export const ownName = (core: Core): string => organisationName(core.workspace(), readKeys(core.workspace()).agencyId);

/** What the mail says that carries a package, in the language that the person works in. */
export function draftWords(
  core: Core,
  language: Language,
  about: { agency: string; name: string; number: number },
): { subject: string; body: string } {
  const words = wordsOf(core.ports.resources, language, 'exchange');
  return { subject: words('mailDraft.subject', about), body: words('mailDraft.body', about) };
}

/** A made file as the door hands it out. */
export const offerFile = (core: Core, path: string, name: string): string =>
  core.tickets.offer({ name, mediaType: packageType, open: () => createReadStream(path) });

/** Bytes in memory as the door hands them out. */
export const offerBytes = (core: Core, bytes: Buffer, name: string, mediaType: string): string =>
  core.tickets.offer({ name, mediaType, open: () => Readable.from([bytes]) });
