/** A point of a line on the drawing, in pixels. */
export interface LineDot {
  x: number;
  y: number;
}

/** Pixels of a label above and below its baseline, with a little air. */
const above = 11;
const below = 4;

/** Height of a line at a place; null where it is not drawn there. */
function heightAt(dots: readonly (LineDot | null)[], x: number): number | null {
  for (const [index, to] of dots.entries()) {
    const from = dots[index - 1];
    if (!to || !from || x < from.x || x > to.x) continue;
    return to.x === from.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  }
  return null;
}

/**
 * The first of the wished baselines at which no line goes through the label; the first of all where there is none.
 * @param label from where to where it reaches, in pixels
 * @param room the lowest and the highest number that a baseline may have
 */
export function freeBaseline(
  label: readonly [number, number],
  wishes: readonly [number, ...number[]],
  lines: readonly (readonly (LineDot | null)[])[],
  room: readonly [number, number],
): number {
  const [from, to] = label;
  const steps = Math.max(1, Math.ceil((to - from) / 3));
  const heights = lines.flatMap((dots) =>
    Array.from({ length: steps + 1 }, (_, step) => heightAt(dots, from + ((to - from) * step) / steps)),
  );
  const isFree = (baseline: number): boolean =>
    baseline >= room[0] &&
    baseline <= room[1] &&
    heights.every((y) => y === null || y < baseline - above || y > baseline + below);
  return wishes.find(isFree) ?? wishes[0];
}
