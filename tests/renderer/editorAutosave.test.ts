// What is typed is saved within a second of the last key, and at most a second after the first while one types on.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../renderer/ui/editor/autosave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const counted = (takes = 5) => {
  const saves: number[] = [];
  const begin = Date.now();
  return {
    saves,
    save: async () => {
      saves.push(Date.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, takes));
    },
  };
};

describe('autosave', () => {
  it('saves 400 ms after the last key', async () => {
    const { saves, save } = counted();
    const autosave = createAutosave({ save });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(300);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(399);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(saves).toEqual([700]);
    await vi.advanceTimersByTimeAsync(100);
    expect(autosave.pending()).toBe(false);
  });

  it('saves at least every second while one types on', async () => {
    const { saves, save } = counted();
    const autosave = createAutosave({ save });
    for (let key = 0; key < 100; key += 1) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves.length).toBeGreaterThanOrEqual(10);
    const gaps = saves.map((at, index) => at - (saves[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1000);
  });

  it('runs one save at a time, and looks again for what was typed during one', async () => {
    let running = 0;
    let most = 0;
    let saved = 0;
    const autosave = createAutosave({
      save: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2000));
        running -= 1;
        saved += 1;
      },
    });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1000);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(most).toBe(1);
    expect(saved).toBe(2);
    expect(autosave.pending()).toBe(false);
  });

  it('tries again until it succeeds, and says so', async () => {
    const pending: boolean[] = [];
    const errors: unknown[] = [];
    let attempts = 0;
    const autosave = createAutosave({
      save: async () => {
        attempts += 1;
        if (attempts < 4) throw new Error('away');
      },
      onPending: (now) => pending.push(now),
      onError: (error) => {
        errors.push(error);
        return true;
      },
    });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(attempts).toBe(4);
    expect(errors).toHaveLength(3);
    expect(pending).toEqual([true, false]);
  });

  it('does not knock again at a refusal before something changes', async () => {
    let attempts = 0;
    const autosave = createAutosave({
      save: async () => {
        attempts += 1;
        throw new Error('signed');
      },
      onError: () => false,
    });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBe(1);
    expect(autosave.pending()).toBe(true);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(attempts).toBe(2);
  });

  it('flushes at once, with what comes meanwhile, and gives up after a failure', async () => {
    const { saves, save } = counted(50);
    const autosave = createAutosave({ save });
    autosave.touch();
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(10);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(200);
    await flushed;
    expect(saves).toHaveLength(2);
    expect(autosave.pending()).toBe(false);

    const failing = createAutosave({ save: () => Promise.reject(new Error('away')) });
    failing.touch();
    await failing.flush();
    expect(failing.pending()).toBe(true);
    failing.stop();
  });
});
