import { Readable } from 'node:stream';
import { AppError } from '../../shared/errors.ts';
import { ageStartSize, isAgeFile } from '../core/exchange/package/ageHeader.ts';
import type { IncomingFile } from '../core/files/tickets.ts';

const megabyte = 1024 * 1024;
const longestStay = 60 * 60_000;

/**
 * Uploaded files, in memory: nothing a person hands over may lie unencrypted on the disk, and the core may read a file
 * more than once. Room is limited; what was read longest ago makes way for what comes.
 */
export function createShelf(options: { largest?: number; room?: number; now?: () => number } = {}): {
  receive(name: string, announced: number | null, body: AsyncIterable<Buffer>): Promise<IncomingFile>;
} {
  const { largest = 100 * megabyte, room = 200 * megabyte, now = Date.now } = options;
  /** In the order of last use. */
  const kept = new Map<symbol, { parts: Buffer[]; size: number; since: number }>();
  let arriving = 0;

  const used = (): number => [...kept.values()].reduce((sum, { size }) => sum + size, arriving);
  const makeRoom = (): void => {
    for (const [key, { since }] of kept) if (since + longestStay < now() || used() > room) kept.delete(key);
  };
  const tooLarge = (name: string): AppError => new AppError('fileTooLarge', { name, most: largest / megabyte });

  return {
    /**
     * Takes a body in to its end.
     * @param announced bytes, where the sender said
     * @throws AppError `fileTooLarge`
     */
    async receive(name, announced, body) {
      if (announced !== null && announced > largest) throw tooLarge(name);
      const parts: Buffer[] = [];
      let size = 0;
      try {
        for await (const part of body) {
          size += part.length;
          arriving += part.length;
          if (size > largest) throw tooLarge(name);
          makeRoom();
          if (used() > room) throw tooLarge(name);
          parts.push(part);
        }
      } finally {
        arriving -= size;
      }
      const key = Symbol(name);
      kept.set(key, { parts, size, since: now() });
      makeRoom();
      return {
        name,
        size,
        path: null,
        forget: () => void kept.delete(key),
        encrypted: isAgeFile(Buffer.concat(parts.slice(0, ageStartSize))),
        open() {
          const file = kept.get(key);
          if (file === undefined) throw new AppError('ticketExpired');
          kept.delete(key);
          kept.set(key, { ...file, since: now() });
          return Readable.from(file.parts, { objectMode: false });
        },
      };
    },
  };
}
