import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Client } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/languages.ts';
import type { App } from '../core/app.ts';
import type { ExchangeCommand } from './exchangeArguments.ts';
import { chosenFile, writeMade } from './files.ts';
import { clientOf } from './procedures.ts';
import { printResult, UsageError, type Terminal } from './terminal.ts';

/** As many records of a package as one preview prints; `shown` and `total` say when there are more. */
const mostRows = 500;

/** What long work comes to; ending the program cancels it. */
async function resultOf<Result>(work: AsyncIterator<unknown, Result>, terminal: Terminal): Promise<Result> {
  const leave = () => void work.return?.();
  terminal.stopped.addEventListener('abort', leave, { once: true });
  for (;;) {
    const { done, value } = await work.next();
    if (done === true) return value;
  }
}

/** An agency by its id or by its name as the card has it. Throws UsageError where none or several are meant. */
async function agencyOf(client: Client, named: string): Promise<{ agencyId: string; cardId: string }> {
  const { agencies } = await client.exchange.status();
  const found = agencies.filter(
    ({ card }) => card.agencyId === named || card.id === named || card.fingerprint === named || card.name === named,
  );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new UsageError(
      'usage.notAmong',
      { option: '--agency', value: named },
      agencies.map(({ card }) => ({ agencyId: card.agencyId, name: card.name, fingerprint: card.fingerprint })),
    );
  return { agencyId: only.card.agencyId, cardId: only.card.id };
}

/** `viche exchange …`: everything of the exchange between agencies, one act a command. */
export async function exchange(
  command: ExchangeCommand,
  app: App,
  terminal: Terminal,
  language: Language,
): Promise<void> {
  const client = clientOf(app);
  const { exchange: area } = client;
  const print = (value: unknown) => printResult(terminal, value);
  const bring = async (name: string) => app.tickets.accept(await chosenFile(terminal, name, true));

  switch (command.act) {
    case 'card': {
      const { agencyId, name, fingerprint, madeAt } = await area.makeKeys();
      const { ticket } = await area.saveCard();
      const file = command.out === null ? null : await writeMade(terminal, app, ticket, command.out);
      return print({ agencyId, name, fingerprint, madeAt, file });
    }
    case 'cards':
      return print((await area.status()).agencies.map(({ card }) => card));
    case 'import': {
      const read = await area.readCard({ ticket: await bring(command.in) });
      const { id } = await area.importCard({ ticket: await bring(command.in) });
      return print({ id, meaning: read.meaning, ...read.card });
    }
    case 'trust': {
      const { agencies } = await area.status();
      const found = agencies.find(({ card }) => card.fingerprint === command.fingerprint);
      if (!found)
        throw new UsageError(
          'usage.notAmong',
          { option: '--fingerprint', value: command.fingerprint },
          agencies.map(({ card }) => card.fingerprint),
        );
      await area.trustCard({ id: found.card.id, checked: command.checked, note: '' });
      return print({ agencyId: found.card.agencyId, name: found.card.name, fingerprint: found.card.fingerprint });
    }
    case 'participants': {
      const agencyIds = await Promise.all(
        command.agencies.map(async (each) => (await agencyOf(client, each)).agencyId),
      );
      await area.setParticipants({ groupId: command.group, agencyIds });
      return print({ groupId: command.group, agencyIds });
    }
    case 'send': {
      const { agencyId } = await agencyOf(client, command.agency);
      const { full, carrier } = command;
      const work = await area.makePackage({ agencyId, full, carrier, language });
      const { entry, ticket, name } = await resultOf(work, terminal);
      const file = ticket === null ? null : await writeMade(terminal, app, ticket, command.out ?? name);
      return print({ ...entry, file });
    }
    case 'receive': {
      const source = command.in === null ? { waiting: command.waiting ?? '' } : { ticket: await bring(command.in) };
      const preview = await resultOf(await area.inspect(source), terminal);
      const { previewId, offered, ...about } = preview;
      if (!command.merge) {
        const filter = { previewId, fates: [], entity: null, words: '', offset: 0, limit: mostRows };
        const { total, rows } = await area.previewRows(filter);
        await area.leave({ previewId });
        return print({ ...about, offered, merged: false, total, shown: rows.length, rows });
      }
      const join = command.join ? offered.map((group: { id: string }) => group.id) : [];
      const { entry, receipt } = await resultOf(await area.merge({ previewId, join, picks: [] }), terminal);
      const file =
        receipt === null ? null : await writeMade(terminal, app, receipt.ticket, command.out ?? receipt.name);
      return print({ ...about, offered, merged: true, entry, receipt: file });
    }
    case 'receipt':
      return print(await area.readReceipt({ ticket: await bring(command.in) }));
    case 'status':
      return print(await statusWithoutPicture(client));
    case 'folder': {
      if (command.none) return print(await area.setFolder({ place: null }));
      if (command.set === null) return print((await area.status()).folder);
      const found = await stat(resolve(terminal.folder, command.set)).catch(() => null);
      if (!found?.isDirectory()) throw new AppError('folderGone');
      return print(await area.setFolder({ place: app.tickets.accept(await chosenFile(terminal, command.set, false)) }));
    }
    case 'sync':
      return print(await area.syncFolder());
    case 'reissue':
      return print(await area.issueAgain());
    case 'held':
      return print(command.merge ? await area.mergeHeld() : await area.held());
  }
}

/** The QR code is a picture, and no terminal's. */
async function statusWithoutPicture(client: Client) {
  const { own, ...status } = await client.exchange.status();
  if (own === null) return { own, ...status };
  const { agencyId, name, fingerprint, madeAt } = own;
  return { own: { agencyId, name, fingerprint, madeAt }, ...status };
}
