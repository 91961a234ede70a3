import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '../../../shared/errors.ts';

/** A file that the person has chosen, from wherever the door has it. */
export interface IncomingFile {
  name: string;
  /** Bytes, where the door knows. */
  size: number | null;
  open(): Readable;
  /** Lets go of the bytes, where the door holds them in memory. */
  forget?(): void;
  /** Whether those bytes tell nothing without a key that lies in a workspace: they may stay while it is locked. */
  encrypted?: boolean;
  /** Only for a workspace file or a place for a new one: the core opens it where it lies. */
  path: string | null;
}

/** A file that the core made, for the door to hand out. */
export interface OutgoingFile {
  name: string;
  mediaType: string;
  open(): Readable;
}

const longestWait = 60 * 60_000;
const mostTickets = 500;

/**
 * The exchange of files between page and core: the page knows tickets, never paths. A ticket is good for an hour;
 * chosen files can be read again (an import is previewed, then run), made files too (a print after a save).
 */
export function createTickets(now: () => number) {
  const kept = new Map<string, { file: IncomingFile | OutgoingFile; until: number }>();
  const put = (file: IncomingFile | OutgoingFile): string => {
    const time = now();
    for (const [old, { until }] of kept) if (until < time || kept.size >= mostTickets) kept.delete(old);
    const ticket = randomUUID();
    kept.set(ticket, { file, until: time + longestWait });
    return ticket;
  };
  const get = (ticket: string): IncomingFile | OutgoingFile => {
    const found = kept.get(ticket);
    if (!found || found.until < now()) throw new AppError('ticketExpired');
    return found.file;
  };
  return {
    /** For doors: a chosen file gets its ticket. */
    accept: (file: IncomingFile): string => put(file),
    /** For the core: a made file gets its ticket. */
    offer: (file: OutgoingFile): string => put(file),
    /** Throws `ticketExpired`. */
    incoming(ticket: string): IncomingFile {
      const file = get(ticket);
      if (!('path' in file)) throw new AppError('ticketExpired');
      return file;
    },
    /** Throws `ticketExpired`. */
    outgoing(ticket: string): OutgoingFile {
      const file = get(ticket);
      if (!('mediaType' in file)) throw new AppError('ticketExpired');
      return file;
    },
    /**
     * The workspace is locked or closed: nothing that was made of it or brought for it stays in memory, in the clear. A
     * package or receipt that came encrypted stays, so that whoever looked at it goes on after unlocking.
     */
    forgetContents() {
      for (const [ticket, { file }] of kept) {
        if ('path' in file && (file.forget === undefined || file.encrypted === true)) continue;
        if ('path' in file) file.forget?.();
        kept.delete(ticket);
      }
    },
  };
}

export type Tickets = ReturnType<typeof createTickets>;
