import { styled } from '@mui/material/styles';
import { createElement, type CSSProperties, type ReactNode } from 'react';
import type { SvgNode } from '../../../shared/charts/svg.ts';

const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Colours that are tokens go into the style, where every browser resolves them and printing and themes change them. */
function drawn({ tag, attributes, children }: SvgNode, key: number): ReactNode {
  const style: Record<string, string> = {};
  const rest: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' && value.startsWith('var(')) style[camel(name)] = value;
    else rest[camel(name)] = value;
  }
  return createElement(
    tag,
    { ...rest, key, style: style satisfies CSSProperties },
    ...children.map((child, index) => (typeof child === 'string' ? child : drawn(child, index))),
  );
}

const Drawing = styled('svg')({
  display: 'block',
  maxWidth: '100%',
  height: 'auto',
  overflow: 'visible',
  fontFamily: 'inherit',
  fontVariantNumeric: 'tabular-nums',
});

/**
 * A chart of `shared/charts` on the page.
 * @param label what it shows, for those who do not see it; its figures stand in a table as well
 */
export const SvgChart = ({ chart, label }: { chart: SvgNode; label: string }) => {
  const { viewBox, width, height } = chart.attributes;
  return (
    <Drawing
      role="img"
      aria-label={label}
      viewBox={String(viewBox)}
      width={width}
      height={height}
      fontSize={chart.attributes['font-size']}
    >
      {chart.children.map((child, index) => (typeof child === 'string' ? child : drawn(child, index)))}
    </Drawing>
  );
};
