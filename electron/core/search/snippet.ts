import type { Span } from './matching.ts';

interface Piece {
  text: string;
  marked: boolean;
}

const before = 50;
const whole = 180;

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** Where most of what was found stands close together. */
function bestStart(spans: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (const [at, { start }] of spans.entries()) {
    const within = spans.slice(at).filter(({ end }) => end <= start + whole - before).length;
    if (within > most) [best, most] = [start, within];
  }
  return best;
}

/** The first place from `at` on where a word begins; never within a character of two units. */
function wordStart(text: string, at: number, until: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, until).search(/\s/u);
  return space < 0 ? until : at + space + 1;
}

/** The piece of a text around what was found, cut between words, in parts to mark. */
export function snippetOf(text: string, spans: readonly Span[]): Piece[] {
  const near = spans.slice(0, 200);
  const first = near.length === 0 ? 0 : bestStart(near);
  const from = wordStart(text, first - before, first);
  const hard = Math.min(text.length, from + whole);
  const space = hard < text.length ? text.slice(from, hard).search(/\s\S*$/u) : -1;
  const to = Math.max(space > 0 ? from + space : hard, near.find(({ start }) => start === first)?.end ?? 0);
  const pieces: Piece[] = [];
  const add = (piece: string, marked: boolean) => {
    if (piece !== '') pieces.push({ text: inOneLine(piece), marked });
  };
  let at = from;
  for (const { start, end } of near) {
    if (start < at || end > to) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  if (from > 0) pieces.unshift({ text: '…', marked: false });
  if (to < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}
