import * as z from 'zod';
import { id, instant } from './base.ts';

/** device → scope (a working group's id) → the last number of the stream that is durably here (rule 16). */
export const exchangeHave = z.record(z.string(), z.record(z.string(), z.number().int()));
export type ExchangeHave = z.infer<typeof exchangeHave>;

/** A package or receipt that went or came. */
export const exchangeEntry = z.object({
  id,
  direction: z.enum(['sent', 'received']),
  agencyId: id,
  agency: z.string(),
  at: instant,
  carrier: z.enum(['file', 'mail', 'folder']),
  fileName: z.string(),
  number: z.number().int(),
  bytes: z.number(),
  changes: z.number().int(),
  attachments: z.number().int(),
  /** Lines refused: of a received one by us, of a sent one by its receipt; and batches held here for want of trust. */
  refused: z.number().int(),
  held: z.number().int(),
  conflicts: z.number().int(),
  acknowledgedAt: instant.nullable(),
});
export type ExchangeEntry = z.infer<typeof exchangeEntry>;

const counted = z.array(z.object({ entity: z.string(), rows: z.number().int() }));

export const outgoingView = z.object({
  agencyId: id,
  agency: z.string(),
  /** Nothing goes to a card that is not trusted: `cardNotTrusted`; no common group: `nothingShared`; no change: `nothingNew`. */
  obstacle: z.enum(['cardNotTrusted', 'nothingShared', 'nothingNew']).nullable(),
  groups: z.array(
    z.object({
      id,
      name: z.string(),
      /** Records with changes, by entity; our own and those passed on from others. */
      records: counted,
      changes: z.number().int(),
      passedOn: z.number().int(),
    }),
  ),
  /** Organisations and people that these records need. */
  directory: z.number().int(),
  attachments: z.number().int(),
  attachmentBytes: z.number(),
  /** Introductions: names of agencies whose cards travel along. */
  cards: z.array(z.string()),
  since: instant.nullable(),
});
export type OutgoingView = z.infer<typeof outgoingView>;

/** What becomes of a record or field: `refused` and `waiting` with a reason's code. */
export const changeFates = ['conflict', 'refused', 'new', 'changed', 'removed', 'waiting'] as const;

export type ChangeFate = (typeof changeFates)[number];

export const previewRow = z.object({
  fate: z.enum(changeFates),
  entity: z.string(),
  row: id,
  /** What the record is called; '' where it has no words of its own. */
  about: z.string(),
  /** The record that it is a part of, in words. */
  within: z.string(),
  fields: z.array(z.string()),
  /** What becomes what (JSON text), where one field alone is changed and both fit into a list. */
  change: z
    .object({ before: z.string().nullable(), after: z.string().nullable(), names: z.record(z.string(), z.string()) })
    .nullable(),
  at: instant,
  author: z.string(),
  agency: z.string(),
  /** Code of `exchange.json` reason.* */
  reason: z.string().nullable(),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const previewFilter = z.object({
  previewId: z.string(),
  fates: z.array(z.enum(changeFates)).max(6),
  entity: z.string().max(64).nullable(),
  words: z.string().max(200),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});

const side = z.object({
  /** JSON text of the value. */
  value: z.string().nullable(),
  at: instant.nullable(),
  author: z.string(),
  agency: z.string(),
});

export const previewField = z.object({
  field: z.string(),
  fate: z.enum([...changeFates, 'merged', 'bothKept']),
  reason: z.string().nullable(),
  /** What stands here, what came, and what stands after the merge. */
  ours: side,
  theirs: side,
  after: z.string().nullable(),
  names: z.record(z.string(), z.string()),
});
export type PreviewField = z.infer<typeof previewField>;

export const previewRecord = z.object({ row: previewRow, fields: z.array(previewField), same: z.number().int() });
export type PreviewRecord = z.infer<typeof previewRecord>;

export const packagePreview = z.object({
  previewId: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  sender: z.object({
    agencyId: id,
    name: z.string(),
    fingerprint: z.string(),
    trustedAt: instant.nullable(),
    checked: z.string(),
  }),
  madeAt: instant,
  /** Of the receipt that this package begins after; null for a full one. */
  since: instant.nullable(),
  counts: z.record(z.enum(changeFates), z.number().int()),
  /** How many records of each kind, the most first. */
  kinds: counted,
  /** Meetings of whose minutes there will be two that were signed apart, in words. */
  signedApart: z.array(z.string()),
  attachments: z.number().int(),
  attachmentBytes: z.number(),
  /** Groups of the package, in words. */
  groups: z.array(z.string()),
  /** Groups that are not here yet: the sender proposes to exchange about them. */
  offered: z.array(z.object({ id, name: z.string() })),
  /** Batches that were here already. */
  known: z.number().int(),
  /** Batches whose signer is not believed yet: kept, not merged. */
  held: z.number().int(),
  /** Cards that came along. */
  introductions: z.array(z.object({ name: z.string(), fingerprint: z.string() })),
  /** Persons whose contact data this package erases for good (rule 22). */
  erasures: z.number().int(),
  troubles: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type PackagePreview = z.infer<typeof packagePreview>;

export const heldBatch = z.object({
  origin: id,
  agency: z.string(),
  /** Whose package brought it. */
  through: z.string(),
  group: z.string(),
  changes: z.number().int(),
  since: instant,
  /** As of now; `ownEarlier`: ours, under keys that we gave up; `ownLater`: by a card of ours that nobody has compared yet; `ready`: the signer is believed by now, `mergeHeld` takes it. */
  reason: z.enum([
    'unknownSigner',
    'notTrusted',
    'revoked',
    'renewed',
    'givenUp',
    'ownEarlier',
    'ownLater',
    'newerVersion',
    'ready',
  ]),
});
export type HeldBatch = z.infer<typeof heldBatch>;
