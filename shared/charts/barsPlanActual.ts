import { scaleBand } from 'd3-scale';
import { axisRoom, gridAcross, marksOf, valueScale } from './axis.ts';
import { inTwoLines, widthOf } from './fit.ts';
import { keyRow } from './key.ts';
import { bar, drawing, smallFontSize, words, type SvgNode } from './svg.ts';

export interface PlanActual {
  label: string;
  plan: number | null;
  actual: number | null;
}

export interface BarsPlanActual {
  /** Pixels. */
  width: number;
  height: number;
  bars: readonly PlanActual[];
  format: (value: number) => string;
  words: { plan: string; actual: string };
}

const ticks = 4;

/** For each period two bars beside each other: the plan outlined, the actual filled, its figure above it. */
export function barsPlanActual({ width, height, bars, format, words: said }: BarsPlanActual): SvgNode {
  const top = 40;
  const bottom = height - 32;
  const scale = valueScale(
    bars.flatMap(({ plan, actual }) => [plan, actual]),
    [bottom, top],
    ticks,
  );
  const marks = marksOf(scale, ticks, format);
  const left = axisRoom(marks, format);
  const right = width - 4;
  const place = scaleBand<number>()
    .domain(bars.map((_, index) => index))
    .range([left, right])
    .paddingInner(0.35)
    .paddingOuter(0.2);
  // A bar as wide as the hand of a chart with two periods would say nothing more.
  const half = Math.min(place.bandwidth() / 2, 34);
  const figure = (value: number | null, x: number, bold: boolean): SvgNode[] => {
    if (value === null || widthOf(format(value), smallFontSize) > half * 2 + 6) return [];
    const y = Math.min(scale(value), scale(0)) - 4;
    return [
      words(x, y, format(value), {
        anchor: 'middle',
        size: smallFontSize,
        bold,
        colour: bold ? 'var(--ink)' : 'var(--soft)',
      }),
    ];
  };
  const box = (value: number, x: number) => ({
    x,
    y: Math.min(scale(value), scale(0)),
    width: half - 2,
    height: Math.abs(scale(value) - scale(0)),
  });
  return drawing(width, height, [
    ...keyRow(left, 12, [
      ...(bars.some(({ plan }) => plan !== null)
        ? [{ word: said.plan, fill: 'var(--surface)', outline: 'var(--soft)', dashed: true }]
        : []),
      { word: said.actual, fill: 'var(--ink)' },
    ]),
    ...gridAcross(scale, marks, { left, right }, format),
    ...bars.flatMap(({ label, plan, actual }, index) => {
      const middle = (place(index) ?? left) + place.bandwidth() / 2;
      return [
        ...(plan === null
          ? []
          : bar(box(plan, middle - half), { fill: 'var(--surface)', outline: 'var(--soft)', dashed: true })),
        ...(actual === null ? [] : bar(box(actual, middle + 2), { fill: 'var(--ink)' })),
        ...figure(plan, middle - half / 2 - 1, false),
        ...figure(actual, middle + half / 2 + 1, true),
        ...inTwoLines(label, place.step() - 6, smallFontSize).map((line, at) =>
          words(middle, bottom + 14 + at * 13, line, { anchor: 'middle', size: smallFontSize, colour: 'var(--soft)' }),
        ),
      ];
    }),
  ]);
}
