import type { MinutesLine } from './minutesLines.ts';

/** One thing as two signed minutes say it; null where one of them does not. */
export interface ComparedLine {
  key: string;
  label: string;
  first: string | null;
  second: string | null;
}

/** Puts the lines of two minutes beside each other by what they are about, in the order of the first. */
export function compareLines(first: readonly MinutesLine[], second: readonly MinutesLine[]): ComparedLine[] {
  const inSecond = new Map(second.map((line) => [line.key, line]));
  const inFirst = new Set(first.map(({ key }) => key));
  const compared: ComparedLine[] = first.map(({ key, label, text }) => ({
    key,
    label,
    first: text,
    second: inSecond.get(key)?.text ?? null,
  }));
  // What only the second says stands after what it stands after there.
  let after = -1;
  for (const { key, label, text } of second) {
    if (inFirst.has(key)) {
      after = compared.findIndex((line) => line.key === key);
      continue;
    }
    after += 1;
    compared.splice(after, 0, { key, label, first: null, second: text });
  }
  return compared;
}
