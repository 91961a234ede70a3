/**
 * Core and thread decide by one exchange of a number that both see whether a big write is given up or committed: never
 * both.
 */
const stages = { working: 0, givenUp: 1, committing: 2 } as const;

type Stage = keyof typeof stages;

export const newStage = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

/** Moves on from `working`; false where the other side was first and the stage is another one. */
export const moveTo = (stage: Int32Array, next: Exclude<Stage, 'working'>): boolean => {
  const before = Atomics.compareExchange(stage, 0, stages.working, stages[next]);
  return before === stages.working || before === stages[next];
};
