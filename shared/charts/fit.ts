import { chartFontSize } from './svg.ts';

const narrow = /[iljtfrI.,:;'’|!()[\]\s-]/;
const wide = /[mwMWЖШЩЮФМжшщюфм%@—]/;

/** About how wide words are, in pixels; on the safe side, for no letter is measured here. */
export const widthOf = (text: string, size: number = chartFontSize): number =>
  Array.from(text).reduce((sum, sign) => sum + (narrow.test(sign) ? 0.36 : wide.test(sign) ? 0.92 : 0.6), 0) * size;

/** Words cut to a width, with an ellipsis. */
export function fitted(text: string, width: number, size: number = chartFontSize): string {
  if (widthOf(text, size) <= width) return text;
  const signs = Array.from(text);
  while (signs.length > 1 && widthOf(`${signs.join('').trimEnd()}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Words broken into at most two lines of a width; the second is cut. */
export function inTwoLines(text: string, width: number, size: number = chartFontSize): string[] {
  if (widthOf(text, size) <= width) return [text];
  const parts = text.split(' ');
  let first = '';
  while (parts.length > 0) {
    const next = first === '' ? (parts[0] ?? '') : `${first} ${parts[0] ?? ''}`;
    if (widthOf(next, size) > width) break;
    first = next;
    parts.shift();
  }
  if (first === '') return [fitted(text, width, size)];
  return parts.length === 0 ? [first] : [first, fitted(parts.join(' '), width, size)];
}

/** Every how manieth label of an axis has room. */
export const labelStep = (labels: readonly string[], step: number, size: number): number => {
  const widest = Math.max(0, ...labels.map((label) => widthOf(label, size))) + 16;
  return Math.max(1, Math.ceil(widest / Math.max(step, 1)));
};
