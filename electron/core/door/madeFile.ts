import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Tickets } from '../files/tickets.ts';
import { writeError } from './fileErrors.ts';

/**
 * Writes a file that the core made to where the person wants it. Under its name stands the old file or the whole new
 * one, never a half.
 * @throws AppError `ticketExpired`, `diskFull`, `fileNotWritten`
 */
export async function writeMadeFile(tickets: Tickets, ticket: string, path: string): Promise<void> {
  const made = tickets.outgoing(ticket);
  const fresh = `${path}.${process.pid}.part`;
  try {
    await pipeline(made.open(), createWriteStream(fresh));
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw writeError(error, path);
  }
}
