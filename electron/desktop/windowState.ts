import type { Rectangle } from 'electron';
import * as z from 'zod';

/** What is remembered of a window between two starts. */
export const windowState = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

export const leastSize = { width: 800, height: 560 };
const usualSize = { width: 1360, height: 860 };
/** So much of the title bar must lie on a screen that a hand can take it. */
const grip = { width: 160, height: 40 };

const overlap = (from: number, to: number, lower: number, upper: number): number =>
  Math.min(to, upper) - Math.max(from, lower);

/**
 * Where the window opens: where it was, as far as a screen is still there; else the usual size in the middle of the
 * first screen.
 * @param screens work areas of the screens there are now, the first one first
 */
export function placeOnScreen(remembered: WindowState | null, screens: readonly Rectangle[]): Partial<Rectangle> {
  const [first] = screens;
  const width = Math.min(remembered?.width ?? usualSize.width, first?.width ?? usualSize.width);
  const height = Math.min(remembered?.height ?? usualSize.height, first?.height ?? usualSize.height);
  const { x, y } = remembered ?? {};
  if (remembered === null || x === undefined || y === undefined) return { width, height };
  const home = screens.find(
    (screen) =>
      overlap(x, x + remembered.width, screen.x, screen.x + screen.width) >= Math.min(grip.width, remembered.width) &&
      overlap(y, y + grip.height, screen.y, screen.y + screen.height) >= grip.height,
  );
  if (home === undefined) return { width, height };
  return { x, y, width: Math.min(remembered.width, home.width), height: Math.min(remembered.height, home.height) };
}
