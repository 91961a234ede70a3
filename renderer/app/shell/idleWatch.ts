/** What a window hears from the others of the same workspace, and tells them. */
export type OtherWindows = { tell: () => void; hear: (listener: () => void) => void };

/** How often a window that is used tells the others so, at most; milliseconds. */
const rhythm = 10_000;

/**
 * Follows whether anybody is there, in this window or in another one: the lock is the workspace's, and who writes in one
 * window shall not be locked out by the idleness of the next. Goes by the clock and not by a timer, which stands still
 * while the computer sleeps.
 * @param limit milliseconds without a sign
 * @returns `sign`: somebody is there; `check`: to be called every now and then
 */
export const watchIdle = (limit: number, lock: () => void, others: OtherWindows, now: () => number = Date.now) => {
  let last = now();
  let told = Number.NEGATIVE_INFINITY;
  /** Whether nobody was there for so long; what is seen after a sleep is no sign, but the lock. */
  const check = (): boolean => {
    const over = now() - last >= limit;
    if (over) {
      last = now();
      lock();
    }
    return over;
  };
  others.hear(() => {
    if (now() - last < limit) last = now();
  });
  return {
    check,
    sign: (): void => {
      if (check()) return;
      last = now();
      if (last - told < rhythm) return;
      told = last;
      others.tell();
    },
  };
};
