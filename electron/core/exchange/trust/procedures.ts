import { Readable } from 'node:stream';
import type { CallContext } from '../../ports.ts';
import { AppError } from '../../../../shared/errors.ts';
import { implementer, type Core } from '../../core.ts';
import type { OwnCard } from '../../../../shared/contract/exchange.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { longestCard } from './cardText.ts';
import { importCard, lookAtCard, removeCard, revokeCard, trustCard } from './cards.ts';
import { makeKeys, readOwnCard, renewKeys } from './keys.ts';
import { setParticipants } from './participants.ts';

const { exchange: area } = implementer;

const own = async (workspace: OpenWorkspace): Promise<OwnCard> => {
  const card = await readOwnCard(workspace);
  if (!card) throw new AppError('noExchangeKeys');
  return card;
};

/** The text of a card from a chosen file or as it was pasted. Throws `notACard`, `ticketExpired`. */
async function cardTextOf(core: Core, input: { ticket: string } | { text: string }): Promise<string> {
  if ('text' in input) return input.text;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of core.tickets.incoming(input.ticket).open()) {
    const bytes = Buffer.from(part as Uint8Array);
    length += bytes.length;
    if (length > longestCard) throw new AppError('notACard');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

const cardFile = (card: OwnCard): string =>
  `${
    card.name
      .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '')
      .slice(0, 80)
      .trim() || 'agency'
  }.viche-card`;

export const trustProcedures = (core: Core) => {
  const now = () => (core.ports.now ?? Date.now)();
  const act = (context: CallContext) => [core.workspace(), core.author(context)] as const;
  return {
    makeKeys: area.makeKeys.handler(async () => {
      await makeKeys(core.workspace(), now());
      return own(core.workspace());
    }),
    renewKeys: area.renewKeys.handler(async () => {
      await renewKeys(core.workspace(), now());
      return own(core.workspace());
    }),
    saveCard: area.saveCard.handler(async () => {
      const card = await own(core.workspace());
      const name = cardFile(card);
      const open = () => Readable.from([Buffer.from(`${card.text}\n`)]);
      return { ticket: core.tickets.offer({ name, mediaType: 'application/x-viche-card', open }), name };
    }),
    readCard: area.readCard.handler(async ({ input }) => lookAtCard(core.workspace(), await cardTextOf(core, input))),
    importCard: area.importCard.handler(async ({ input, context }) => ({
      id: importCard(...act(context), await cardTextOf(core, input)),
    })),
    trustCard: area.trustCard.handler(({ input, context }) => {
      trustCard(...act(context), input, now());
      return {};
    }),
    revokeCard: area.revokeCard.handler(({ input, context }) => {
      revokeCard(...act(context), input);
      return {};
    }),
    removeCard: area.removeCard.handler(({ input, context }) => {
      removeCard(...act(context), input.id);
      return {};
    }),
    setParticipants: area.setParticipants.handler(({ input, context }) => {
      setParticipants(...act(context), input);
      return {};
    }),
  };
};
