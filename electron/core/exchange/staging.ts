import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/errors.ts';
import { writeError } from '../door/fileErrors.ts';
import type { IncomingFile } from '../files/tickets.ts';
import { limits } from './limits.ts';

const isAlive = (process_: number): boolean => {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * A folder of this process where encrypted packages lie while a thread reads or writes them: nothing in it is ever in the
 * clear (rule 20). What a killed program left is taken away by the next.
 */
export function createStaging(installation: string) {
  const root = join(installation, 'exchange');
  const folder = join(root, String(process.pid));
  const place = (): string => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, `${randomUUID()}.age`);
  };
  const drop = (path: string) => rmSync(path, { force: true });
  return {
    /** A path for a file that is going to be made. */
    place,
    /** Brings a chosen file where a thread can read it. Throws `packageTooLarge`, `diskFull`, `fileNotWritten`. */
    async bring(file: IncomingFile): Promise<string> {
      const tooLarge = () => new AppError('packageTooLarge', { most: Math.floor(limits.package / 1_000_000) });
      // Where the size is known, nothing of it is copied first.
      if (file.size !== null && file.size > limits.package) throw tooLarge();
      const path = place();
      let bytes = 0;
      const counted = new Transform({
        transform(piece: Buffer, _, done) {
          bytes += piece.length;
          if (bytes <= limits.package) done(null, piece);
          else done(tooLarge());
        },
      });
      try {
        await pipeline(file.open(), counted, createWriteStream(path, { mode: 0o600 }));
        return path;
      } catch (error) {
        drop(path);
        throw writeError(error, path);
      }
    },
    drop,
    /** Takes away all of this process and of those that have ended. */
    clear() {
      let names: string[] = [];
      try {
        names = readdirSync(root);
      } catch {
        // There is no such folder yet.
      }
      for (const name of names)
        if (name === String(process.pid) || !/^\d+$/.test(name) || !isAlive(Number(name)))
          rmSync(join(root, name), { recursive: true, force: true });
    },
  };
}

export type Staging = ReturnType<typeof createStaging>;
