import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { organisationKinds } from '../vocabulary.ts';
import { day, done, id, instant, language, line, procedure, ticket } from './base.ts';

/** What is printed on the recovery sheet: opens the file without the passphrase. */
export const recoverySheet = z.object({
  /** The raw key and salt in groups of four hex digits, each line ending with its checksum. */
  lines: z.array(z.string()),
  /** An SVG picture of the QR code of the same key. */
  qr: z.string(),
  fileName: z.string(),
  madeOn: day,
});
export type RecoverySheet = z.infer<typeof recoverySheet>;

export const knownWorkspace = z.object({
  /** Name of this entry in the recent list; a page never learns or sends a path. */
  ref: z.string(),
  fileName: z.string(),
  folder: z.string(),
  agency: z.string(),
  openedAt: instant.nullable(),
  present: z.boolean(),
  remembered: z.boolean(),
});
export type KnownWorkspace = z.infer<typeof knownWorkspace>;

export const workspaceState = z.object({
  status: z.enum(['none', 'locked', 'open']),
  door: z.enum(['desktop', 'browser', 'cli']),
  version: z.string(),
  /** The operating system's key store can be trusted with a key on this computer. */
  keyStore: z.boolean(),
  workspace: z
    .object({
      ref: z.string(),
      fileName: z.string(),
      agencyId: z.string().nullable(),
      agency: z.string(),
      personId: z.string().nullable(),
      person: z.string(),
      territory: z.string().nullable(),
      remembered: z.boolean(),
      sample: z.boolean(),
      /** Rule 21: the file lies in a network or synchronised folder. */
      inSharedFolder: z.boolean(),
    })
    .nullable(),
});
export type WorkspaceState = z.infer<typeof workspaceState>;

