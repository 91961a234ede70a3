import type { AgencyCardView, AgencyStatus, ExchangeStatus } from '../../../shared/contract/exchange.ts';
import type { ExchangeHave } from '../../../shared/contract/exchangeViews.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { groupBy, readOne, type Reader } from '../statements.ts';
import { readSettings } from '../workspace/settings.ts';
import { lastNotTaken, lastTroubles, type Trouble } from './receiving/log.ts';
import { currentPeer } from './receiving/peers.ts';
import { readSetAside, type SetAside } from './receiving/setAside.ts';
import { dueBatches } from './sealing/store.ts';
import { countFresh, unsealedIn } from './sealing/unsealed.ts';
import { readAhead, readAheadOfPartners } from './sending/issueAgain.ts';
import { listCards } from './trust/cards.ts';
import { readOwnCard } from './trust/keys.ts';
import { listParticipants, scopesWith } from './trust/participants.ts';
import { readWaiting } from './waiting.ts';

const standing: Record<AgencyCardView['state'], number> = {
  trusted: 0,
  imported: 1,
  introduced: 2,
  revoked: 3,
  replaced: 4,
};

/** The one card of an agency that stands for it: the trusted one, else the one that waits for a comparison. */
const chiefCard = (cards: readonly AgencyCardView[]): AgencyCardView | undefined =>
  cards.toSorted((a, b) => standing[a.state] - standing[b.state] || (a.id < b.id ? 1 : -1))[0];

interface Traffic {
  lastSentAt: string | null;
  lastReceivedAt: string | null;
  acknowledgedAt: string | null;
  unacknowledged: number;
  unacknowledgedSince: string | null;
}

const trafficWith = (reader: Reader, agencyId: string): Traffic =>
  readOne<Traffic>(
    reader,
    `SELECT (SELECT at FROM exchange_log WHERE agencyId = ? AND direction = 'sent' ORDER BY number DESC LIMIT 1) AS lastSentAt,
       max(at) FILTER (WHERE direction = 'received') AS lastReceivedAt, max(acknowledgedAt) AS acknowledgedAt,
       coalesce(max(changes) FILTER (WHERE direction = 'sent' AND acknowledgedAt IS NULL), 0) AS unacknowledged,
       min(at) FILTER (WHERE direction = 'sent' AND acknowledgedAt IS NULL) AS unacknowledgedSince
     FROM exchange_log WHERE agencyId = ?`,
    agencyId,
    agencyId,
  ) ?? { lastSentAt: null, lastReceivedAt: null, acknowledgedAt: null, unacknowledged: 0, unacknowledgedSince: null };

/**
 * How far our last package to an agency went in each stream; what lies beyond has not been sent. The last is told by its
 * number: a clock that ran ahead gives days that no later package has.
 */
function sentReach(reader: Reader, agencyId: string): ExchangeHave {
  const last = readOne<{ details: string }>(
    reader,
    "SELECT details FROM exchange_log WHERE agencyId = ? AND direction = 'sent' ORDER BY number DESC LIMIT 1",
    agencyId,
  );
  return last ? ((JSON.parse(last.details) as { reaches?: ExchangeHave }).reaches ?? {}) : {};
}

/** Without what every object has by birth: a partner's word may name that. */
const nothing = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** The further of two words about streams, for each of them. */
function furthest(...words: ExchangeHave[]): ExchangeHave {
  const result: ExchangeHave = nothing();
  for (const word of words)
    for (const [device, scopes] of Object.entries(word))
      for (const [scope, to] of Object.entries(scopes)) {
        const own = (result[device] ??= nothing());
        own[scope] = Math.max(own[scope] ?? 0, to);
      }
  return result;
}

/** As many reasons as a person reads. */
const mostReasons = 3;

/** What the receipt for our last package says was not taken there. */
function notTakenBy(reader: Reader, { agencyId, name }: AgencyCardView): AgencyStatus['troubles'] {
  const last = lastNotTaken(reader, agencyId);
  if (!last || last.notTaken.length === 0) return [];
  const count = last.notTaken.reduce((sum, each) => sum + each.count, 0);
  const codes = last.notTaken
    .slice(0, mostReasons)
    .map(({ code }) => code)
    .join(' ');
  return [{ code: 'refusedThere', params: { name, number: last.number, count, codes }, at: last.at }];
}

/** Told by what waits, not by the package; a batch in a form of a later version is not kept, and only the package tells of it. */
const isSetAside = (code: Trouble['code'], params: Trouble['params']): boolean =>
  code === 'clockAhead' || (code === 'newerVersion' && params['count'] !== 0);

