import { addDays, daysBetween, type IsoDay } from '../dates.ts';

/** `after` begins once `before` has ended and `lagDays` more have passed. */
export type Dependency = { before: string; after: string; lagDays: number };

/** What stands on a plan. `fixed`: it has taken place or never will, so that no dependency moves it. */
export type Planned = { id: string; from: IsoDay | null; until: IsoDay | null; fixed: boolean };

/**
 * The first day on which something can begin that comes after another: the day after its end, `lagDays` later (earlier
 * where negative). Throws `dayMalformed` beyond the years 0001–9999.
 */
export const earliestStart = (end: IsoDay, lagDays: number): IsoDay => addDays(end, lagDays + 1);

function successorsOf(dependencies: readonly Dependency[]): Map<string, Dependency[]> {
  const successors = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const own = successors.get(dependency.before);
    if (own) own.push(dependency);
    else successors.set(dependency.before, [dependency]);
  }
  return successors;
}

/** Everything that comes after these, directly or round about; they themselves only where there is a circle. */
export function comesAfter(ids: Iterable<string>, dependencies: readonly Dependency[]): Set<string> {
  const successors = successorsOf(dependencies);
  const reached = new Set<string>();
  const waiting = [...ids];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { after } of successors.get(at) ?? [])
      if (!reached.has(after)) {
        reached.add(after);
        waiting.push(after);
      }
  return reached;
}

/** Whether a dependency would close a circle, or stand on itself. */
export const closesCircle = (dependencies: readonly Dependency[], before: string, after: string): boolean =>
  before === after || comesAfter([after], dependencies).has(before);

/**
 * After some have been moved, those that come after them are pushed as far as the dependencies ask, and no farther; each
 * keeps its length, nothing is pulled earlier. What stands in a circle (two devices can make one) is left where it is.
 * @param moved the new days of what was moved
 * @returns those that are to be pushed, with their new days
 */
export function pushDependents(
  plan: readonly Planned[],
  dependencies: readonly Dependency[],
  moved: ReadonlyMap<string, Pick<Planned, 'from' | 'until'>>,
): Map<string, Pick<Planned, 'from' | 'until'>> {
  const known = new Map(plan.map((one) => [one.id, { ...one, ...moved.get(one.id) }]));
  const inside = dependencies.filter(({ before, after }) => known.has(before) && known.has(after));
  const reached = comesAfter(moved.keys(), inside);
  const relevant = inside.filter(({ after }) => reached.has(after));
  const waitsFor = new Map<string, number>();
  for (const { before, after } of relevant)
    if (reached.has(before)) waitsFor.set(after, (waitsFor.get(after) ?? 0) + 1);
  const asks = new Map<string, Dependency[]>();
  for (const dependency of relevant) asks.set(dependency.after, [...(asks.get(dependency.after) ?? []), dependency]);
  const successors = successorsOf(relevant);
  const ready = [...reached].filter((id) => !waitsFor.has(id));
  const pushed = new Map<string, Pick<Planned, 'from' | 'until'>>();
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const one = known.get(id);
    const begins = one?.from ?? one?.until ?? null;
    if (one && begins !== null && !one.fixed) {
      let earliest = begins;
      for (const { before, lagDays } of asks.get(id) ?? []) {
        // Only what was moved or pushed asks for anything: an old overlap elsewhere is nobody's business now.
        if (!moved.has(before) && !pushed.has(before)) continue;
        const end = known.get(before)?.until ?? known.get(before)?.from ?? null;
        const start = end === null ? null : earliestStart(end, lagDays);
        if (start !== null && start > earliest) earliest = start;
      }
      const by = daysBetween(begins, earliest);
      if (by > 0) {
        const days = {
          from: one.from === null ? null : addDays(one.from, by),
          until: one.until === null ? null : addDays(one.until, by),
        };
        pushed.set(id, days);
        known.set(id, { ...one, ...days });
      }
    }
    for (const { after } of successors.get(id) ?? []) {
      const left = (waitsFor.get(after) ?? 0) - 1;
      waitsFor.set(after, left);
      if (left === 0) ready.push(after);
    }
  }
  return pushed;
}
