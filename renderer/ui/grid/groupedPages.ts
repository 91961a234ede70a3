/** A group as the core counts it: its rows follow each other in the order of the groups. */
export type PagedGroup = {
  key: string;
  title: string;
  /** Rows in it, all of them, whether loaded or not. */
  count: number;
  /** Soft words after the count: «прострочено 1». */
  note?: string | undefined;
};

/** Where heads and rows stand in the list, known from the counts alone. */
export type GroupedLayout = {
  /** Heads and rows that are not folded away. */
  count: number;
  /** Entry of each head. */
  heads: readonly number[];
  /** Row that comes first in each group, counted over all rows. */
  firstRows: readonly number[];
};

/** @param closed keys of the groups that are folded */
export function groupedLayout(groups: readonly PagedGroup[], closed: ReadonlySet<string>): GroupedLayout {
  const heads: number[] = [];
  const firstRows: number[] = [];
  let entries = 0;
  let rows = 0;
  for (const group of groups) {
    heads.push(entries);
    firstRows.push(rows);
    entries += 1 + (closed.has(group.key) ? 0 : group.count);
    rows += group.count;
  }
  return { count: entries, heads, firstRows };
}

/** The last place in an ascending list whose value is not above the wanted one; −1 where all are. */
function lastNotAbove(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What stands at an entry: the head of a group, or a row by its place among all rows. */
export function entryAt(layout: GroupedLayout, index: number): { group: number; row: number | null } | undefined {
  if (index < 0 || index >= layout.count) return undefined;
  const group = lastNotAbove(layout.heads, index);
  const into = index - (layout.heads[group] ?? 0);
  return { group, row: into === 0 ? null : (layout.firstRows[group] ?? 0) + into - 1 };
}

/** The entry of a row by its place among all rows; −1 while its group is folded. */
export function entryOfRow(layout: GroupedLayout, row: number): number {
  // groups without rows share their first row with the next one: the last of them has it
  const group = lastNotAbove(layout.firstRows, row);
  if (group < 0) return -1;
  const entry = (layout.heads[group] ?? 0) + 1 + row - (layout.firstRows[group] ?? 0);
  return entry < (layout.heads[group + 1] ?? layout.count) ? entry : -1;
}
