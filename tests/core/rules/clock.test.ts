import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareHlc,
  createClock,
  formatHlc,
  hlcPattern,
  isAhead,
  maxAheadMillis,
  parseHlc,
} from '../../../shared/rules/clock.ts';

const deviceA = '00000000000000aa';
const deviceB = 'ffffffffffffffff';
const wallStart = 1_795_000_000_000;

const device = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });
const parts = fc.record({
  millis: fc.integer({ min: 0, max: 999_999_999_999_999 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
  device,
});

describe('the stamp', () => {
  it('has a fixed width', () => {
    const clock = createClock({ device: deviceA, last: null, now: () => 1 });
    expect(clock.tick()).toBe('000000000000001-0000-00000000000000aa');
    expect(clock.tick()).toBe('000000000000001-0001-00000000000000aa');
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(parts, (value) => {
        expect(parseHlc(formatHlc(value))).toEqual(value);
      }),
    );
  });

  it('orders as text in the order of millis, counter, device', () => {
    fc.assert(
      fc.property(parts, parts, fc.boolean(), fc.boolean(), (a, other, sameMillis, sameCounter) => {
        const b = {
          ...other,
          millis: sameMillis ? a.millis : other.millis,
          counter: sameCounter ? a.counter : other.counter,
        };
        const expected =
          Math.sign(a.millis - b.millis) ||
          Math.sign(a.counter - b.counter) ||
          (a.device < b.device ? -1 : a.device > b.device ? 1 : 0);
        expect(compareHlc(formatHlc(a), formatHlc(b))).toBe(expected);
      }),
    );
  });

  it.each([
    '',
    '1-0000-00000000000000aa',
    '000000000000001-0000-00000000000000AA',
    '000000000000001-000g-00000000000000aa',
    '000000000000001-0000-00000000000000aa\n',
    ' 000000000000001-0000-00000000000000aa',
  ])('refuses %j', (text) => {
    expect(parseHlc(text)).toBeNull();
    const clock = createClock({ device: deviceA, last: null, now: () => wallStart });
    expect(() => clock.observe(text)).toThrow('clockMalformed');
    expect(clock.last()).toBeNull();
  });

  it('refuses parts that do not fit the widths', () => {
    expect(() => formatHlc({ millis: -1, counter: 0, device: deviceA })).toThrow('clockMalformed');
    expect(() => formatHlc({ millis: 1, counter: 0x10000, device: deviceA })).toThrow('clockMalformed');
    expect(() => createClock({ device: 'short', last: null, now: () => 0 })).toThrow('clockMalformed');
  });
});

describe('rule 4: ticking', () => {
  it('is strictly growing whatever the wall clock does', () => {
    const wallClocks = fc.array(
      fc.oneof(
        fc.integer({ min: wallStart - 1e9, max: wallStart + 1e9 }),
        fc.constantFrom(wallStart, -1, 0, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 0.5),
      ),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(wallClocks, (walls) => {
        let at = 0;
        const clock = createClock({ device: deviceA, last: null, now: () => walls[at] ?? 0 });
        let before = '';
        for (at = 0; at < walls.length; at += 1) {
          const stamp = clock.tick();
          expect(stamp).toMatch(hlcPattern);
          expect(stamp > before).toBe(true);
          expect(clock.last()).toBe(stamp);
          before = stamp;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('advances the millis when the counter overflows', () => {
    const last = formatHlc({ millis: wallStart, counter: 0xfffe, device: deviceA });
    const clock = createClock({ device: deviceA, last, now: () => wallStart });
    expect(clock.tick()).toBe(formatHlc({ millis: wallStart, counter: 0xffff, device: deviceA }));
    expect(clock.tick()).toBe(formatHlc({ millis: wallStart + 1, counter: 0, device: deviceA }));
    expect(clock.tick()).toBe(formatHlc({ millis: wallStart + 1, counter: 1, device: deviceA }));
  });

  it('stays unique over more than one overflow within a millisecond', () => {
    const clock = createClock({ device: deviceA, last: null, now: () => wallStart });
    const count = 140_000;
    let before = '';
    let growing = 0;
    for (let n = 0; n < count; n += 1) {
      const stamp = clock.tick();
      if (stamp > before) growing += 1;
      before = stamp;
    }
    expect(growing).toBe(count);
  });

  it('goes on from the last session, also when the wall clock was set back years', () => {
    const first = createClock({ device: deviceA, last: null, now: () => wallStart });
    const before = first.tick();
    const second = createClock({ device: deviceA, last: first.last(), now: () => 1000 });
    expect(second.tick() > before).toBe(true);
  });

  it('goes on from a last stamp that another device wrote', () => {
    const last = formatHlc({ millis: wallStart, counter: 7, device: deviceB });
    const clock = createClock({ device: deviceA, last, now: () => 0 });
    expect(clock.tick() > last).toBe(true);
  });
});

describe('rule 4: observing', () => {
  it('makes the next tick greater than everything observed, for any exchange between two devices', () => {
    const step = fc.record({ who: fc.boolean(), skew: fc.integer({ min: -5000, max: 5000 }), send: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let wall = wallStart;
        const a = createClock({ device: deviceA, last: null, now: () => wall });
        const b = createClock({ device: deviceB, last: null, now: () => wall });
        const seen: Record<'a' | 'b', string> = { a: '', b: '' };
        for (const { who, skew, send } of steps) {
          wall += skew;
          const [clock, other, mine, theirs] = who ? ([a, b, 'a', 'b'] as const) : ([b, a, 'b', 'a'] as const);
          const stamp = clock.tick();
          expect(stamp > seen[mine]).toBe(true);
          seen[mine] = stamp;
          const answer = send ? other.observe(stamp) : 'ok';
          expect(answer).toBe('ok');
          if (send && stamp > seen[theirs]) seen[theirs] = stamp;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('sets aside what comes from more than 24 hours ahead and leaves the clock alone', () => {
    const clock = createClock({ device: deviceA, last: null, now: () => wallStart });
    const before = clock.tick();
    const limit = formatHlc({ millis: wallStart + maxAheadMillis, counter: 0, device: deviceB });
    const beyond = formatHlc({ millis: wallStart + maxAheadMillis + 1, counter: 0, device: deviceB });
    expect(isAhead(limit, wallStart)).toBe(false);
    expect(isAhead(beyond, wallStart)).toBe(true);
    expect(clock.observe(beyond)).toBe('ahead');
    expect(clock.last()).toBe(before);
    expect(clock.observe(limit)).toBe('ok');
    expect(clock.tick() > limit).toBe(true);
  });

  it('never refuses a local write however far ahead the clock itself stands', () => {
    const last = formatHlc({ millis: wallStart + 10 * maxAheadMillis, counter: 0, device: deviceA });
    const clock = createClock({ device: deviceA, last, now: () => wallStart });
    const stamp = clock.tick();
    expect(stamp > last).toBe(true);
    expect(isAhead(stamp, wallStart)).toBe(true);
  });

  it('can be set back for stamping unsealed changes anew', () => {
    const sealed = formatHlc({ millis: wallStart - 5, counter: 3, device: deviceA });
    const last = formatHlc({ millis: wallStart + 10 * maxAheadMillis, counter: 0, device: deviceA });
    const clock = createClock({ device: deviceA, last, now: () => wallStart });
    clock.reset(sealed);
    expect(clock.tick()).toBe(formatHlc({ millis: wallStart, counter: 0, device: deviceA }));
    clock.reset(null);
    expect(clock.last()).toBeNull();
  });
});
