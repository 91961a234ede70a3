/** One line of the bench: a ratio of two things measured in the same run, and what they were. */
export interface Measured {
  name: string;
  /** Ours divided by what it is held against; null where there is nothing to hold it against. */
  ratio: number | null;
  detail: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds of each of two works, done in turn so that both meet the machine in the same mood; medians. */
export async function inTurn(
  rounds: number,
  ours: () => unknown,
  other: () => unknown,
): Promise<{ ours: number; other: number; ratio: number }> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, work] of [ours, other].entries()) {
      const start = performance.now();
      await work();
      // The first round warms up.
      if (round > 0) times[at === 0 ? 0 : 1].push(performance.now() - start);
    }
  const result = { ours: median(times[0]), other: median(times[1]) };
  return { ...result, ratio: result.ours / result.other };
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
