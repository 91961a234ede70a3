// Charts as page and paper share them: what they show, what they leave out, and that a picture of them can be made.
import { describe, expect, it } from 'vitest';
import { chartPainter } from '../../../electron/core/reports/charts/painter.ts';
import { tokens } from '../../../renderer/ui/tokens.ts';
import { barsPlanActual } from '../../../shared/charts/barsPlanActual.ts';
import { paperColours } from '../../../shared/charts/colours.ts';
import { fitted, inTwoLines, widthOf } from '../../../shared/charts/fit.ts';
import { freeBaseline } from '../../../shared/charts/labelRoom.ts';
import { lineChart } from '../../../shared/charts/lineChart.ts';
import { moneyBars, territoryBars } from '../../../shared/charts/rowBars.ts';
import type { SvgNode } from '../../../shared/charts/svg.ts';
import { svgText } from '../../../shared/charts/svgText.ts';

const all = (chart: SvgNode, tag: string): SvgNode[] =>
  chart.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...all(child, tag)],
  );
const wordsOf = (chart: SvgNode): string[] =>
  all(chart, 'text').map(({ children }) => children.filter((child) => typeof child === 'string').join(''));
const numberOf = (node: SvgNode | undefined, name: string): number => Number(node?.attributes[name]);
const words = { plan: 'plan', actual: 'held' };
const format = String;

const line = (points: [string, number | null, number | null][]) =>
  lineChart({
    width: 400,
    height: 200,
    points: points.map(([label, plan, actual]) => ({ label, plan, actual })),
    format,
    words,
  });

describe('a line of plan and actual', () => {
  const chart = line([
    ['10', 1, 0],
    ['11', 3, 2],
    ['12', 6, 4],
    ['01', 9, null],
  ]);

  it('draws the plan dashed, the actual solid, and names both at their ends', () => {
    const lines = all(chart, 'path').filter(({ attributes }) => attributes['fill'] === 'none');
    expect(lines.map(({ attributes }) => [attributes['stroke'], attributes['stroke-dasharray'] !== undefined])).toEqual(
      [
        ['var(--soft)', true],
        ['var(--ink)', false],
      ],
    );
    expect(wordsOf(chart)).toEqual(expect.arrayContaining(['plan 9', 'held 4', '10', '01']));
    expect(all(chart, 'circle')).toHaveLength(3);
  });

  it('keeps every mark within the drawing, upwards for more', () => {
    const dots = all(chart, 'circle');
    expect(numberOf(dots[0], 'cy')).toBeGreaterThan(numberOf(dots[2], 'cy'));
    for (const dot of dots) expect(numberOf(dot, 'cx')).toBeLessThanOrEqual(400);
  });

  it('leaves a gap where nothing is known, and says nothing of nothing', () => {
    const [, actual] = all(
      line([
        ['1', 1, 1],
        ['2', 2, null],
        ['3', 3, 3],
      ]),
      'path',
    ).filter(({ attributes }) => attributes['fill'] === 'none');
    expect(String(actual?.attributes['d']).match(/M/g)).toHaveLength(2);
    expect(wordsOf(line([]))).toEqual(expect.not.arrayContaining(['plan', 'held']));
    expect(svgText(line([['1', 0, 0]]), 'x')).not.toContain('NaN');
  });

  it('marks no fractions that whole figures cannot say', () => {
    const chartOfOne = lineChart({
      width: 300,
      height: 200,
      points: [{ label: 'a', plan: 1, actual: 1 }],
      format: (value) => String(Math.round(value)),
      words,
    });
    const axis = wordsOf(chartOfOne).filter((text) => /^\d+$/.test(text));
    expect(new Set(axis).size).toBe(axis.length);
  });

  it('names the actual where no line goes through its name', () => {
    const points = Array.from({ length: 9 }, (_, n) => ({ label: `${n}`, plan: n * 4, actual: Math.min(n * 4, 16) }));
    const said = { plan: 'plan', actual: 'activities held' };
    const chartOfBoth = lineChart({ width: 340, height: 168, points, format, words: said });
    const name = all(chartOfBoth, 'text').find(({ children }) => children.includes(`${said.actual} 16`));
    const end = all(chartOfBoth, 'circle').at(-1);
    expect(numberOf(name, 'y')).toBeGreaterThan(numberOf(end, 'cy') + 10);
    const level = [
      { x: 0, y: 45 },
      { x: 100, y: 45 },
    ];
    expect(freeBaseline([10, 60], [50, 80], [level], [0, 200])).toBe(80);
    expect(freeBaseline([10, 60], [50, 80], [[...level, null]], [0, 70])).toBe(50);
    expect(freeBaseline([110, 160], [50, 80], [level], [0, 200])).toBe(50);
  });

  it('leaves out labels that would stand on each other', () => {
    const many = line(Array.from({ length: 40 }, (_, n) => [`${n}.2016`, n, n]));
    expect(wordsOf(many).filter((text) => text.endsWith('.2016')).length).toBeLessThan(12);
  });
});

