import * as z from 'zod';
import { cardChecks, cardStates } from '../vocabulary.ts';
import { done, id, instant, language, line, longWork, procedure, ticket } from './base.ts';
import {
  exchangeEntry,
  exchangeHave,
  heldBatch,
  outgoingView,
  packagePreview,
  previewFilter,
  previewRecord,
  previewRow,
} from './exchangeViews.ts';

/** 30 digits in six groups of five with a space between: the same in every language. */
export const fingerprint = z.string().regex(/^\d{5}( \d{5}){5}$/);

export const ownCard = z.object({
  agencyId: id,
  name: z.string(),
  fingerprint,
  madeAt: instant,
  /** The `.viche-card` file's text, which is also what the QR code holds. */
  text: z.string(),
  /** An SVG picture. */
  qr: z.string(),
});
export type OwnCard = z.infer<typeof ownCard>;

export const agencyCardView = z.object({
  id,
  agencyId: id,
  name: z.string(),
  fingerprint,
  state: z.enum(cardStates),
  checked: z.enum(cardChecks),
  trustedAt: instant.nullable(),
  madeAt: instant,
  /** For an introduction: the name of the agency in whose package it came. */
  introducedBy: z.string(),
  /** Fingerprint of the card that this one takes the place of; null where it is the agency's first. */
  renews: fingerprint.nullable(),
  note: z.string(),
});
export type AgencyCardView = z.infer<typeof agencyCardView>;

/** What a card that was read would mean here, before anything is written. */
export const cardReading = z.object({
  card: agencyCardView.pick({ agencyId: true, name: true, fingerprint: true, madeAt: true, renews: true }),
  /**
   * `own`: our own card. `known`: the very card is here. `new`: an agency not known yet. `renewed`: other keys of a known
   * agency, signed with the keys we trust. `ownLater`: keys of our own agency that this workspace does not have, signed with
   * ones that it has: it was restored from a backup from before a renewal. `other`: other keys of a known agency, signed by nobody we trust: beware.
   */
  meaning: z.enum(['own', 'known', 'new', 'renewed', 'ownLater', 'other']),
  known: agencyCardView.nullable(),
});
export type CardReading = z.infer<typeof cardReading>;

