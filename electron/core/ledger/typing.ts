import { millisOf, type Hlc } from '../../../shared/rules/clock.ts';
import type { Store, StoredChange } from './store.ts';

/** A burst of typing that goes on longer than this starts a new row of history. */
const longestBurst = 10 * 60_000;
/** So does going on after a pause this long. */
const longestPause = 2 * 60_000;
/** Rule 3: taking away more characters than this at once keeps the words before it in history. */
const mostRemoved = 40;

/** How many characters of `before` are gone in `after`, apart from what both begin and end with. */
export function removedCharacters(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}

/** Rule 3: when what is typed now may take the place of what was typed a moment ago. */
export function createTyping(store: Store, now: () => number) {
  return {
    /** Moves `before` to the new clock and value and returns it, or null where a new row has to begin. */
    coalesce(before: StoredChange, value: string, hlc: Hlc, author: { person: string; session: string }) {
      if (before.sealed === 1) return null;
      const set = store.setByNumber(before.changeSet);
      if (!set || set.kind !== 'typing' || set.state !== 'done') return null;
      if (set.author !== author.person || set.session !== author.session) return null;
      const time = now();
      if (time - Date.parse(set.startedAt) > longestBurst) return null;
      if (time - millisOf(before.hlc) > longestPause) return null;
      const [old, next]: unknown[] = [JSON.parse(before.value), JSON.parse(value)];
      if (typeof old === 'string' && typeof next === 'string' && removedCharacters(old, next) > mostRemoved)
        return null;
      store.move(before, hlc, value);
      store.moveSet(set.n, hlc);
      return { ...before, hlc, value };
    },
  };
}
