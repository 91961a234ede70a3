import { describe, expect, test } from 'vitest';
import { watchIdle } from '../../renderer/app/shell/idleWatch.ts';

const minute = 60_000;

/** Windows that hear one another, over one clock. */
const windows = (count: number) => {
  let time = 0;
  const ears = new Map<number, () => void>();
  const told: number[] = [];
  const locked: number[] = [];
  const all = Array.from({ length: count }, (_, at) =>
    watchIdle(
      15 * minute,
      () => locked.push(at),
      {
        tell: () => {
          told.push(at);
          for (const [other, hear] of ears) if (other !== at) hear();
        },
        hear: (listener) => void ears.set(at, listener),
      },
      () => time,
    ),
  );
  const pass = (milliseconds: number): void => {
    time += milliseconds;
    for (const each of all) each.check();
  };
  return { all, locked, told, pass, sleep: (milliseconds: number) => void (time += milliseconds) };
};

describe('the idle lock', () => {
  test('comes when nobody was there for its time, and a sign puts it off', () => {
    const { all, locked, pass } = windows(1);
    pass(14 * minute);
    all[0]?.sign();
    pass(14 * minute);
    expect(locked).toEqual([]);
    pass(minute);
    expect(locked).toEqual([0]);
  });

  test('does not lock out who writes in another window', () => {
    const { all, locked, pass } = windows(2);
    for (let n = 0; n < 60; n += 1) {
      pass(minute);
      all[1]?.sign();
    }
    expect(locked).toEqual([]);
  });

  test('is not put off by the key that wakes a sleeping computer', () => {
    const { all, locked, sleep } = windows(2);
    sleep(10 * 60 * minute);
    all[0]?.sign();
    expect(locked).toEqual([0]);
  });

  test('does not tell the others of every key', () => {
    const { all, told, pass } = windows(2);
    for (let n = 0; n < 100; n += 1) {
      pass(100);
      all[0]?.sign();
    }
    expect(told).toEqual([0]);
  });
});
