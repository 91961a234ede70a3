import { paperColours } from './colours.ts';
import type { SvgNode } from './svg.ts';

const escaped = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const resolved = (value: string | number): string =>
  String(value).replaceAll(/var\(--([a-z-]+)\)/g, (_, token: string) => paperColours[token] ?? '#000000');

function written({ tag, attributes, children }: SvgNode, more: Record<string, string> = {}): string {
  const all = Object.entries({ ...more, ...attributes })
    .map(([name, value]) => ` ${name}="${escaped(resolved(value))}"`)
    .join('');
  const within = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('');
  return within === '' ? `<${tag}${all}/>` : `<${tag}${all}>${within}</${tag}>`;
}

/**
 * A chart as a file of its own, in the light theme's colours.
 * @param font the family that its words are set in
 */
export const svgText = (chart: SvgNode, font: string): string =>
  written(chart, { xmlns: 'http://www.w3.org/2000/svg', 'font-family': font });