export const preferences = z.object({
  language: language,
  theme: z.enum(['light', 'dark', 'system']),
  /** Minutes without a key or a click before the workspace locks itself; 0 never. */
  lockAfterMinutes: z.number().int().min(0).max(480),
  navigation: z.enum(['wide', 'slim']),
  /** The desktop says once a day, in numbers only, how much is waiting. */
  dailyNotice: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

export const workspaceSettings = z.object({
  /** Whether public holidays count as working days (under martial law they do). */
  holidaysAreWorkingDays: z.boolean(),
  documentFont: z.string().max(80),
  documentFontSize: z.number().min(8).max(20),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

export const backup = z.object({
  ref: z.string(),
  madeAt: instant,
  bytes: z.number(),
  kind: z.enum(['start', 'daily', 'byHand', 'beforeRestore', 'beforeMigration', 'beforeMerge']),
});

export const historyEntry = z.object({
  field: z.string(),
  at: instant,
  author: z.string(),
  label: z.string(),
  kind: z.enum(['write', 'typing', 'undo', 'redo', 'received']),
  /** JSON texts of the values. */
  from: z.string().nullable(),
  to: z.string(),
  inForce: z.boolean(),
  /** What the records are called whose ids stand in the two values. */
  names: z.record(z.string(), z.string()),
});

export const keptConflict = z.object({
  entity: z.string(),
  row: z.string(),
  field: z.string(),
  hlc: z.string(),
  /** `displaced`: signed minutes print the field, so the lost value can only become a remark (rule 8). */
  kind: z.enum(['concurrent', 'displaced', 'revived']),
  foundAt: instant,
  /** JSON of the value that is not in force and of the one that is. */
  lost: z.string(),
  kept: z.string().nullable(),
  /** Who wrote the lost value, and when. */
  author: z.string(),
  writtenAt: instant,
  /** What the record is called; '' where it has no words of its own. */
  about: z.string(),
  /** The meeting that the record belongs to, and the agenda item if it stands under one. */
  meetingId: z.string().nullable(),
  itemId: z.string().nullable(),
  /** What the records are called whose ids stand in the two values. */
  names: z.record(z.string(), z.string()),
});
export type KeptConflict = z.infer<typeof keptConflict>;

export const undone = z.object({
  label: z.string(),
  skipped: z.array(z.object({ entity: z.string(), row: z.string(), field: z.string() })),
});

/** What happens to the workspace while a page is open. */
export const workspaceNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), session: z.string(), rows: z.record(z.string(), z.array(z.string())) }),
  z.object({ kind: z.literal('state') }),
  z.object({ kind: z.literal('backup'), madeAt: instant }),
  z.object({
    kind: z.literal('trouble'),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);

export const workspaceContract = {
  state: procedure.output(workspaceState),
  /** Recently opened workspaces and those found in the usual folder. */
  known: procedure.output(z.array(knownWorkspace)),
  /** Where a new file of this name would be put, as words for the screen. */
  proposePlace: procedure
    .input(z.object({ agency: line }))
    .output(z.object({ folder: z.string(), fileName: z.string() })),
  create: procedure
    .input(
      z.object({
        language,
        agency: z.object({
          name: line.min(1),
          shortName: line,
          kind: z.enum(organisationKinds),
          territory: z.string().max(40).nullable(),
        }),
        person: z.object({ surname: line.min(1), givenName: line, patronymic: line, position: line }),
        /** Null: the key is random and kept by the key store and the recovery sheet alone. */
        passphrase: z.string().max(1000).nullable(),
        remember: z.boolean(),
        sample: z.boolean(),
        /** From the door's "save as" dialogue; without it the usual folder. */
        place: ticket.nullable(),
      }),
    )
    .output(z.object({ recovery: recoverySheet })),
  open: procedure
    .input(
      z.object({
        /** A `ref` of the known ones, or a ticket from the door's "open" dialogue. */
        ref: z.string().max(200),
        passphrase: z.string().max(1000).nullable(),
        /** As typed from the recovery sheet. */
        recoveryKey: z.string().max(1000).nullable(),
        remember: z.boolean(),
      }),
    )
    .output(done),
  forget: procedure.input(z.object({ ref: z.string() })).output(done),
  close: procedure.output(done),
  lock: procedure.output(done),
  changePassphrase: procedure
    .input(z.object({ current: z.string().max(1000).nullable(), next: z.string().max(1000) }))
    .output(z.object({ recovery: recoverySheet })),
  /** The sheet again; asks for the passphrase unless there is none. */
  recovery: procedure.input(z.object({ passphrase: z.string().max(1000).nullable() })).output(recoverySheet),
  /** Words for a passphrase that is easy to say and hard to guess. */
  proposePassphrase: procedure.input(z.object({ language })).output(z.object({ passphrase: z.string() })),
  remember: procedure.input(z.object({ on: z.boolean() })).output(done),
  preferences: procedure.output(preferences),
  setPreferences: procedure.input(preferences.partial()).output(preferences),
  settings: procedure.output(workspaceSettings),
  setSettings: procedure.input(workspaceSettings.partial()).output(workspaceSettings),
  backups: procedure.output(z.array(backup)),
  backUp: procedure.output(backup),
  /** Puts a backup in the place of a closed or open workspace, after a backup of what it replaces. */
  restore: procedure.input(z.object({ ref: z.string(), workspace: z.string() })).output(done),
  /** Backups of a workspace that is not open (for the open page). */
  backupsOf: procedure.input(z.object({ workspace: z.string() })).output(z.array(backup)),
  undo: procedure.output(undone),
  redo: procedure.output(undone),
  /** Cancels the long work of this page as far as it still can be; its stream tells what came of it. */
  stopWork: procedure.output(done),
  undoState: procedure.output(z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  /** `language`, here and below: of the screen, for days in the names of records; else that of the preferences. */
  history: procedure
    .input(z.object({ entity: z.string().max(64), row: id, language: language.optional() }))
    .output(z.array(historyEntry)),
  /** Values that lost against a concurrent one, or against a signature, and wait for somebody to look at them. */
  conflicts: procedure.input(z.object({ language: language.optional() }).optional()).output(z.array(keptConflict)),
  /**
   * Takes the lost value back (`take`, an edit that undo takes back) or leaves things as they are; either way it is off
   * the list. Refuses to take what signed minutes print: `signedLocked`.
   */
  settleConflict: procedure
    .input(z.object({ entity: z.string(), row: id, field: z.string(), hlc: z.string(), take: z.boolean() }))
    .output(done),
  /** Integrity of the file, foreign keys, and table entries against the ledger. */
  check: procedure.output(
    z.object({ ok: z.boolean(), findings: z.array(z.string()), records: z.number(), changes: z.number() }),
  ),
  news: procedure.output(eventIterator(workspaceNews)),
};
