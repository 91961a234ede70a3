/** How long typing must rest before it is saved, and how long it is saved at the latest while it goes on, in milliseconds. */
const rest = 400;
const latest = 900;
/** Waits between attempts after a failure; the last one repeats. */
const retries = [1000, 2000, 5000];

export type Autosave = {
  /** Something changed: it will be saved within 900 ms. */
  touch: () => void;
  /** Saves now; settled when nothing waits any more, or when the attempt failed. */
  flush: () => Promise<void>;
  /** Whether something has not reached the core yet. */
  pending: () => boolean;
  stop: () => void;
};

export type AutosaveOptions = {
  /** Saves all that waits; called again only when the one before has ended. Rejects when it did not succeed. */
  save: () => Promise<void>;
  /** Called at every turn: something waits, or nothing does. */
  onPending?: (pending: boolean) => void;
  /** What a failed attempt says; false ends the attempts until the next change (a refusal does not go away). */
  onError?: (error: unknown) => boolean;
};

/**
 * Saves what is typed: 400 ms after the last key and at most 900 ms after the first, one save at a time, again and again
 * until it succeeds. What waits stays with the caller, who gives it out when `save` is called.
 */
export const createAutosave = ({ save, onPending, onError }: AutosaveOptions): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), delay);
  };
  const run = async (): Promise<void> => {
    since = undefined;
    try {
      await save();
      failures = 0;
      running = undefined;
      if (since === undefined) onPending?.(false);
      else schedule(rest);
    } catch (error) {
      running = undefined;
      since = Date.now();
      const again = onError?.(error) ?? true;
      if (again) schedule(retries[Math.min(failures, retries.length - 1)] ?? rest);
      failures += 1;
    }
  };
  const attempt = (): Promise<void> => {
    clearTimeout(timer);
    if (running === undefined && since !== undefined) running = run();
    return running ?? Promise.resolve();
  };
  const pending = (): boolean => running !== undefined || since !== undefined;
  return {
    touch: () => {
      const now = Date.now();
      if (since === undefined && running === undefined) onPending?.(true);
      since ??= now;
      // a save that runs looks for newer words when it ends
      if (running === undefined) schedule(Math.max(0, Math.min(rest, since + latest - now)));
    },
    flush: async () => {
      while (pending()) {
        const before = failures;
        await attempt();
        if (failures > before) return;
      }
    },
    pending,
    stop: () => clearTimeout(timer),
  };
};
