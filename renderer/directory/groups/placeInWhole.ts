/**
 * The place in the whole list for a row that was put to a place among some of its rows.
 * @param whole ids of all rows in their order
 * @param some those of them that are on the screen
 * @param to place among the ones on the screen, counted from 0 without the moved one
 */
export const placeInWhole = (whole: readonly string[], some: readonly string[], moved: string, to: number): number => {
  const others = whole.filter((id) => id !== moved);
  const seen = some.filter((id) => id !== moved);
  const next = seen[to];
  if (next !== undefined) return others.indexOf(next);
  const last = seen.at(-1);
  return last === undefined ? others.length : others.indexOf(last) + 1;
};
