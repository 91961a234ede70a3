import { scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { axisRoom, gridAcross, marksOf, valueScale } from './axis.ts';
import { labelStep, widthOf } from './fit.ts';
import { freeBaseline } from './labelRoom.ts';
import { drawing, node, smallFontSize, stroke, words, type SvgNode } from './svg.ts';

export interface LinePoint {
  /** On the axis: a month, a year. */
  label: string;
  /** Null: nothing was planned, or nothing is known. */
  plan: number | null;
  actual: number | null;
}

export interface LineChart {
  /** Pixels. */
  width: number;
  height: number;
  points: readonly LinePoint[];
  /** How a figure is written. */
  format: (value: number) => string;
  words: { plan: string; actual: string };
}

interface Dot {
  x: number;
  y: number;
  value: number;
}

const ticks = 4;
/** How much wider bold letters are. */
const boldness = 1.06;

/** Plan and actual over time: the plan dashed, the actual solid with its area, each named at its last point. */
export function lineChart({ width, height, points, format, words: said }: LineChart): SvgNode {
  const top = 22;
  const bottom = height - 20;
  const scale = valueScale(
    points.flatMap(({ plan, actual }) => [plan, actual]),
    [bottom, top],
    ticks,
  );
  const marks = marksOf(scale, ticks, format);
  const left = axisRoom(marks, format);
  const right = width - 12;
  const place = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([left + 8, right])
    .padding(points.length === 1 ? 0.5 : 0);
  const at = (index: number): number => place(index) ?? left;
  const dots = (of: 'plan' | 'actual'): (Dot | null)[] =>
    points.map((point, index) => {
      const value = point[of];
      return value === null ? null : { x: at(index), y: scale(value), value };
    });
  const plan = dots('plan');
  const actual = dots('actual');
  const through = line<Dot | null>()
    .defined((dot) => dot !== null)
    .x((dot) => dot?.x ?? 0)
    .y((dot) => dot?.y ?? 0);
  const under = area<Dot | null>()
    .defined((dot) => dot !== null)
    .x((dot) => dot?.x ?? 0)
    .y0(scale(0))
    .y1((dot) => dot?.y ?? 0);
  const path = (d: string | null, attributes: Record<string, string | number>): SvgNode[] =>
    d === null || d === '' ? [] : [node('path', { d, fill: 'none', ...attributes })];
  const lastOf = (those: readonly (Dot | null)[]): Dot | undefined =>
    those.findLast((dot) => dot !== null) ?? undefined;
  const lastPlan = lastOf(plan);
  const lastActual = lastOf(actual);
  const every = labelStep(
    points.map(({ label }) => label),
    points.length < 2 ? right - left : (right - left) / (points.length - 1),
    smallFontSize,
  );
  return drawing(width, height, [
    ...gridAcross(scale, marks, { left, right }, format),
    ...points.flatMap(({ label }, index) =>
      index % every === 0
        ? [
            words(at(index), height - 5, label, {
              anchor: edge(at(index), widthOf(label, smallFontSize), left - 10, width),
              size: smallFontSize,
              colour: 'var(--soft)',
            }),
          ]
        : [],
    ),
    ...path(under(actual), { fill: 'var(--ink-soft)' }),
    ...(lastActual !== undefined && lastActual !== actual.at(-1)
      ? [stroke([lastActual.x, top], [lastActual.x, bottom], 'var(--line-strong)', { 'stroke-dasharray': '2 3' })]
      : []),
    ...path(through(plan), { stroke: 'var(--soft)', 'stroke-width': 1.5, 'stroke-dasharray': '5 4' }),
    ...path(through(actual), { stroke: 'var(--ink)', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
    ...actual.flatMap((dot) =>
      dot === null ? [] : [node('circle', { cx: dot.x, cy: dot.y, r: 2.5, fill: 'var(--ink)' })],
    ),
    ...(points.length > 1 ? [] : plan).flatMap((dot) =>
      dot === null
        ? []
        : [node('circle', { cx: dot.x, cy: dot.y, r: 2.5, fill: 'var(--surface)', stroke: 'var(--soft)' })],
    ),
    ...namesAtEnds(width, bottom, { plan: lastPlan, actual: lastActual }, [plan, actual], said, format),
  ]);
}

/** A label at the edge leans inwards. */
const edge = (x: number, room: number, left: number, right: number): 'start' | 'middle' | 'end' =>
  x - room / 2 < left ? 'start' : x + room / 2 > right ? 'end' : 'middle';

/**
 * «план 18» at the end of the plan, «проведено 11» at the end of the actual; where both end near each other, the upper one
 * is named above and the lower one below. A name gives way to a line that would go through it.
 */
function namesAtEnds(
  width: number,
  bottom: number,
  { plan, actual }: { plan: Dot | undefined; actual: Dot | undefined },
  lines: readonly (readonly (Dot | null)[])[],
  said: LineChart['words'],
  format: (value: number) => string,
): SvgNode[] {
  const beside = actual !== undefined && plan !== undefined && plan.x - actual.x > 40;
  const near = !beside && actual !== undefined && plan !== undefined && Math.abs(plan.y - actual.y) < 34;
  const planBelow = near && actual.y < plan.y;
  const named: SvgNode[] = [];
  const free = (from: number, room: number, wishes: readonly [number, ...number[]]): number =>
    freeBaseline([from, from + room], wishes, lines, [12, bottom - 4]);
  if (plan)
    named.push(
      words(
        Math.min(plan.x, width - 4),
        planBelow ? plan.y + 16 : Math.max(plan.y - 7, 12),
        `${said.plan} ${format(plan.value)}`,
        {
          anchor: 'end',
          colour: 'var(--soft)',
        },
      ),
    );
  if (actual) {
    const text = `${said.actual} ${format(actual.value)}`;
    const look = { bold: true, colour: 'var(--ink)' };
    const room = widthOf(text) * boldness;
    const roomBeside = actual.x + widthOf(text) + 10 < width && (plan === undefined || beside);
    const lower = plan !== undefined && Math.abs(plan.y - actual.y) < 30 && plan.y <= actual.y;
    if (roomBeside) {
      const wish = actual.y + (lower ? 15 : 4);
      const y = free(actual.x + 7, room, [wish, actual.y + 15, actual.y - 6, actual.y + 26, actual.y - 18]);
      named.push(words(actual.x + 7, y, text, look));
    } else {
      const x = Math.min(actual.x, width - 4);
      const anchor = actual.x < widthOf(text) ? 'start' : 'end';
      const wish = near && !planBelow ? actual.y + 22 : Math.max(actual.y - 8, 12);
      // what is named below the plan stays there, and the other way round
      const others = near ? [wish + 10, wish + 20] : [actual.y + 18, actual.y - 20, actual.y + 30, actual.y - 32];
      const y = free(anchor === 'end' ? x - room : x, room, [wish, ...others]);
      named.push(words(x, y, text, { ...look, anchor }));
    }
  }
  return named;
}
