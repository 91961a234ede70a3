import type { AgencyCardView, CardReading } from '../../../../shared/contract/exchange.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { CardCheck, CardState } from '../../../../shared/vocabulary.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/write.ts';
import { requireText } from '../../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { agencyCard, exchangeMember } from '../tables.ts';
import { isRenewalOf, readCard, type Card } from './cardText.ts';
import { readKeys } from './keys.ts';

interface StoredCard {
  id: string;
  agencyId: string;
  name: string;
  recipient: string;
  verifyKey: string;
  fingerprint: string;
  renews: string;
  state: CardState;
  checked: CardCheck;
  trustedAt: string | null;
  madeAt: string | null;
  introducedBy: string;
  note: string;
}

const columns = `c.id, c.agencyId, c.name, c.recipient, c.verifyKey, c.fingerprint, c.renews, c.state, c.checked,
  c.trustedAt, c.madeAt, c.introducedBy, c.note`;

const view = (card: StoredCard): AgencyCardView => ({
  id: card.id,
  agencyId: card.agencyId,
  name: card.name,
  fingerprint: card.fingerprint,
  state: card.state,
  checked: card.checked,
  trustedAt: card.trustedAt,
  madeAt: card.madeAt ?? '',
  introducedBy: card.introducedBy,
  renews: card.renews === '' ? null : card.renews,
  note: card.note,
});

const storedCards = (reader: Reader): StoredCard[] =>
  readAll(reader, `SELECT ${columns} FROM agency_card c WHERE c.removed = 0 ORDER BY c.id`);

/** Every card that is here, the oldest first. */
export const listCards = (reader: Reader): AgencyCardView[] => storedCards(reader).map(view);

const cardWith = (reader: Reader, fingerprint: string): StoredCard | undefined =>
  readOne(reader, `SELECT ${columns} FROM agency_card c WHERE c.fingerprint = ? AND c.removed = 0`, fingerprint);

const requireCard = (reader: Reader, id: string): StoredCard => {
  const card = readOne<StoredCard>(reader, `SELECT ${columns} FROM agency_card c WHERE c.id = ? AND c.removed = 0`, id);
  if (!card) throw new AppError('notFound', { what: 'agencyCard' });
  return card;
};

/** The card of an agency that packages go to; null where none is trusted. */
export const trustedCard = (reader: Reader, agencyId: string): StoredCard | null =>
  readOne<StoredCard>(
    reader,
    `SELECT ${columns} FROM agency_card c WHERE c.agencyId = ? AND c.state = 'trusted' AND c.removed = 0
     ORDER BY c.trustedAt DESC, c.id DESC`,
    agencyId,
  ) ?? null;

/**
 * Who has signed: an agency, its key, and how far it is believed; `own` are we, `givenUp` we with keys that are not in use,
 * `ownLater` we by a card that nobody has compared: of a renewal that a restored backup knows nothing of.
 */
export interface Signer {
  agencyId: string;
  name: string;
  verifyKey: string;
  state: CardState | 'own' | 'givenUp' | 'ownLater';
  /** The card that it takes the place of, by its own word; '' where it is the first. */
  renews: string;
}

/** Whose fingerprint this is; null where no card here has it. */
export function signerOf(reader: Reader, fingerprint: string): Signer | null {
  const own = readKeys(reader);
  const we = { agencyId: own.agencyId, name: '', renews: '' };
  if (own.fingerprint === fingerprint) return { ...we, verifyKey: own.verifyKey, state: 'own' };
  const earlier = own.earlier[fingerprint];
  if (earlier !== undefined) return { ...we, verifyKey: earlier, state: 'givenUp' };
  const card = cardWith(reader, fingerprint);
  if (!card) return null;
  const { agencyId, name, verifyKey, state, renews } = card;
  if (agencyId !== own.agencyId || state === 'revoked') return { agencyId, name, verifyKey, state, renews };
  return { ...we, verifyKey, state: isCompared(state) ? 'givenUp' : 'ownLater' };
}

const isCompared = (state: CardState): boolean => state === 'trusted' || state === 'replaced';

/**
 * What these signers say is merged: we ourselves and trusted cards. Keys that were given up are believed no more, whoever
 * has them by now: their agency signs everything anew with those of today.
 */
export const isBelieved = (signer: Pick<Signer, 'state'>): boolean =>
  signer.state === 'own' || signer.state === 'trusted';

/** Whether a card of our own agency was signed by keys that this workspace knows to be, or to have been, ours. */
function isOwnLater(reader: Reader, card: Card): boolean {
  const own = readKeys(reader);
  if (card.agencyId !== own.agencyId) return false;
  const ours = Object.entries({ ...own.earlier, [own.fingerprint]: own.verifyKey });
  const known = storedCards(reader).filter(({ agencyId, state }) => agencyId === own.agencyId && state !== 'revoked');
  return [...ours.map(([fingerprint, verifyKey]) => ({ fingerprint, verifyKey })), ...known].some((old) =>
    isRenewalOf(card, old),
  );
}

