import type { IsoTime } from '../dates.ts';
import { foldText } from './fold.ts';

const hourWords = 'год(?:\\.|ин(?:а|и|у)?)?|h|val\\.?|stund\\p{L}*';
const minuteWords = 'хв(?:\\.|илин(?:а|и|у)?)?|min\\.?';
const lead = '(?:(?:о|об|з|із|від|до|at|from|since|until|nuo|iki|no|lidz|plkst\\.?|val\\.)\\s*)*';
const half = '(?<half>a|p)\\.?m\\.?';

// hour and minutes with a mark between, digits alone, the hour alone
const withMinutes = new RegExp(
  `^${lead}(?<h>\\d{1,2})(?:[:.\\-h]| ?(?:${hourWords}) ?| )(?<m>\\d{2}) ?(?:${minuteWords}|${hourWords})?(?: ?${half})?$`,
  'u',
);
const digits = /^(?<h>\d{1,2})(?<m>\d{2})$/u;
const hourOnly = new RegExp(`^${lead}(?<h>\\d{1,2}) ?(?:${hourWords})?(?: ?${half})?$`, 'u');

const longestTime = 60;

/**
 * A time of day typed into a field, as people write it in the four languages: `10:20`, `10.20`, `10-20`, `1020`, `10`,
 * `о 10`, `о 10 год. 20 хв.`, `10 val.`, `plkst. 10.20`, `3:15 pm`. Null when it is no time; 24:00 is none.
 */
export function parseTypedTime(text: string): IsoTime | null {
  if (text.length > longestTime) return null;
  const typed = foldText(text).replace(/[\s,;.]+$/u, '');
  const groups = (withMinutes.exec(typed) ?? digits.exec(typed) ?? hourOnly.exec(typed))?.groups;
  if (groups === undefined) return null;
  const minutes = Number(groups['m'] ?? 0);
  let hours = Number(groups['h']);
  if (groups['half'] !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (groups['half'] === 'p' ? 12 : 0);
  }
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