/**
 * What came up in an agency's last package, and what of its changes is set aside here, which is told as long as it is:
 * packages that come after it bring nothing of the kind, and nobody would ask the partner to set its clock right.
 */
function troublesOf(
  { name }: AgencyCardView,
  last: { at: string; troubles: Trouble[] } | undefined,
  setAside: readonly SetAside[],
): AgencyStatus['troubles'] {
  const waiting = setAside.map(({ reason, changes: count, latest: until, since: at }) =>
    reason === 'ahead'
      ? { code: 'clockAhead' as const, params: { name, count, until }, at }
      : { code: 'newerVersion' as const, params: { name, count }, at },
  );
  const others = (last?.troubles ?? []).filter(
    ({ code, params }) => !isSetAside(code, params) && !waiting.some((each) => each.code === code),
  );
  return [...others.map(({ code, params }) => ({ code, params, at: last?.at ?? '' })), ...waiting];
}

function statusOf(
  reader: Reader,
  card: AgencyCardView,
  device: string,
  groups: ReturnType<typeof listParticipants>,
  troubles: ReturnType<typeof lastTroubles>,
  setAside: readonly SetAside[],
  cards: readonly AgencyCardView[],
  ahead: { changes: number; latest: string } | undefined,
  fresh: ReadonlyMap<string, number>,
): AgencyStatus {
  const { agencyId } = card;
  const scopes = scopesWith(reader, agencyId);
  const peer = currentPeer(reader, agencyId, device);
  const sent = dueBatches(reader, scopes, furthest(peer?.have ?? {}, sentReach(reader, agencyId)));
  const last = troubles.get(agencyId);
  const held = readOne<{ n: number }>(
    reader,
    "SELECT count(*) AS n FROM batch WHERE state = 'held' AND ? IN (through, origin)",
    agencyId,
  );
  const renewed = cards.find(
    ({ renews, state }) => renews === card.fingerprint && (state === 'imported' || state === 'introduced'),
  );
  return {
    card,
    renewed: card.state === 'trusted' ? (renewed ?? null) : null,
    groups: groups.filter(({ agencyIds }) => agencyIds.includes(agencyId)).map(({ id, name }) => ({ id, name })),
    ...trafficWith(reader, agencyId),
    unsent: sent.reduce((sum, { changes }) => sum + changes, 0) + unsealedIn(reader, scopes, fresh),
    held: held?.n ?? 0,
    troubles: [
      ...troublesOf(card, last, setAside),
      ...notTakenBy(reader, card),
      ...(ahead
        ? [
            {
              code: 'aheadHere' as const,
              params: { name: card.name, count: ahead.changes, until: ahead.latest },
              at: last?.at ?? card.madeAt,
            },
          ]
        : []),
      ...(card.state === 'trusted' && renewed
        ? [{ code: 'renewedCard' as const, params: { name: card.name }, at: renewed.madeAt }]
        : []),
      ...(card.state === 'revoked'
        ? [{ code: 'revokedCard' as const, params: { name: card.name }, at: card.trustedAt ?? card.madeAt }]
        : []),
    ],
  };
}

/** Everything the exchange's first page shows, but for the exchange folder. */
export async function readStatus(reader: Reader & { ledger: Ledger }): Promise<Omit<ExchangeStatus, 'folder'>> {
  const { device } = reader.ledger;
  const groups = listParticipants(reader);
  const troubles = lastTroubles(reader);
  const setAside = readSetAside(reader);
  const ahead = readAheadOfPartners(reader);
  const fresh = countFresh(reader);
  const home = readSettings(reader).homeAgency;
  const cardsHere = listCards(reader);
  const ownLater = cardsHere.filter(({ agencyId }) => agencyId === home);
  const cardsOfOthers = cardsHere.filter(({ agencyId }) => agencyId !== home);
  const agencies = [...groupBy(cardsOfOthers, ({ agencyId }) => agencyId).values()].flatMap((cards) => {
    const card = chiefCard(cards);
    return card
      ? [
          statusOf(
            reader,
            card,
            device,
            groups,
            troubles,
            setAside.get(card.agencyId) ?? [],
            cards,
            ahead.get(card.agencyId),
            fresh,
          ),
        ]
      : [];
  });
  return {
    own: await readOwnCard(reader),
    agencies: agencies.toSorted((a, b) => a.card.name.localeCompare(b.card.name, 'uk')),
    groups,
    ownLater,
    ahead: readAhead(reader),
    ...readWaiting(reader),
  };
}
