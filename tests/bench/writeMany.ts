import type { Writer } from '../../electron/core/ledger/write.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import { author } from './size.ts';

/** Records of one act; an act for each meeting would spend most of its time on its end. */
const together = 50;

/** Writes `count` records of a kind, with their parts, a few dozen in each act. */
export function writeMany(
  { ledger }: OpenWorkspace,
  count: number,
  label: string,
  work: (w: Writer, n: number) => void,
): void {
  for (let start = 0; start < count; start += together)
    ledger.write(author, { label }, (w) => {
      for (let n = start; n < Math.min(count, start + together); n += 1) work(w, n);
    });
}
