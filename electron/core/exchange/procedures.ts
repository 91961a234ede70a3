import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ExchangeEntry } from '../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { implementer, type Core } from '../core.ts';
import { composeMail } from '../files/mail.ts';
import { runBigWrite } from '../workspace/bigWrite.ts';
import type { Manager } from '../workspace/manager.ts';
import { shownIn } from '../workspace/preferences.ts';
import { patiently } from '../workspace/writeGate.ts';
import { createFolder } from './carriers/folder.ts';
import { listHeld } from './receiving/held.ts';
import { listEntries } from './receiving/log.ts';
import { createReceiving } from './receiving/receive.ts';
import { takeReceipt } from './receiving/receipts.ts';
import { receiptFileName } from './sending/fileNames.ts';
import {
  addressOf,
  draftWords,
  largestMail,
  lookAtOutgoing,
  makePackage,
  offerBytes,
  offerFile,
  ownName,
  packageType,
} from './sending/send.ts';
import { createStaging } from './staging.ts';
import { readStatus } from './status.ts';
import { sharedScopes } from './trust/participants.ts';
import { trustProcedures } from './trust/procedures.ts';

const { exchange: area } = implementer;

const receiptType = 'application/x-viche-receipt';

/** The procedures, and what others ask the exchange itself. */
export const createExchange = (core: Core, manager: Manager) => {
  const staging = createStaging(core.ports.installation);
  const receiving = createReceiving(core, staging);
  const now = () => (core.ports.now ?? Date.now)();
  staging.clear();
  manager.onNews((news) => {
    if (news.kind !== 'state' || manager.isOpen()) return;
    receiving.forget();
    staging.clear();
  });
  /** The pages read their lists again. */
  const changed = () => manager.tell({ kind: 'changed', session: '', rows: { exchange: [] } });
  const offerReceipt = ({ agency, number }: ExchangeEntry, receipt: Buffer) => {
    const name = receiptFileName(agency, number, new Date(now()));
    return { ticket: offerBytes(core, receipt, name, receiptType), name };
  };
  const folder = createFolder(core, manager, receiving, changed);

  const procedures = {
    ...trustProcedures(core),
    status: area.status.handler(async () => ({
      ...(await readStatus(core.workspace())),
      folder: await folder.status(),
    })),
    outgoing: area.outgoing.handler(({ input, signal }) => lookAtOutgoing(core, input, signal)),
    makePackage: area.makePackage.handler(({ input, context, signal }) =>
      core.longWorks.run(context.session, signal, async (work) => {
        if (input.carrier === 'folder') {
          const put = await folder.send(input, work);
          changed();
          return { entry: put.entry, ticket: null, name: put.name };
        }
        const most = input.carrier === 'mail' ? largestMail : Infinity;
        const { entry, path, name } = await makePackage(core, { ...input, most }, staging.place(), work);
        changed();
        if (input.carrier !== 'mail') return { entry, ticket: offerFile(core, path, name), name };
        const mail = composeMail({
          to: addressOf(core, input.agencyId),
          ...draftWords(core, input.language, { agency: ownName(core), name, number: entry.number }),
          attachments: [{ name, mediaType: packageType, bytes: readFileSync(path) }],
        });
        staging.drop(path);
        const draft = name.replace(/\.viche-package$/, '.eml');
        return { entry, ticket: offerBytes(core, mail, draft, 'message/rfc822'), name: draft };
      }),
    ),
    inspect: area.inspect.handler(({ input, context, signal }) =>
      core.longWorks.run(context.session, signal, (work) => {
        const by = { author: core.author(context), language: shownIn(manager.installation, input.language) };
        if (!('ticket' in input)) return folder.inspect(input.waiting, by, work);
        return receiving.inspectFile(core.tickets.incoming(input.ticket), by, work);
      }),
    ),
    previewRows: area.previewRows.handler(({ input }) => receiving.rows(input)),
    previewRecord: area.previewRecord.handler(({ input }) => receiving.record(input)),
    merge: area.merge.handler(({ input, context, signal }) =>
      core.longWorks.run(context.session, signal, async (work) => {
        receiving.must(input.previewId);
        await manager.backUp('beforeMerge');
        const merged = await receiving.merge(core.author(context), input, work);
        const { entry } = merged;
        const receipt = (await folder.acknowledge(merged)) ? null : merged.receipt;
        changed();
        return { entry, receipt: receipt && offerReceipt(entry, receipt) };
      }),
    ),
    leave: area.leave.handler(({ input }) => {
      receiving.leave(input.previewId);
      return {};
    }),
    makeReceipt: area.makeReceipt.handler(async ({ input }) => {
      const { entry, receipt } = await receiving.receiptFor(input.id);
      if (!receipt) throw new AppError('cardNotTrusted');
      return { entry, ...offerReceipt(entry, receipt) };
    }),
    readReceipt: area.readReceipt.handler(async ({ input }) => {
      const file = core.tickets.incoming(input.ticket);
      const read = await patiently(() => takeReceipt(core.workspace(), file, now()));
      changed();
      return read;
    }),
    held: area.held.handler(() => listHeld(core.workspace())),
    mergeHeld: area.mergeHeld.handler(async ({ input, context }) => {
      await manager.backUp('beforeMerge');
      const merged = await runBigWrite(core, 'exchangeHeld', { ...input, author: core.author(context), now: now() });
      changed();
      return merged;
    }),
    log: area.log.handler(({ input }) => listEntries(core.workspace(), input)),
    issueAgain: area.issueAgain.handler(async () => {
      const issued = await runBigWrite(core, 'exchangeIssueAgain', {});
      changed();
      return issued;
    }),
    setFolder: area.setFolder.handler(({ input }) => folder.set(input.place)),
    syncFolder: area.syncFolder.handler(() => folder.sync()),
    eraseContact: area.eraseContact.handler(async ({ input, context }) => {
      await runBigWrite(core, 'exchangeErase', { ...input, author: core.author(context), now: now() });
      const backups = manager.backups.list(core.workspace().path);
      return {
        partners: sharedScopes(core.workspace()).length > 0,
        folder: backups[0] ? dirname(backups[0].path) : '',
        backups: backups.map(({ ref, madeAt }) => ({ ref, madeAt })),
      };
    }),
  };
  return { procedures, waitingInFolder: folder.waiting };
};
