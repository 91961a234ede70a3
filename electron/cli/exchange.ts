import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Client } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/languages.ts';
import type { App } from '../core/app.ts';
import type { ExchangeCommand } from './exchangeArguments.ts';
import { chosenFile, writeMade } from './files.ts';
import { picksFor, readPreview } from './exchangeReceive.ts';
import { clientOf } from './procedures.ts';
import { printResult, UsageError, type Terminal } from './terminal.ts';

/** As many entries of the log as are printed, the latest first. */
const mostEntries = 200;

/** What long work comes to; ending the program cancels it. */
async function resultOf<Result>(work: AsyncIterator<unknown, Result>, terminal: Terminal): Promise<Result> {
  const leave = () => void work.return?.();
  terminal.stopped.addEventListener('abort', leave, { once: true });
  for (;;) {
    const { done, value } = await work.next();
    if (done === true) return value;
  }
}

/** The id of an agency by that id or by its name as the card has it. Throws UsageError where none or several are meant. */
async function agencyOf(client: Client, named: string): Promise<string> {
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
  return only.card.agencyId;
}

/** The cards that stand for agencies, and those of our own agency whose keys are not here. */
async function cardsOf(area: Client['exchange']) {
  const { agencies, ownLater } = await area.status();
  return [...agencies.map(({ card }) => card), ...ownLater];
}

/** A card by its fingerprint, also one that renews another. Throws UsageError where there is none. */
async function cardOf(client: Client, fingerprint: string) {
  const { agencies, ownLater } = await client.exchange.status();
  const cards = [
    ...agencies.flatMap(({ card, renewed }) => (renewed === null ? [card] : [card, renewed])),
    ...ownLater,
  ];
  const found = cards.find((card) => card.fingerprint === fingerprint);
  if (found) return found;
  const known = cards.map((card) => card.fingerprint);
  throw new UsageError('usage.notAmong', { option: '--fingerprint', value: fingerprint }, known);
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
    case 'card':
    case 'renew': {
      const { agencyId, name, fingerprint, madeAt } = await (command.act === 'card'
        ? area.makeKeys()
        : area.renewKeys());
      const { ticket } = await area.saveCard();
      const file = command.out === null ? null : await writeMade(terminal, app, ticket, command.out);
      return print({ agencyId, name, fingerprint, madeAt, file });
    }
    case 'cards':
      return print(await cardsOf(area));
    case 'import': {
      const read = await area.readCard({ ticket: await bring(command.in) });
      const { id } = await area.importCard({ ticket: await bring(command.in) });
      return print({ id, meaning: read.meaning, ...read.card });
    }
    case 'trust': {
      const { id, agencyId, name, fingerprint } = await cardOf(client, command.fingerprint);
      await area.trustCard({ id, checked: command.checked, note: '' });
      return print({ agencyId, name, fingerprint });
    }
    case 'revoke':
    case 'remove': {
      const { id, agencyId, name, fingerprint } = await cardOf(client, command.fingerprint);
      await (command.act === 'revoke' ? area.revokeCard({ id, note: command.note }) : area.removeCard({ id }));
      return print({ agencyId, name, fingerprint });
    }
    case 'participants': {
      const agencyIds = await Promise.all(command.agencies.map((each) => agencyOf(client, each)));
      await area.setParticipants({ groupId: command.group, agencyIds });
      return print({ groupId: command.group, agencyIds });
    }
    case 'outgoing': {
      const agencyId = await agencyOf(client, command.agency);
      return print(await area.outgoing({ agencyId, full: command.full }));
    }
    case 'send': {
      const agencyId = await agencyOf(client, command.agency);
      const { full, carrier } = command;
      const work = await area.makePackage({ agencyId, full, carrier, language });
      const { entry, ticket, name } = await resultOf(work, terminal);
      const file = ticket === null ? null : await writeMade(terminal, app, ticket, command.out ?? name);
      return print({ ...entry, file });
    }
    case 'receive': {
      const source = command.in === null ? { waiting: command.waiting ?? '' } : { ticket: await bring(command.in) };
      const preview = await resultOf(await area.inspect({ ...source, language }), terminal);
      const { previewId, offered, ...about } = preview;
      if (!command.merge) {
        const rows = await readPreview(area, previewId);
        await area.leave({ previewId });
        return print({ ...about, offered, merged: false, ...rows });
      }
      const join = command.join ? offered.map((group: { id: string }) => group.id) : [];
      const picks = command.take === null ? [] : await picksFor(area, previewId, command.take);
      const { entry, receipt } = await resultOf(await area.merge({ previewId, join, picks }), terminal);
      const file =
        receipt === null ? null : await writeMade(terminal, app, receipt.ticket, command.out ?? receipt.name);
      return print({ ...about, offered, merged: true, entry, receipt: file });
    }
    case 'receipt': {
      if (command.in !== null) return print(await area.readReceipt({ ticket: await bring(command.in) }));
      const { entry, ticket, name } = await area.makeReceipt({ id: command.of });
      return print({ entry, receipt: await writeMade(terminal, app, ticket, command.out ?? name) });
    }
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
    case 'log': {
      const agencyId = command.agency === null ? null : await agencyOf(client, command.agency);
      return print(await area.log({ agencyId, offset: 0, limit: mostEntries }));
    }
    case 'held':
      return print(command.merge ? await area.mergeHeld({ ownEarlier: command.own }) : await area.held());
  }
}

/** The QR code is a picture, and no terminal's. */
async function statusWithoutPicture(client: Client) {
  const { own, ...status } = await client.exchange.status();
  if (own === null) return { own, ...status };
  const { agencyId, name, fingerprint, madeAt } = own;
  return { own: { agencyId, name, fingerprint, madeAt }, ...status };
}
