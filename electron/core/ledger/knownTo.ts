import type { StoredChange } from './store.ts';

type Version = Pick<StoredChange, 'hlc' | 'prev' | 'merges'>;

/** A change that issues another one again, which bears a clock of the future: it names it in `merges` (rule 4). */
export const isReissue = ({ hlc, merges }: Version): boolean => merges !== null && merges > hlc;

/**
 * The changes of a field that `top` knew of (rule 1): those before it by `prev`, and the lines that were merged by
 * `merges`. A change that merges one of its own line takes it back: from there on it knows what was known before that
 * one, so that an undone decision leaves its conflict as open as it was. Whoever knew a change knew the very value that was
 * issued again for it (rule 4).
 */
export function knownTo(versions: readonly Version[], top: string): Set<string> {
  const byClock = new Map(versions.map((version) => [version.hlc, version]));
  const known = new Set<string>();
  // A line goes back in time; a forged one might go in a circle.
  const before = ({ hlc, prev }: Version): Version | undefined => {
    if (prev === null || prev >= hlc) return undefined;
    known.add(prev);
    return byClock.get(prev);
  };
  const takenBack = (by: Version): Version | undefined => {
    if (by.merges === null) return undefined;
    let at = before(by);
    while (at && at.hlc > by.merges) at = before(at);
    return at?.hlc === by.merges ? at : undefined;
  };
  const begun = new Set<string>();
  const lines = [top];
  const reissues = versions.filter(isReissue);
  for (let start = lines.pop(); start !== undefined; start = lines.pop()) {
    if (begun.has(start)) continue;
    begun.add(start);
    known.add(start);
    let at = byClock.get(start);
    while (at) {
      const back = takenBack(at);
      if (!back && at.merges !== null) lines.push(at.merges);
      at = before(back ?? at);
    }
    for (const { hlc, merges } of reissues)
      if (merges !== null && known.has(merges) && !begun.has(hlc)) lines.push(hlc);
  }
  return known;
}
