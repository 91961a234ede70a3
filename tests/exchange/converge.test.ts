// Issue: proof. Many more run in `npm run test:long`.
import { expect, test } from 'vitest';
import { playExchange } from '../fixtures/exchangeHistory.ts';

const first = Number(process.env['SEED'] ?? 1);
const histories = Number(process.env['HISTORIES'] ?? 100);

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', () => {
  for (let seed = first; seed < first + histories; seed += 1)
    expect({ seed, faults: playExchange(seed) }).toEqual({ seed, faults: [] });
}, 600_000);
