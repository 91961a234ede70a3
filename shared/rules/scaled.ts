import type { Language } from '../languages.ts';

/** Numbers are whole in a record; beyond this neither a figure nor a sum of figures is kept. */
export const largestFigure = 9_000_000_000_000_000;
/** No figure that is entered is larger (as money: a hundred milliards), so that hundreds of them still make a sum. */
export const largestEntry = 10_000_000_000_000;

/** Not broken over two lines, and the same in Node and in the window, which Intl is not. */
const grouping: Record<Language, string> = { uk: '\u00a0', en: ',', lt: '\u00a0', lv: '\u00a0' };
const point: Record<Language, string> = { uk: ',', en: '.', lt: ',', lv: ',' };

const inGroups = (digits: string, sign: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, sign);

/**
 * A whole number of 10^−decimals as people of the language write it, with all its decimals: 1 234,50 · 1,234.50. The
 * digits are taken from the number's own text, since dividing a large one would lose its last digits.
 */
export function formatScaled(value: number, decimals: number, language: Language): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = inGroups(digits.slice(0, digits.length - decimals), grouping[language]);
  const rest = decimals === 0 ? '' : `${point[language]}${digits.slice(-decimals)}`;
  return `${value < 0 ? '−' : ''}${whole}${rest}`;
}

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/gu;
const grouped = { '.': /^\d{1,3}(?:\.\d{3})+$/u, ',': /^\d{1,3}(?:,\d{3})+$/u, ' ': /^\d{1,3}(?: \d{3})+$/u };

function wholeDigits(text: string): string | null {
  if (/^\d+$/u.test(text)) return text;
  return Object.values(grouped).some((pattern) => pattern.test(text)) ? text.replace(/\D/gu, '') : null;
}

/** Where the decimals begin: at the last point or comma, unless that one parts thousands. */
function parted(text: string, decimals: number): { whole: string; rest: string } {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const none = { whole: text, rest: '' };
  if (at < 0) return none;
  const [whole, sign, rest] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const again = whole.includes(sign);
  const three = rest.length === 3 && decimals !== 3 && !/[ .,]/u.test(whole) && whole !== '0';
  return again || three ? none : { whole: whole === '' ? '0' : whole, rest };
}

/**
 * What a person typed, or a table holds, as a whole number of 10^−decimals: `1 234,56`, `1,234.56`, `1.234,56`, `1234`,
 * `−5`. A single point or comma before three digits parts thousands unless the number has three decimals. Null: no
 * number, more decimals than the figure has, or beyond `largestEntry`; nothing is rounded in silence.
 */
export function parseScaled(text: string, decimals: number): number | null {
  const bare = text.replace(spaces, ' ').trim();
  const negative = /^[-−–]/u.test(bare);
  const { whole, rest } = parted(bare.replace(/^[-−–+] ?/u, ''), decimals);
  const digits = wholeDigits(whole);
  const kept = rest.slice(0, decimals);
  if (digits === null || !/^\d*$/u.test(rest) || /[1-9]/u.test(rest.slice(decimals))) return null;
  const value = Number(`${digits}${kept.padEnd(decimals, '0')}`);
  if (value > largestEntry) return null;
  return negative && value !== 0 ? -value : value;
}
