import { isIsoDay } from '../../../../shared/dates.ts';
import { languages } from '../../../../shared/languages.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { isPeriod, periodOf } from '../../../../shared/rules/indicatorPeriods.ts';
import type { IndicatorFrequency } from '../../../../shared/vocabulary.ts';

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3, іv: 4 };
const ordinals: readonly RegExp[] = [
  /(?<!\p{L})(?:перш|first|pirm|1st)/u,
  /(?<!\p{L})(?:друг|second|antr|otr|2nd)/u,
  /(?<!\p{L})(?:трет|third|trec|tres|3rd)/u,
  /(?<!\p{L})(?:четверт|fourth|ketvirtas|ceturta|4th)/u,
];

/** Beginnings of the months' names, folded, by number. */
const monthNames: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) =>
  languages.flatMap((language) => {
    const day = new Date(Date.UTC(2024, month, 1));
    return ['long', 'short'].map((style) =>
      foldText(
        new Intl.DateTimeFormat(language, { month: style as 'long' | 'short', timeZone: 'UTC' }).format(day),
      ).slice(0, 4),
    );
  }),
);

/** The number that a text beside a year names: II, 2, «друге». */
function numberIn(text: string, most: number): number | null {
  const figure = /(?<!\d)([1-9])(?!\d)/u.exec(text)?.[1];
  const numeral = /(?<!\p{L})(i{1,3}v?|iv|і{1,3}v?)(?!\p{L})/u.exec(text)?.[1];
  const said = ordinals.findIndex((word) => word.test(text)) + 1;
  const found = figure !== undefined ? Number(figure) : numeral !== undefined ? (roman[numeral] ?? 0) : said;
  return found >= 1 && found <= most ? found : null;
}

const half = /півріч|half|pusmet|pusgad|(?<!\p{L})h(?=\s?[12])|(?<=[12])h(?!\p{L})/u;
const quarter = /кварт|кв(?!\p{L})|quarter|ketvir|ceturksn|(?<!\p{L})q(?=\s?[1-4])/u;

/**
 * A period as tables write it: 2015, «2015 рік», «II півріччя 2015», `Q3 2015`, «3 кв. 2015», `07.2015`, «липень 2015»,
 * or a day of it. Null: none.
 */
export function readPeriod(text: string, frequency: IndicatorFrequency): string | null {
  const typed = text.trim();
  if (isPeriod(typed.toUpperCase())) return typed.toUpperCase();
  if (isIsoDay(typed)) return periodOf(typed, frequency);
  const folded = foldText(typed);
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(folded)?.[1];
  if (year === undefined || folded.length > 60) return null;
  const rest = folded.replace(year, ' ');
  const month = /^\s*(\d{1,2})\s*[./-]\s*$|^\s*[./-]\s*(\d{1,2})\s*$/u.exec(rest);
  const n = Number(month?.[1] ?? month?.[2] ?? 0);
  if (n >= 1 && n <= 12) return `${year}-${String(n).padStart(2, '0')}`;
  if (half.test(rest)) {
    const found = numberIn(rest.replace(half, ' '), 2);
    return found === null ? null : `${year}-H${found}`;
  }
  if (quarter.test(rest)) {
    const found = numberIn(rest.replace(quarter, ' '), 4);
    return found === null ? null : `${year}-Q${found}`;
  }
  const words = rest.split(/[^\p{L}]+/u).filter(Boolean);
  const named = monthNames.findIndex((names) =>
    words.some((word) => word.length > 2 && names.includes(word.slice(0, 4))),
  );
  if (named >= 0) return `${year}-${String(named + 1).padStart(2, '0')}`;
  return /^[\s.]*(?:р|рік|року|year|m|metai|metais|gads|gada|g|y)?[\s.]*$/u.test(rest) ? year : null;
}
