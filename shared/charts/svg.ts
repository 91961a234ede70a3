/** An element of a drawing: what a chart is before the page or the core writes it down. Colours are `var(--token)`. */
export interface SvgNode {
  tag: string;
  /** By their names in SVG: `stroke-width`. */
  attributes: Record<string, string | number>;
  children: (SvgNode | string)[];
}

/** Half pixels are sharp enough; less makes long numbers that say nothing. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export const node = (
  tag: string,
  attributes: Record<string, string | number>,
  children: (SvgNode | string)[] = [],
): SvgNode => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
  ),
  children,
});

export const chartFontSize = 12;
/** Of axes and keys. */
export const smallFontSize = 11;

export const drawing = (width: number, height: number, children: SvgNode[]): SvgNode =>
  node(
    'svg',
    { viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, width, height, 'font-size': chartFontSize },
    children,
  );

export interface TextLook {
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
  bold?: boolean;
  colour?: string;
}

/** Words with their base line at `y`. */
export const words = (x: number, y: number, text: string, look: TextLook = {}): SvgNode =>
  node(
    'text',
    {
      x,
      y,
      'text-anchor': look.anchor ?? 'start',
      'font-size': look.size ?? chartFontSize,
      fill: look.colour ?? 'var(--text)',
      ...(look.bold ? { 'font-weight': 600 } : {}),
    },
    [text],
  );

/** A straight line. */
export const stroke = (
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  more: Record<string, string | number> = {},
): SvgNode =>
  node('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: colour, 'stroke-width': 1, ...more });

/** Of planned bars: an outline; of what is there: filled. Nothing where a bar has no size. */
export const bar = (
  box: { x: number; y: number; width: number; height: number },
  look: { fill: string; outline?: string; dashed?: boolean },
): SvgNode[] =>
  box.width <= 0 || box.height <= 0
    ? []
    : [
        node('rect', {
          ...box,
          rx: Math.min(2, box.width / 2, box.height / 2),
          fill: look.fill,
          ...(look.outline ? { stroke: look.outline, 'stroke-width': 1 } : {}),
          ...(look.dashed ? { 'stroke-dasharray': '4 3' } : {}),
        }),
      ];
