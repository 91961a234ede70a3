import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as z from 'zod';
import type { OwnCard } from '../../../../shared/contract/exchange.ts';
import { AppError } from '../../../../shared/errors.ts';
import { toString as toPicture } from 'qrcode';
import { readOne, type Reader } from '../../statements.ts';
import { readSettings } from '../../workspace/settings.ts';
import { renewalPart, writeCard, type CardText } from './cardText.ts';
import { fingerprintOf, newSigningPair, signerWith } from './signing.ts';

const keyPair = z.object({
  /** `AGE-SECRET-KEY-1…` */
  identity: z.string(),
  recipient: z.string(),
  signing: z.object({ private: z.string(), public: z.string() }),
  fingerprint: z.string(),
  madeAt: z.string(),
  renews: z.object({ fingerprint: z.string(), signature: z.string() }).nullable(),
});
type KeyPair = z.infer<typeof keyPair>;

/** The first pair is in use; the others open what was sent before they were given up. */
const keptKeys = z.object({ agencyId: z.string(), pairs: z.array(keyPair).min(1) });
type KeptKeys = z.infer<typeof keptKeys>;

/** What sealing, sending and receiving need of our own keys. They never leave this file but in a backup. */
export interface ExchangeKeys {
  agencyId: string;
  fingerprint: string;
  recipient: string;
  verifyKey: string;
  /** For packages to us, also to keys that were given up. */
  identities: string[];
  /** Keys that were given up, under which batches of ours still travel: fingerprint → base64 of the public key. */
  earlier: Record<string, string>;
  sign: (bytes: Uint8Array) => Uint8Array;
}

const place = 'exchange.keys';

function readKept(reader: Reader): KeptKeys | null {
  const row = readOne<{ value: string }>(reader, 'SELECT value FROM local WHERE name = ?', place);
  return row ? keptKeys.parse(JSON.parse(row.value)) : null;
}

function keep({ sqlite }: Reader, keys: KeptKeys) {
  sqlite
    .prepare('INSERT INTO local (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
    .run(place, JSON.stringify(keys));
}

async function newPair(agencyId: string, madeAt: string, old: KeyPair | null): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const signing = newSigningPair();
  const card = { agencyId, recipient, verify: signing.public };
  const signature = old && Buffer.from(signerWith(old.signing.private)(renewalPart(card))).toString('base64');
  return {
    identity,
    recipient,
    signing,
    fingerprint: fingerprintOf(card),
    madeAt,
    renews: old && signature ? { fingerprint: old.fingerprint, signature } : null,
  };
}

const agencyOf = (reader: Reader): { id: string; name: string } => {
  const id = readSettings(reader).homeAgency;
  const row =
    id === null ? undefined : readOne<{ name: string }>(reader, 'SELECT name FROM organisation WHERE id = ?', id);
  if (id === null || !row) throw new AppError('noHomeAgency');
  return { id, name: row.name };
};

export const hasKeys = (reader: Reader): boolean => readKept(reader) !== null;

/** Our keys. Throws `noExchangeKeys` before they are made. */
export function readKeys(reader: Reader): ExchangeKeys {
  const kept = readKept(reader);
  const [pair, ...earlier] = kept?.pairs ?? [];
  if (!kept || !pair) throw new AppError('noExchangeKeys');
  let sign: ExchangeKeys['sign'] | null = null;
  return {
    agencyId: kept.agencyId,
    fingerprint: pair.fingerprint,
    recipient: pair.recipient,
    verifyKey: pair.signing.public,
    identities: kept.pairs.map(({ identity }) => identity),
    earlier: Object.fromEntries(earlier.map(({ fingerprint, signing }) => [fingerprint, signing.public])),
    // Made when something is signed: most who ask only want to know who we are.
    sign: (bytes) => (sign ??= signerWith(pair.signing.private))(bytes),
  };
}

/** Makes the keys where there are none. Throws `noHomeAgency`. */
export async function makeKeys(reader: Reader, now: number): Promise<void> {
  if (readKept(reader)) return;
  const agencyId = agencyOf(reader).id;
  const pair = await newPair(agencyId, new Date(now).toISOString(), null);
  // Another page may have asked at the same moment: the first keys stay.
  if (!readKept(reader)) keep(reader, { agencyId, pairs: [pair] });
}

/** New keys, signed by the old ones. What was sent to the old ones can still be opened. Throws `noExchangeKeys`. */
export async function renewKeys(reader: Reader, now: number): Promise<void> {
  const kept = readKept(reader);
  if (!kept) throw new AppError('noExchangeKeys');
  const pair = await newPair(kept.agencyId, new Date(now).toISOString(), kept.pairs[0] ?? null);
  keep(reader, { ...kept, pairs: [pair, ...kept.pairs] });
}

/** Our card's text, under the agency's name as it is today. Throws `noExchangeKeys`. */
export function ownCardText(reader: Reader): string {
  const kept = readKept(reader);
  const pair = kept?.pairs[0];
  if (!kept || !pair) throw new AppError('noExchangeKeys');
  const card: Omit<CardText, 'viche' | 'signature'> = {
    agencyId: kept.agencyId,
    name: agencyOf(reader).name,
    recipient: pair.recipient,
    verify: pair.signing.public,
    madeAt: pair.madeAt,
    renews: pair.renews,
  };
  return writeCard(card, signerWith(pair.signing.private));
}

/** Our card for the screen; null before the keys are made. */
export async function readOwnCard(reader: Reader): Promise<OwnCard | null> {
  const kept = readKept(reader);
  const pair = kept?.pairs[0];
  if (!kept || !pair) return null;
  const text = ownCardText(reader);
  return {
    agencyId: kept.agencyId,
    name: agencyOf(reader).name,
    fingerprint: pair.fingerprint,
    madeAt: pair.madeAt,
    text,
    qr: await toPicture(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
  };
}
