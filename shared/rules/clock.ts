import { AppError } from '../errors.ts';

/**
 * Hybrid logical clock (rule 4 of the ledger). A stamp is the text `millis-counter-device`: 15 decimal digits of
 * milliseconds since 1970, 4 lowercase hex digits, 16 lowercase hex digits. Every part has a fixed width, so plain
 * string comparison is the order of the stamps, in SQL as well as here.
 */
export type Hlc = string;

export type HlcParts = { millis: number; counter: number; device: string };

/** A stamp further ahead of the wall clock than this many milliseconds is not believed (24 hours). */
export const maxAheadMillis = 24 * 60 * 60 * 1000;

/** What a well-formed stamp looks like; for schemas. */
export const hlcPattern = /^\d{15}-[0-9a-f]{4}-[0-9a-f]{16}$/;

/** What a device id looks like: 16 lowercase hex digits. */
export const devicePattern = /^[0-9a-f]{16}$/;

const maxCounter = 0xffff;

// Leaves more than 30 years of room below the 15 digits' end, so that a computer whose wall clock is nonsense can
// still go on writing: only the counter's overflow moves past this.
const maxWallMillis = 999_000_000_000_000;

const write = (millis: number, counter: number, device: string): Hlc =>
  `${String(millis).padStart(15, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;

/** The wall clock inside a well-formed stamp, in milliseconds since 1970. */
export const millisOf = (hlc: Hlc): number => Number(hlc.slice(0, 15));

/** The parts of a stamp, or null when the text is not a stamp. */
export function parseHlc(text: string): HlcParts | null {
  if (!hlcPattern.test(text)) return null;
  return {
    millis: millisOf(text),
    counter: Number.parseInt(text.slice(16, 20), 16),
    device: text.slice(21),
  };
}

/** The stamp with these parts. Inverse of `parseHlc`; the parts must be within their widths. */
export function formatHlc({ millis, counter, device }: HlcParts): Hlc {
  const text = write(millis, counter, device);
  if (!hlcPattern.test(text)) throw new AppError('clockMalformed', { stamp: text });
  return text;
}

/** Order of two stamps: −1, 0 or 1. Equal only when they are the same stamp. */
export function compareHlc(a: Hlc, b: Hlc): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function requireParts(text: string): HlcParts {
  const parts = parseHlc(text);
  if (parts === null) throw new AppError('clockMalformed', { stamp: text });
  return parts;
}

/** Whether the stamp stands more than 24 hours ahead of the wall clock (milliseconds since 1970). */
export const isAhead = (hlc: Hlc, wallMillis: number): boolean =>
  requireParts(hlc).millis - wallMillis > maxAheadMillis;

/** The last stamp that `isAhead` does not call ahead; a later one, compared as text, is. */
export const aheadLimit = (wallMillis: number): Hlc =>
  write(Math.max(0, Math.floor(wallMillis) + maxAheadMillis), maxCounter, 'f'.repeat(16));

export type Clock = {
  /** A new stamp of this device, greater than every stamp ticked or observed before. Never fails. */
  tick(): Hlc;
  /**
   * Takes note of a stamp from elsewhere, so that the next tick is greater. A stamp more than 24 hours ahead of the
   * wall clock leaves the clock untouched and gives 'ahead': its change is to be set aside. Throws `clockMalformed`.
   */
  observe(hlc: Hlc): 'ok' | 'ahead';
  /** The highest stamp so far in this device's own writing, to be kept with the workspace; null when there is none. */
  last(): Hlc | null;
  /**
   * Sets the clock back (or forward) to stand at `last`. Only for stamping unsealed changes anew when our own clock
   * ran ahead of the wall clock: `last` is then the highest stamp that stays.
   */
  reset(last: Hlc | null): void;
};

/**
 * A clock for one device of one workspace.
 * @param device 16 lowercase hex digits
 * @param last the value of `last()` of the previous session, or the highest stamp stored; null in a new workspace
 * @param now the wall clock in milliseconds since 1970
 */
export function createClock(input: { device: string; last: Hlc | null; now: () => number }): Clock {
  const { device, now } = input;
  if (!devicePattern.test(device)) throw new AppError('clockMalformed', { stamp: device });
  let started = false;
  let millis = 0;
  let counter = 0;

  const wall = (): number => {
    const value = Math.floor(now());
    if (!(value > 0)) return 0;
    return Math.min(value, maxWallMillis);
  };

  const standAt = (hlc: Hlc | null): void => {
    const parts = hlc === null ? { millis: 0, counter: 0 } : requireParts(hlc);
    started = hlc !== null;
    millis = parts.millis;
    counter = parts.counter;
  };

  standAt(input.last);

  return {
    tick() {
      const current = wall();
      if (!started || current > millis) {
        millis = current;
        counter = 0;
      } else if (counter < maxCounter) {
        counter += 1;
      } else {
        millis += 1;
        counter = 0;
      }
      started = true;
      return write(millis, counter, device);
    },
    observe(hlc) {
      const remote = requireParts(hlc);
      if (isAhead(hlc, now())) return 'ahead';
      if (!started || remote.millis > millis || (remote.millis === millis && remote.counter > counter)) {
        millis = remote.millis;
        counter = remote.counter;
        started = true;
      }
      return 'ok';
    },
    last: () => (started ? write(millis, counter, device) : null),
    reset: standAt,
  };
}
