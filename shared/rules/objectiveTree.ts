import { comparePlaced } from './order.ts';

/** An objective by its place: the one it serves (null: none) and its key among those beside it. */
export type PlacedObjective = { id: string; parentId: string | null; sortKey: string };

export type NumberedObjective<T extends PlacedObjective> = T & {
  /** As it is printed: 1, 1.2, 1.2.1 … */
  number: string;
  /** 0 for one that serves no other. */
  level: number;
};

/**
 * The objectives in the order of print, parents before children, with their numbers. Whatever two devices have made of
 * the tree together, every objective is in it once: one whose parent is gone, and one within a circle, stands at the top.
 */
export function numberObjectives<T extends PlacedObjective>(rows: readonly T[]): NumberedObjective<T>[] {
  const sorted = rows.toSorted((a, b) => comparePlaced({ id: a.id, key: a.sortKey }, { id: b.id, key: b.sortKey }));
  const byId = new Map(sorted.map((row) => [row.id, row]));
  const children = new Map<string | null, T[]>();
  for (const row of sorted) {
    const parent = row.parentId !== null && byId.has(row.parentId) ? row.parentId : null;
    const beside = children.get(parent);
    if (beside) beside.push(row);
    else children.set(parent, [row]);
  }
  const numbered: NumberedObjective<T>[] = [];
  const seen = new Set<string>();
  const walk = (row: T, prefix: string, n: number, level: number) => {
    seen.add(row.id);
    const number = `${prefix}${n}`;
    numbered.push({ ...row, number, level });
    const below = (children.get(row.id) ?? []).filter(({ id }) => !seen.has(id));
    for (const [index, child] of below.entries()) walk(child, `${number}.`, index + 1, level + 1);
  };
  const top = children.get(null) ?? [];
  for (const [index, row] of top.entries()) walk(row, '', index + 1, 0);
  // What is left stands in circles or below them: each circle is opened at its first objective.
  let n = top.length;
  const inCircle = ({ id, parentId }: T): boolean => parentId !== null && makesCircle(sorted, id, parentId);
  for (const row of sorted) if (!seen.has(row.id) && inCircle(row)) walk(row, '', (n += 1), 0);
  return numbered;
}

/** Whether `parentId` is the objective itself or stands below it: serving it would make a circle. */
export function makesCircle(
  rows: readonly Pick<PlacedObjective, 'id' | 'parentId'>[],
  id: string,
  parentId: string,
): boolean {
  const parentOf = new Map(rows.map((row) => [row.id, row.parentId]));
  const seen = new Set<string>();
  for (let at: string | null | undefined = parentId; at && !seen.has(at); at = parentOf.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
