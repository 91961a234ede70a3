import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A row's place in a list: rows are ordered by `(key, id)`, both compared as plain text (rule 6). */
export type Placed = { id: string; key: string };

/** Order of two rows of a list. */
export function comparePlaced(a: Placed, b: Placed): -1 | 0 | 1 {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function isKey(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** Rows of the list whose keys changed, in the order of the list. */
type Rekeyed = Placed[];

/**
 * New keys for rows that share a key with the row before them, so that there is room between any two. Rows keep their
 * order and the first of each run its key. A list with a key that is none (a file made by hand) is keyed anew.
 */
function separateTwins(sorted: readonly Placed[]): Placed[] {
  if (!sorted.every(({ key }) => isKey(key))) {
    const keys = generateNKeysBetween(null, null, sorted.length);
    return sorted.map(({ id }, index) => ({ id, key: keys[index] ?? '' }));
  }
  const result: Placed[] = [];
  for (let start = 0; start < sorted.length;) {
    const first = sorted[start];
    if (first === undefined) break;
    const next = sorted.findIndex((row, index) => index > start && row.key !== first.key);
    const end = next === -1 ? sorted.length : next;
    const keys = generateNKeysBetween(first.key, sorted[end]?.key ?? null, end - start - 1);
    for (const [offset, { id }] of sorted.slice(start, end).entries()) {
      result.push({ id, key: offset === 0 ? first.key : (keys[offset - 1] ?? '') });
    }
    start = end;
  }
  return result;
}

const changedFrom = (before: readonly Placed[], after: readonly Placed[]): Rekeyed =>
  after.filter((row, index) => row.key !== before[index]?.key);

export type Insertion = {
  /** The key of the new row. */
  key: string;
  /** Rows of the list that must get new keys with it: twins, which two devices can make apart from each other. */
  rekeyed: Rekeyed;
};

/**
 * The key for a new row at a place of the list.
 * @param list the rows there are, in any order
 * @param index how many rows shall stand before the new one; beyond the end means the end
 */
export function keyBetween(list: readonly Placed[], index: number): Insertion {
  const sorted = list.toSorted(comparePlaced);
  const separate = separateTwins(sorted);
  const at = Math.min(Math.max(0, Math.trunc(index)), separate.length);
  const key = generateKeyBetween(separate[at - 1]?.key ?? null, separate[at]?.key ?? null);
  return { key, rekeyed: changedFrom(sorted, separate) };
}

/** The key for a new row after all others. */
export const keyAtEnd = (list: readonly Placed[]): Insertion => keyBetween(list, list.length);

/**
 * Moves a row so that it stands at `index` of the resulting list.
 * @returns all rows that get a new key, the moved one among them; empty when it stands there already or is not in the
 * list. Other rows are in it only when they were twins.
 */
export function moveTo(list: readonly Placed[], id: string, index: number): Placed[] {
  const sorted = list.toSorted(comparePlaced);
  const from = sorted.findIndex((row) => row.id === id);
  const to = Math.min(Math.max(0, Math.trunc(index)), sorted.length - 1);
  if (from === -1 || from === to) return [];
  const { key, rekeyed } = keyBetween(
    sorted.filter((row) => row.id !== id),
    to,
  );
  return [...rekeyed, { id, key }];
}

/** Keys for a new list of `count` rows, or for rows that are appended after the key `after` (if that is one). */
export const keysInRow = (count: number, after: string | null = null): string[] =>
  generateNKeysBetween(after !== null && isKey(after) ? after : null, null, count);

/**
 * Which of the keys, given in the wanted order, can stay: the longest run of them that grows. Keys that are none (null)
 * never stay. Gives their places.
 */
function longestGrowing(keys: readonly (string | null)[]): Set<number> {
  // `ends[n]` is the place of the smallest key that ends a growing run of n + 1 keys.
  const ends: number[] = [];
  const before = keys.map(() => -1);
  for (const [place, key] of keys.entries()) {
    if (key === null) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[ends[middle] ?? 0] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    // Of twins the first keeps its key.
    if (low < ends.length && keys[ends[low] ?? 0] === key) continue;
    before[place] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = place;
  }
  const stay = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) stay.add(place);
  return stay;
}

/**
 * Keys so that the rows stand in the order of `ids`, changing as few as can be.
 * @param list the rows there are; those that `ids` does not name keep their keys
 * @param ids the wanted order; an id that is not in the list is a new row
 * @returns the rows that get a (new) key, all new ones among them
 */
export function arrange(list: readonly Placed[], ids: readonly string[]): Placed[] {
  const keyOf = new Map(list.map(({ id, key }) => [id, key]));
  const wanted = [...new Set(ids)];
  const keys = wanted.map((id) => keyOf.get(id) ?? null).map((key) => (key !== null && isKey(key) ? key : null));
  const stay = longestGrowing(keys);
  const result: Placed[] = [];
  for (let start = 0; start < wanted.length;) {
    if (stay.has(start)) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < wanted.length && !stay.has(end)) end += 1;
    const fresh = generateNKeysBetween(keys[start - 1] ?? null, keys[end] ?? null, end - start);
    for (const [offset, id] of wanted.slice(start, end).entries()) result.push({ id, key: fresh[offset] ?? '' });
    start = end;
  }
  return result;
}
