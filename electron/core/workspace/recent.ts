import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import type { KnownWorkspace } from '../../../shared/contract/workspace.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Installation } from './device.ts';

const entry = z.object({
  path: z.string(),
  agency: z.string(),
  openedAt: z.string().nullable(),
  keyName: z.string().nullable(),
});
type Entry = z.infer<typeof entry>;

/** The recent list: the core knows the paths, a page only the refs. */
export function createRecent(installation: Installation, documents: string) {
  const refOf = (path: string): string => createHash('sha256').update(resolve(path)).digest('hex').slice(0, 24);
  const entries = (): Entry[] => {
    const read = z.array(entry).safeParse(installation.get('recent'));
    return read.success ? read.data : [];
  };
  const put = (list: Entry[]) => installation.set('recent', list.slice(0, 20));

  const putFirst = (path: string, news: Partial<Entry>) => {
    const isIt = (each: Entry): boolean => resolve(each.path) === resolve(path);
    const before = entries().find(isIt) ?? { agency: '', openedAt: null, keyName: null };
    put([{ ...before, ...news, path: resolve(path) }, ...entries().filter((each) => !isIt(each))]);
  };

  /** Workspaces lying in the usual folder, opened here or not. */
  const lyingThere = (): string[] => {
    try {
      return readdirSync(documents)
        .filter((name) => name.endsWith('.viche'))
        .map((name) => join(documents, name));
    } catch {
      return [];
    }
  };

  return {
    refOf,
    list(): KnownWorkspace[] {
      const known = entries();
      const paths = new Set(known.map((each) => resolve(each.path)));
      const others = lyingThere().filter((path) => !paths.has(resolve(path)));
      return [...known, ...others.map((path) => ({ path, agency: '', openedAt: null, keyName: null }))].map((each) => ({
        ref: refOf(each.path),
        fileName: basename(each.path),
        folder: dirname(each.path),
        agency: each.agency,
        openedAt: each.openedAt,
        present: existsSync(each.path),
        remembered: each.keyName !== null,
      }));
    },
    /** Throws `workspaceNotFound`. */
    pathOf(ref: string): string {
      const path = [...entries().map((each) => each.path), ...lyingThere()].find((each) => refOf(each) === ref);
      if (path === undefined) throw new AppError('workspaceNotFound');
      return path;
    },
    keyName: (path: string): string | null =>
      entries().find((each) => resolve(each.path) === resolve(path))?.keyName ?? null,
    opened: (path: string, agency: string, openedAt: string) => putFirst(path, { agency, openedAt }),
    /** A file that was opened outside the program comes first, what is known of it stays. Gives its `ref`. */
    introduced(path: string): string {
      putFirst(path, {});
      return refOf(path);
    },
    setKeyName(path: string, keyName: string | null) {
      put(entries().map((each) => (resolve(each.path) === resolve(path) ? { ...each, keyName } : each)));
    },
    forget(ref: string) {
      put(entries().filter((each) => refOf(each.path) !== ref));
    },
  };
}