describe('bars', () => {
  it('are as high as their figures, from one line', () => {
    const bars = [
      { label: 'one', plan: 10, actual: 5 },
      { label: 'two', plan: null, actual: 10 },
    ];
    const chart = barsPlanActual({ width: 400, height: 200, bars, format, words });
    const drawn = all(chart, 'rect').filter(({ attributes }) => Number(attributes['height']) > 10);
    expect(drawn).toHaveLength(3);
    const [plan, actual, other] = drawn;
    expect(numberOf(plan, 'height')).toBeCloseTo(numberOf(actual, 'height') * 2, 0);
    expect(numberOf(other, 'height')).toBeCloseTo(numberOf(plan, 'height'), 0);
    expect(wordsOf(chart)).toEqual(expect.arrayContaining(['plan', 'held', 'one', 'two']));
    const without = barsPlanActual({ width: 400, height: 200, bars: bars.slice(1), format, words });
    expect(wordsOf(without)).not.toContain('plan');
  });

  it('of money have a measure of their own in each currency', () => {
    const bar = (label: string, currency: string, planned: number) => ({
      label,
      currency,
      planned,
      committed: 0,
      spent: planned / 2,
    });
    const chart = moneyBars({
      width: 600,
      bars: [bar('a', 'EUR', 5_000_000), bar('b', 'UAH', 64_000_000), bar('c', 'EUR', 2_500_000)],
      format: (amount, currency) => `${amount / 100} ${currency}`,
      words: { planned: 'planned', committed: 'committed', spent: 'spent' },
    });
    const widths = all(chart, 'rect')
      .filter(({ attributes }) => attributes['height'] === 13)
      .map((rect) => numberOf(rect, 'width'));
    const [a = 0, , b = 0, , c = 0] = widths;
    expect(b).toBeCloseTo(a, 1);
    expect(c * 2).toBeCloseTo(a, 0);
    expect(wordsOf(chart)).toContain('25000 EUR / 50000 EUR');
    expect(wordsOf(chart)).not.toContain('committed');
  });

  it('of money say nothing of a sum that nobody has entered', () => {
    const bar = (label: string, spent: number) => ({ label, currency: 'EUR', planned: null, committed: 0, spent });
    const chart = moneyBars({
      width: 600,
      bars: [bar('a', 0), bar('b', 700)],
      format: (amount) => `${amount} EUR`,
      words: { planned: 'planned', committed: 'committed', spent: 'spent' },
    });
    expect(wordsOf(chart)).toEqual(expect.arrayContaining(['–', '700 EUR / –']));
  });

  it('of territories mark a target, also where nothing was reached', () => {
    const chart = territoryBars({
      width: 600,
      bars: [
        { label: 'North', value: 0, target: 10 },
        { label: 'South', value: 20, target: null },
      ],
      format,
      words: { actual: 'held', target: 'plan' },
    });
    expect(wordsOf(chart)).toEqual(expect.arrayContaining(['North', 'South', '0 / 10', '20', 'plan']));
  });
});

describe('words of a chart', () => {
  it('are cut to their room, in one line or two', () => {
    const long = 'Baltijas jūras valstu padomes Projektu atbalsta fonds';
    expect(widthOf(fitted(long, 120))).toBeLessThanOrEqual(120);
    expect(fitted(long, 120)).toMatch(/…$/);
    expect(fitted('short', 120)).toBe('short');
    expect(inTwoLines('адвокаційна зустріч', 90)).toEqual(['адвокаційна', 'зустріч']);
    for (const part of inTwoLines(long, 90)) expect(widthOf(part)).toBeLessThanOrEqual(90);
  });
});

describe('a chart on paper', () => {
  it('has the light theme’s colours, and no word of the record can break out of it', () => {
    for (const [name, value] of Object.entries(paperColours))
      expect(value).toBe(tokens.light[name as keyof typeof tokens.light]);
    const text = svgText(line([['<b>&"\u0001', 1, 2]]), 'Arial');
    expect(text).not.toContain('var(');
    expect(text).not.toContain('<b>');
    expect(text).toContain('&lt;b&gt;&amp;&quot;');
    expect(text).toContain('font-family="Arial"');
  });

  it('has a picture with the letters of four languages, the same each time', async () => {
    const paint = await chartPainter();
    const paintedWith = (label: string) =>
      paint(
        line([
          [label, 1, 2],
          ['', 2, 3],
        ]),
      );
    const { png, svg, width, height } = paintedWith('Їжак Ąžuolas Ķīla');
    expect(Buffer.from(png.slice(0, 4)).toString('latin1')).toBe('\u0089PNG');
    expect([width, height]).toEqual([400, 200]);
    expect(new TextDecoder().decode(svg)).toContain('Їжак Ąžuolas Ķīla');
    expect(Buffer.from(paintedWith('Їжак Ąžuolas Ķīla').png).equals(Buffer.from(png))).toBe(true);
    // Words are drawn, not left out: others make another picture.
    const letters = ['Ї', 'Ą', 'Ķ', 'a'].map((letter) => Buffer.from(paintedWith(letter).png).toString('base64'));
    expect(new Set(letters).size).toBe(4);
  });
});