function meaningOf(reader: Reader, card: Card): Pick<CardReading, 'meaning'> & { known: StoredCard | null } {
  const own = readKeys(reader);
  if (card.fingerprint === own.fingerprint || card.fingerprint in own.earlier) return { meaning: 'own', known: null };
  const same = cardWith(reader, card.fingerprint);
  if (same) return { meaning: 'known', known: same };
  if (isOwnLater(reader, card)) return { meaning: 'ownLater', known: null };
  const others = storedCards(reader).filter(({ agencyId }) => agencyId === card.agencyId);
  const trusted = others.find(({ state }) => state === 'trusted');
  if (trusted) return { meaning: isRenewalOf(card, trusted) ? 'renewed' : 'other', known: trusted };
  // Nobody's word stands against it but a name: an agency of ours, or keys that were revoked.
  const doubtful = others.find(({ state }) => state === 'revoked' || state === 'replaced');
  if (doubtful || card.agencyId === own.agencyId) return { meaning: 'other', known: doubtful ?? null };
  return { meaning: 'new', known: null };
}

/** What a card would mean here; nothing is written. Throws `notACard`, `noExchangeKeys`. */
export function lookAtCard(reader: Reader, text: string): CardReading {
  const card = readCard(text);
  const { meaning, known } = meaningOf(reader, card);
  const { agencyId, name, fingerprint, madeAt } = card;
  return {
    card: { agencyId, name, fingerprint, madeAt, renews: card.renews?.fingerprint ?? null },
    meaning,
    known: known && view(known),
  };
}

const freshCard = (card: Card, text: string, state: 'imported' | 'introduced', introducedBy: string) => ({
  agencyId: card.agencyId,
  name: card.name,
  recipient: card.recipient,
  verifyKey: card.verify,
  fingerprint: card.fingerprint,
  renews: card.renews?.fingerprint ?? '',
  state,
  madeAt: card.madeAt,
  introducedBy,
  text: text.trim(),
});

/** Keeps a card; it is not trusted by that. Returns its id. Throws `notACard`, `cardIsOwn`, `noExchangeKeys`. */
export function importCard(workspace: OpenWorkspace, author: Author, text: string): string {
  const card = readCard(text);
  const { meaning } = meaningOf(workspace, card);
  if (meaning === 'own') throw new AppError('cardIsOwn');
  const here = cardWith(workspace, card.fingerprint);
  return workspace.ledger.write(author, { label: 'exchange.importCard' }, (w) => {
    if (!here) return w.insert(agencyCard, freshCard(card, text, 'imported', ''));
    w.update(agencyCard, here.id, {
      name: card.name,
      text: text.trim(),
      ...(here.state === 'introduced' ? { state: 'imported' } : {}),
    });
    return here.id;
  });
}

/**
 * Cards that came inside a package: introductions, no more. What is no card or is known is passed over; of our own agency
 * those are kept that a restored backup lacks, and only where keys of ours have signed them. Returns those that are kept.
 */
export function keepIntroductions(reader: Reader, w: Writer, texts: readonly string[], introducedBy: string): Card[] {
  const kept: Card[] = [];
  for (const text of texts) {
    let card: Card;
    try {
      card = readCard(text);
    } catch {
      continue;
    }
    const { meaning } = meaningOf(reader, card);
    if (meaning !== 'new' && meaning !== 'renewed' && meaning !== 'ownLater') continue;
    w.insert(agencyCard, freshCard(card, text, 'introduced', introducedBy));
    kept.push(card);
  }
  return kept;
}

/**
 * A person has compared the fingerprint. Other trusted cards of the agency are replaced by this one. One of our own agency
 * is one of keys that are not in use here: it is known to be ours from then on, and no more.
 * Throws `notFound`, `cardRevoked`, `required` (how it was compared).
 */
export function trustCard(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; checked: CardCheck; note: string },
  now: number,
) {
  const card = requireCard(workspace, input.id);
  if (card.state === 'revoked') throw new AppError('cardRevoked');
  if (input.checked === 'none') throw new AppError('required', {}, 'checked');
  const isOurs = card.agencyId === readKeys(workspace).agencyId;
  const before = storedCards(workspace).filter(
    ({ id, agencyId, state }) => agencyId === card.agencyId && id !== card.id && state === 'trusted',
  );
  workspace.ledger.write(author, { label: 'exchange.trustCard' }, (w) => {
    for (const { id } of before) w.update(agencyCard, id, { state: 'replaced' });
    w.update(agencyCard, card.id, {
      state: isOurs ? 'replaced' : 'trusted',
      checked: input.checked,
      trustedAt: new Date(now).toISOString(),
      note: input.note.trim(),
    });
  });
}

/** From now on nothing goes to this card, and what it has signed is held. Throws `notFound`, `required` (why). */
export function revokeCard(workspace: OpenWorkspace, author: Author, input: { id: string; note: string }) {
  const card = requireCard(workspace, input.id);
  requireText(input.note, 'note');
  workspace.ledger.write(author, { label: 'exchange.revokeCard' }, (w) =>
    w.update(agencyCard, card.id, { state: 'revoked', note: input.note.trim() }),
  );
}

/** Forgets a card; with an agency's last card it also leaves every group's exchange. Throws `notFound`. */
export function removeCard(workspace: OpenWorkspace, author: Author, id: string) {
  const card = requireCard(workspace, id);
  const isLast = storedCards(workspace).every((each) => each.id === id || each.agencyId !== card.agencyId);
  const memberships = isLast
    ? readAll<{ id: string }>(
        workspace,
        'SELECT id FROM exchange_member WHERE agencyId = ? AND removed = 0',
        card.agencyId,
      )
    : [];
  workspace.ledger.write(author, { label: 'exchange.removeCard' }, (w) => {
    for (const each of memberships) w.remove(exchangeMember, each.id);
    w.remove(agencyCard, id);
  });
}
