import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { widthOf } from './fit.ts';
import { smallFontSize, stroke, words, type SvgNode } from './svg.ts';

/** The values' axis: from 0, or below it where a value is negative, to a round number above the greatest. */
export function valueScale(
  values: readonly (number | null)[],
  range: readonly [number, number],
  ticks: number,
): ScaleLinear<number, number> {
  const known = values.filter((value) => value !== null);
  const least = Math.min(0, ...known);
  const greatest = Math.max(0, ...known);
  return scaleLinear()
    .domain([least, greatest === least ? least + 1 : greatest])
    .range([...range])
    .nice(ticks);
}

/** Marks of the axis that the figures can say: no fractions between whole numbers. */
export function marksOf(
  scale: ScaleLinear<number, number>,
  ticks: number,
  format: (value: number) => string,
): number[] {
  const said = new Set<string>();
  return scale.ticks(ticks).filter((value) => {
    const text = format(value);
    // A fraction that the figures' own digits cannot tell would repeat its neighbour.
    if (said.has(text)) return false;
    said.add(text);
    return true;
  });
}

/** Room for the words beside the values' axis. */
export const axisRoom = (marks: readonly number[], format: (value: number) => string): number =>
  Math.max(...marks.map((mark) => widthOf(format(mark), smallFontSize)), 0) + 8;

/** Grid lines across with their figures at the left. */
export const gridAcross = (
  scale: ScaleLinear<number, number>,
  marks: readonly number[],
  box: { left: number; right: number },
  format: (value: number) => string,
): SvgNode[] =>
  marks.flatMap((mark) => [
    stroke([box.left, scale(mark)], [box.right, scale(mark)], mark === 0 ? 'var(--line-strong)' : 'var(--line)'),
    words(box.left - 6, scale(mark) + 4, format(mark), {
      anchor: 'end',
      size: smallFontSize,
      colour: 'var(--soft)',
    }),
  ]);
