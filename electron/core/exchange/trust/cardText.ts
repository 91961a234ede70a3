import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { idPattern } from '../../../../shared/ids.ts';
import { canonicalJson } from '../../canonicalJson.ts';
import { fingerprintOf, verifierWith } from './signing.ts';

const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

const cardText = z.strictObject({
  viche: z.literal('card/1'),
  agencyId: z.string().regex(idPattern),
  name: z.string().min(1).max(500),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  verify: key,
  madeAt: z.iso.datetime(),
  /** The card that this one takes the place of, and a signature by its key over this one's keys. */
  renews: z.strictObject({ fingerprint: z.string().regex(/^\d{5}( \d{5}){5}$/), signature }).nullable(),
  signature,
});

/** An agency's card as its file, its QR code and packages carry it. */
export type CardText = z.infer<typeof cardText>;

/** A card that was read and whose own signature holds. */
export interface Card extends CardText {
  fingerprint: string;
}

/** The longest card there is: a name of 500 letters and the keys. */
export const longestCard = 8_000;

const signedPart = ({ signature: _, ...rest }: Omit<CardText, 'signature'> & { signature?: string }) =>
  Buffer.from(canonicalJson(rest));

/** What a key that is given up signs to name its successor. */
export const renewalPart = (card: Pick<CardText, 'agencyId' | 'recipient' | 'verify'>): Uint8Array =>
  Buffer.from(`viche card renewal 1\n${card.agencyId}\n${card.recipient}\n${card.verify}`);

/** One line of JSON, signed by the card's own key. */
export const writeCard = (
  card: Omit<CardText, 'viche' | 'signature'>,
  sign: (bytes: Uint8Array) => Uint8Array,
): string => {
  const whole = { viche: 'card/1' as const, ...card };
  const made = Buffer.from(sign(signedPart(whole))).toString('base64');
  return JSON.stringify({ ...whole, signature: made } satisfies CardText);
};

/** Reads a card and checks the signature that it bears itself. Throws `notACard`. */
export function readCard(text: string): Card {
  const trimmed = text.trim();
  if (trimmed.length > longestCard) throw new AppError('notACard');
  const read = cardText.safeParse(parsed(trimmed));
  if (!read.success) throw new AppError('notACard');
  const card = read.data;
  if (!verifierWith(card.verify)(signedPart(card), Buffer.from(card.signature, 'base64')))
    throw new AppError('notACard');
  return { ...card, fingerprint: fingerprintOf(card) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether the key of the card that is given up has signed this one. */
export const isRenewalOf = (card: Card, old: { fingerprint: string; verifyKey: string }): boolean =>
  card.renews?.fingerprint === old.fingerprint &&
  verifierWith(old.verifyKey)(renewalPart(card), Buffer.from(card.renews.signature, 'base64'));
