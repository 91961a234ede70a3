/** One Ctrl+C may come twice: from the terminal and from the program that started this one. */
const sameWish = 1_000;

/**
 * Fires when somebody ends the program (Ctrl+C, a service manager, a closed terminal), so that it can close what is open.
 * Asked again, the program ends at once.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!stop.signal.aborted) asked = Date.now();
      else if (Date.now() - asked > sameWish) process.exit(1);
      stop.abort();
    });
  return stop.signal;
}

/** Waits for the signal. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
