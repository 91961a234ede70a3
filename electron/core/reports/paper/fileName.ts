import type { IsoDay } from '../../../../shared/dates.ts';
import { clipped, oneLine } from './typography.ts';

/** What Windows, macOS or a mail program would stumble over in a file's name. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu;

const longest = 120;

/** A name that every system takes; the extension comes on top. */
export const safeName = (name: string): string =>
  clipped(oneLine(name.replaceAll(forbidden, '-').replaceAll('\u00A0', ' ')), longest).replaceAll(
    /^[. ]+|[. ]+$/g,
    '',
  ) || 'Viche';

/**
 * `Протокол № 7 2026-11-12.docx`: kind, number and day, so that files of a meeting lie together when sorted.
 * @param more what tells two papers of one kind apart: a decision's number, an addressee
 */
export function wordFileName(input: {
  kind: string;
  numberSign: string;
  number: string;
  more?: string;
  day: IsoDay | null;
}): string {
  const number = oneLine(input.number);
  const parts = [
    input.kind,
    number === '' ? '' : `${input.numberSign} ${number}`,
    oneLine(input.more ?? ''),
    input.day ?? '',
  ];
  return `${safeName(parts.filter((part) => part !== '').join(' '))}.docx`;
}
