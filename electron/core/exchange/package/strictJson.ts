import { AppError } from '../../../../shared/errors.ts';
import { limits } from '../limits.ts';

const [quote, backslash] = [0x22, 0x5c];
/** `[` and `{` differ in one bit, and so do `]` and `}`. */
const [opens, closes, bit] = [0x7b, 0x7d, 0x20];

/** Counts brackets outside of strings, so that text made to exhaust the parser's stack never reaches it. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if ((byte | bit) === opens) deepest = Math.max(deepest, ++depth);
    else if ((byte | bit) === closes) depth -= 1;
  }
  return deepest;
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const refuse = (what: string): never => {
  throw new AppError('jsonUnsafe', { what });
};

/** Walks what was parsed: only plain keys, only numbers that every reader understands alike. */
function check(value: unknown): void {
  if (typeof value === 'number' && !(Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER))
    refuse('number');
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const member of value) check(member);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (forbidden.has(key)) refuse('key');
    check(member);
  }
}

/**
 * JSON from outside: UTF-8 without faults or byte order mark, not deeper than `limits.jsonDepth`, no key that could reach
 * a prototype, no number beyond the safe integers. What it holds is for a schema to say.
 * @throws AppError `jsonUnsafe` with `what`: `text`, `depth`, `key` or `number`
 */
export function readStrictJson(bytes: Uint8Array): unknown {
  if (depthOf(bytes) > limits.jsonDepth) refuse('depth');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse('text');
  }
  check(value);
  return value;
}
