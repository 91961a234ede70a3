import { expect, it } from 'vitest';
import { chartPainter } from '../../../electron/core/reports/charts/painter.ts';
import { lineChart } from '../../../shared/charts/lineChart.ts';

it('x', async () => {
  const paint = await chartPainter();
  const { png } = paint(
    lineChart({
      width: 300,
      height: 150,
      points: [{ label: 'жов', plan: 1, actual: 2 }],
      format: String,
      words: { plan: 'план', actual: 'факт' },
    }),
  );
  expect(png.length).toBeGreaterThan(1000);
});
