// As converge.test.ts, with far more histories; `HISTORIES=10000` for as many as the issue asks, `SEED` for where to begin.
import { expect, test } from 'vitest';
import { playExchange } from '../fixtures/exchangeHistory.ts';

const first = Number(process.env['SEED'] ?? 1_000_000);
const histories = Number(process.env['HISTORIES'] ?? 300);

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', () => {
  for (let seed = first; seed < first + histories; seed += 1)
    expect({ seed, faults: playExchange(seed) }).toEqual({ seed, faults: [] });
}, 7_200_000);
