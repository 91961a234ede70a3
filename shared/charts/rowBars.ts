import { scaleLinear } from 'd3-scale';
import { fitted, widthOf } from './fit.ts';
import { keyRow, type KeyEntry } from './key.ts';
import { bar, drawing, stroke, words, type SvgNode } from './svg.ts';

const rowHeight = 26;
const barHeight = 13;
const keyHeight = 22;

export interface MoneyBar {
  label: string;
  /** Bars of one currency are drawn to one measure; each currency has its own. */
  currency: string;
  /** Minor units; null: nobody has said how much. */
  planned: number | null;
  committed: number;
  spent: number;
}

export interface MoneyBars {
  /** Pixels; the height follows from the bars. */
  width: number;
  bars: readonly MoneyBar[];
  /** How a sum is written, with its currency. */
  format: (amount: number, currency: string) => string;
  words: { planned: string; committed: string; spent: string };
}

/** Room for the labels at the left and the figures at the right; the bars have what is left, at least a third. */
function columns(width: number, labels: readonly string[], figures: readonly string[]) {
  const figure = Math.min(Math.max(0, ...figures.map((text) => widthOf(text))), width * 0.36);
  const label = Math.min(Math.max(0, ...labels.map((text) => widthOf(text))), width * 0.34, width * 0.62 - figure);
  const left = label + 10;
  return { label, left, right: Math.max(width - figure - 10, left + 20) };
}

const row = (index: number, offset: number) => ({
  base: offset + index * rowHeight + 17,
  y: offset + index * rowHeight + (rowHeight - barHeight) / 2,
});

/** Money by funder or category: planned outlined, spent filled, what is committed but not yet paid beside it. */
export function moneyBars({ width, bars, format, words: said }: MoneyBars): SvgNode {
  const figures = bars.map(({ spent, planned, currency }) =>
    planned === null && spent === 0
      ? '–'
      : `${format(spent, currency)} / ${planned === null ? '–' : format(planned, currency)}`,
  );
  const room = columns(
    width,
    bars.map(({ label }) => label),
    figures,
  );
  const greatest = new Map<string, number>();
  for (const { currency, planned, committed, spent } of bars)
    greatest.set(currency, Math.max(greatest.get(currency) ?? 0, planned ?? 0, spent + committed));
  const entries: KeyEntry[] = [
    { word: said.planned, fill: 'var(--fill)', outline: 'var(--edge)' },
    ...(bars.some(({ committed }) => committed > 0) ? [{ word: said.committed, fill: 'var(--ink-mid)' }] : []),
    { word: said.spent, fill: 'var(--ink)' },
  ];
  return drawing(width, keyHeight + bars.length * rowHeight, [
    ...keyRow(0, 12, entries),
    ...bars.flatMap(({ label, currency, planned, committed, spent }, index) => {
      const scale = scaleLinear()
        .domain([0, greatest.get(currency) || 1])
        .range([0, room.right - room.left - 1]);
      const { base, y } = row(index, keyHeight);
      const x = room.left;
      const paid = scale(Math.max(spent, 0));
      return [
        words(0, base, fitted(label, room.label)),
        ...bar(
          { x, y, width: scale(planned ?? 0), height: barHeight },
          { fill: 'var(--fill)', outline: 'var(--edge)' },
        ),
        ...bar({ x: x + paid, y, width: scale(Math.max(committed, 0)), height: barHeight }, { fill: 'var(--ink-mid)' }),
        ...bar({ x, y, width: paid, height: barHeight }, { fill: 'var(--ink)' }),
        words(width, base, figures[index] ?? '', { anchor: 'end', bold: true }),
      ];
    }),
  ]);
}

export interface TerritoryBar {
  label: string;
  value: number;
  /** A mark across the bar; null: no target of its own. */
  target: number | null;
}

export interface TerritoryBars {
  /** Pixels; the height follows from the bars. */
  width: number;
  bars: readonly TerritoryBar[];
  format: (value: number) => string;
  /** Both are needed only where a bar has a target. */
  words: { actual: string; target: string };
}

/** An indicator by territory (or by any other key): a bar each, with its figure, and a mark where the target is. */
export function territoryBars({ width, bars, format, words: said }: TerritoryBars): SvgNode {
  const withTargets = bars.some(({ target }) => target !== null);
  const offset = withTargets ? keyHeight : 0;
  const figures = bars.map(({ value, target }) =>
    target === null ? format(value) : `${format(value)} / ${format(target)}`,
  );
  const room = columns(
    width,
    bars.map(({ label }) => label),
    figures,
  );
  const all = bars.flatMap(({ value, target }) => [value, target ?? 0]);
  const least = Math.min(0, ...all);
  const scale = scaleLinear()
    .domain([least, Math.max(...all, least + 1)])
    .range([room.left, room.right]);
  return drawing(width, offset + bars.length * rowHeight, [
    ...(withTargets
      ? keyRow(0, 12, [
          { word: said.actual, fill: 'var(--ink)' },
          { word: said.target, fill: 'var(--fill)', outline: 'var(--edge)' },
        ])
      : []),
    ...bars.flatMap(({ label, value, target }, index) => {
      const { base, y } = row(index, offset);
      const zero = scale(0);
      const box = (of: number) => ({
        x: Math.min(zero, scale(of)),
        y,
        width: Math.abs(scale(of) - zero),
        height: barHeight,
      });
      return [
        words(0, base, fitted(label, room.label)),
        ...(target === null ? [] : bar(box(target), { fill: 'var(--fill)', outline: 'var(--edge)' })),
        ...bar(box(value), { fill: 'var(--ink)' }),
        ...(value === 0 ? [stroke([zero, y], [zero, y + barHeight], 'var(--line-strong)')] : []),
        words(width, base, figures[index] ?? '', { anchor: 'end', bold: true }),
      ];
    }),
  ]);
}
