import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registry } from '../../../electron/core/entities.ts';
import { unpackRemoval } from '../../../electron/core/ledger/values.ts';
import { deliver, play, type Act } from '../../fixtures/histories.ts';
import { everything, makeDevice, statementOf, type Device } from '../../fixtures/ledger.ts';
import { unlisted, type Version } from '../../fixtures/unlisted.ts';

const act: fc.Arbitrary<Act> = fc.record({
  device: fc.nat(2),
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('insert' as const) },
    { weight: 8, arbitrary: fc.constant('update' as const) },
    { weight: 3, arbitrary: fc.constant('remove' as const) },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
    { weight: 1, arbitrary: fc.constant('sign' as const) },
    { weight: 1, arbitrary: fc.constant('decide' as const) },
    { weight: 2, arbitrary: fc.constant('settle' as const) },
    { weight: 3, arbitrary: fc.constant('send' as const) },
    { weight: 1, arbitrary: fc.constant('wait' as const) },
  ),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  c: fc.nat(10_000),
});

/** A table of groups, meetings, items and people to begin with, so that histories reach into depth. */
const opening: Act[] = [
  'workingGroup',
  'person',
  'organisation',
  'meeting',
  'agendaItem',
  'speech',
  'decision',
].flatMap((name) => {
  const at = [...registry.entities.values()].filter((e) => e.minutes !== 'signature').findIndex((e) => e.name === name);
  return [1, 2].map((b) => ({ device: 0, kind: 'insert' as const, a: at, b, c: b }));
});

/** Removed rows whose removal had not seen something that is alive. */
function wronglyRemoved({ sqlite }: Device, rows: ReturnType<typeof everything>): string[] {
  const wrong: string[] = [];
  for (const entity of registry.entities.values()) {
    if (entity.minutes !== null) continue;
    for (const { id: row, removed } of rows[entity.name] ?? []) {
      if (removed === 0) continue;
      const changes = statementOf<[string, string], Version & { field: string }>(
        sqlite,
        'SELECT * FROM change WHERE entity = ? AND row = ? AND current = 1',
      ).all(entity.name, row);
      const removal = unpackRemoval(JSON.parse(changes.find((each) => each.field === 'removed')?.value ?? '0'));
      if (!removal) wrong.push(`${entity.name} ${row} is removed without a removal`);
      else
        for (const each of changes)
          if (each.field !== 'removed' && each.hlc > (removal.seen[each.field] ?? ''))
            wrong.push(`${entity.name} ${row}`);
    }
  }
  return wrong;
}

test('rules 1, 5, 8: whatever happens in whatever order, devices that have heard everything are equal and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 45 }), fc.nat(10_000), (acts, seed) => {
      let time = Date.UTC(2026, 10, 21);
      const now = () => time;
      const devices = ['a', 'b', 'c'].map((name) => makeDevice(name, now, () => []));
      const [first, ...others] = devices;
      if (!first) return;
      play(devices, opening, (millis) => void (time += millis));
      first.ledger.seal();
      for (const other of others) other.ledger.receive(first.ledger.sealed());
      play(devices, acts, (millis) => void (time += millis));
      time += 60_000;
      for (const device of devices) device.ledger.seal();
      const all = devices.map((device) => device.ledger.sealed());
      for (const [at, device] of devices.entries())
        for (const [from, changes] of all.entries())
          if (from !== at) deliver(device, changes, seed + from, 1 + ((seed + at) % 5));
      const expected = everything(first);
      for (const device of devices) {
        const rows = device === first ? expected : everything(device);
        expect(rows).toEqual(expected);
        expect(device.sqlite.pragma('foreign_key_check')).toEqual([]);
        expect(device.sqlite.prepare('SELECT count(*) AS n FROM row_waiting').get()).toEqual({ n: 0 });
        expect(unlisted(device)).toEqual([]);
        expect(wronglyRemoved(device, rows)).toEqual([]);
      }
      for (const device of devices) device.sqlite.close();
    }),
    {
      numRuns: Number(process.env['HISTORIES'] ?? 1000),
      ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}),
    },
  );
}, 1_200_000);