export const agencyStatus = z.object({
  card: agencyCardView,
  /** Newer keys that the trusted card's have signed and nobody here has compared yet. */
  renewed: agencyCardView.nullable(),
  /** Working groups whose exchange it takes part in. */
  groups: z.array(z.object({ id, name: z.string() })),
  lastSentAt: instant.nullable(),
  lastReceivedAt: instant.nullable(),
  /** When it last acknowledged, and what it has not acknowledged yet: changes, and since when. */
  acknowledgedAt: instant.nullable(),
  unacknowledged: z.number().int(),
  unacknowledgedSince: instant.nullable(),
  /** Changes here that no package to it holds yet. */
  unsent: z.number().int(),
  /** Batches kept but not merged, that came through it. */
  held: z.number().int(),
  /** What a person has to know, as codes with words: a gap, a fork, a clock, a restored partner. */
  troubles: z.array(
    z.object({
      /**
       * `refusedThere`: what the receipt for our last package says; `codes` has the reasons, apart by a space. `aheadHere`: changes
       * from the future of an agency stand here, until the instant `until`; only it can issue them again.
       */
      code: z.enum([
        'gap',
        'fork',
        'clockAhead',
        'aheadHere',
        'restored',
        'renewedCard',
        'revokedCard',
        'newerVersion',
        'refused',
        'refusedThere',
      ]),
      at: instant,
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type AgencyStatus = z.infer<typeof agencyStatus>;

export const folderStatus = z.object({
  /** As words for the screen; null where none is chosen. */
  folder: z.string().nullable(),
  watching: z.boolean(),
  /** Code of `errors.json` where the folder cannot be read or written now. */
  trouble: z.string().nullable(),
  checkedAt: instant.nullable(),
  /** Packages that lie there for us and wait for a person to look at them. */
  waiting: z.array(
    z.object({
      ref: z.string(),
      agencyId: z.string(),
      agency: z.string(),
      name: z.string(),
      bytes: z.number(),
      since: instant,
    }),
  ),
});
export type FolderStatus = z.infer<typeof folderStatus>;

export const exchangeStatus = z.object({
  /** Null until the agency has made its keys (`makeKeys`). */
  own: ownCard.nullable(),
  agencies: z.array(agencyStatus),
  groups: z.array(z.object({ id, name: z.string(), agencyIds: z.array(id) })),
  /** Cards of our own agency whose keys this workspace does not have; those `introduced` or `imported` wait for a comparison. */
  ownLater: z.array(agencyCardView),
  folder: folderStatus,
  /**
   * Changes of ours that were sealed while this computer's clock was more than a day ahead, with the latest day that they
   * bear: partners set them aside until then, unless they are issued again. Null where there are none.
   */
  ahead: z.object({ changes: z.number().int(), latest: instant }).nullable(),
  heldBatches: z.number().int(),
  openConflicts: z.number().int(),
  /** Meetings whose minutes were signed apart, with nobody's decision which are in force. */
  signedApart: z.number().int(),
});
export type ExchangeStatus = z.infer<typeof exchangeStatus>;

export const exchangeContract = {
  status: procedure.output(exchangeStatus),
  /** The agency's keys, once; every later call gives the same card. */
  makeKeys: procedure.output(ownCard),
  /** New keys in place of ones that may be known to others; the new card is signed with the old keys too. */
  renewKeys: procedure.output(ownCard),
  /** The `.viche-card` file. */
  saveCard: procedure.output(z.object({ ticket, name: z.string() })),
  /** From a chosen file or a text (of a QR code, a mail). Refuses what is no card or whose own signature is wrong: `notACard`. */
  readCard: procedure
    .input(z.union([z.object({ ticket }), z.object({ text: z.string().max(20_000) })]))
    .output(cardReading),
  importCard: procedure
    .input(z.union([z.object({ ticket }), z.object({ text: z.string().max(20_000) })]))
    .output(z.object({ id })),
  /** The person has compared the fingerprint; held batches of this agency are merged by `mergeHeld`. */
  trustCard: procedure.input(z.object({ id, checked: z.enum(cardChecks), note: line })).output(done),
  revokeCard: procedure.input(z.object({ id, note: line.min(1) })).output(done),
  removeCard: procedure.input(z.object({ id })).output(done),
  setParticipants: procedure.input(z.object({ groupId: id, agencyIds: z.array(id).max(500) })).output(done),

  /** What would go to an agency now, in words and counts. `full`: all of it, for a newcomer or after a loss. */
  outgoing: procedure.input(z.object({ agencyId: id, full: z.boolean() })).output(outgoingView),
  /** Seals, then makes the package. `mail` gives a draft with the package attached; `folder` puts it into the exchange folder (no ticket). */
  makePackage: procedure
    .input(z.object({ agencyId: id, full: z.boolean(), carrier: z.enum(['file', 'mail', 'folder']), language }))
    .output(longWork(z.object({ entry: exchangeEntry, ticket: ticket.nullable(), name: z.string() }))),

  /**
   * Looks at a package without writing anything: caps, decryption, signatures, hashes, every line, and what a merge would do.
   * `language`: of the screen, for days in the names of records; else that of the preferences.
   */
  inspect: procedure
    .input(
      z.union([
        z.object({ ticket, language: language.optional() }),
        z.object({ waiting: z.string().max(200), language: language.optional() }),
      ]),
    )
    .output(longWork(packagePreview)),
  previewRows: procedure.input(previewFilter).output(z.object({ total: z.number().int(), rows: z.array(previewRow) })),
  previewRecord: procedure
    .input(z.object({ previewId: z.string(), entity: z.string().max(64), row: id }))
    .output(previewRecord),
  /**
   * A backup, then one transaction. `takeOurs`: fields in conflict whose other value a person has picked; each is taken back as an
   * ordinary edit of its own act. Then the receipt.
   */
  merge: procedure
    .input(
      z.object({
        previewId: z.string(),
        /** Groups of `offered` about which we are going to exchange with the sender; what came of the others is refused. */
        join: z.array(id).max(1_000),
        picks: z
          .array(
            z.object({
              entity: z.string().max(64),
              row: id,
              field: z.string().max(64),
              take: z.enum(['ours', 'theirs']),
            }),
          )
          .max(10_000),
      }),
    )
    .output(longWork(z.object({ entry: exchangeEntry, receipt: z.object({ ticket, name: z.string() }).nullable() }))),
  /** Forgets a preview. */
  leave: procedure.input(z.object({ previewId: z.string() })).output(done),
  /**
   * The receipt for a package that was merged, made anew as often as it is asked for: it says what is here by now. Refuses
   * `cardNotTrusted` where no card of the sender's is trusted any more.
   */
  makeReceipt: procedure.input(z.object({ id })).output(z.object({ entry: exchangeEntry, ticket, name: z.string() })),
  readReceipt: procedure
    .input(z.object({ ticket }))
    .output(z.object({ agencyId: id, agency: z.string(), at: instant, have: exchangeHave, refused: z.number().int() })),

  held: procedure.output(z.array(heldBatch)),
  /**
   * Merges what was held and may be merged now; says how many batches. `ownEarlier`: what keys of our own that we have
   * given up have signed is ours, a restored backup did not have it.
   */
  mergeHeld: procedure
    .input(z.object({ ownEarlier: z.boolean().default(false) }).default({ ownEarlier: false }))
    .output(z.object({ batches: z.number().int(), changes: z.number().int() })),
  log: procedure
    .input(
      z.object({ agencyId: id.nullable(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    )
    .output(z.object({ total: z.number().int(), entries: z.array(exchangeEntry) })),

  /** Rule 4: issues again, under present clocks, what `status.ahead` counts; says how many changes. */
  issueAgain: procedure.output(z.object({ changes: z.number().int() })),
  /** From the door's "choose a folder" dialogue; null stops the exchange by folder. Refuses `folderNotWritable`. */
  setFolder: procedure.input(z.object({ place: ticket.nullable() })).output(folderStatus),
  /** Writes what is due to every agency with trusted card and looks for what has come. */
  syncFolder: procedure.output(folderStatus),

  /** Rule 22: a person's contact data, for good, here and at every partner. No undo. */
  eraseContact: procedure.input(z.object({ personId: id, withName: z.boolean() })).output(
    z.object({
      /** Somebody takes part in the exchange of our groups. */
      partners: z.boolean(),
      /** Backups that have the data still: files of this folder, the latest first. */
      folder: z.string(),
      backups: z.array(z.object({ ref: z.string(), madeAt: instant })),
    }),
  ),
};
