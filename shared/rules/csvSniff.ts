import { organisationWords, type PersonField, personWords } from './columnWords.ts';
import { foldText } from './fold.ts';
import { projectColumnWords, type ProjectTableKind } from './projectColumnWords.ts';

/** What a file of people or organisations is separated by. */
export const csvDelimiters = [';', '\t', ','] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** Cells of the first rows for one delimiter; quoted cells may hold delimiters, line ends and doubled quotes. */
function countCells(sample: string, delimiter: string): number[] {
  const rows: number[] = [];
  let cells = 1;
  let quoted = false;
  let atStart = true;
  let empty = true;
  for (const char of sample) {
    if (quoted) {
      // A doubled quote closes and opens again: the same state, whatever it stands for.
      if (char === '"') quoted = false;
    } else if (char === '"' && (atStart || !empty)) {
      quoted = true;
      empty = false;
    } else if (char === '\n' || char === '\r') {
      if (!empty) rows.push(cells);
      cells = 1;
      empty = true;
      atStart = true;
      continue;
    } else {
      if (char === delimiter) cells += 1;
      empty = false;
    }
    atStart = char === delimiter;
  }
  if (!empty) rows.push(cells);
  return rows;
}

// The last row may be cut off where the sample ends.
const withoutCut = (rows: number[], sample: string): number[] =>
  rows.length > 2 && !/[\r\n]$/.test(sample) ? rows.slice(0, -1) : rows;

const sampleLength = 65_536;

/**
 * The delimiter of a CSV text, guessed from its beginning: the one that cuts most rows into the same number of cells,
 * and into more of them. A text of one column, where nothing tells, is read with a comma; a
 * first line `sep=;`, as Excel writes it, is believed.
 */
export function guessDelimiter(text: string): CsvDelimiter {
  const sample = text.slice(0, sampleLength);
  const said = /^\uFEFF?sep=([;,\t])/i.exec(sample)?.[1];
  const stated = csvDelimiters.find((delimiter) => delimiter === said);
  if (stated !== undefined) return stated;
  let best: CsvDelimiter = ',';
  let bestScore = 0;
  for (const delimiter of csvDelimiters) {
    const rows = withoutCut(countCells(sample, delimiter), sample);
    const counts = new Map<number, number>();
    for (const cells of rows) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    for (const [cells, times] of counts) {
      const score = cells < 2 ? 0 : (times / rows.length) * 100 + Math.min(cells, 20);
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
  }
  return best;
}

const heading = (header: string): string =>
  foldText(header)
    .replaceAll(/[*:()"«»„“”]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();

/** How well a heading fits a word: 3 is that word, 2 begins with it as a word, 1 has it somewhere as a word, 0 not at all. */
function fit(text: string, word: string): number {
  if (text === word) return 3;
  const at = text.indexOf(word);
  if (at === -1) return 0;
  const startsWord = at === 0 || !/\p{L}/u.test(text[at - 1] ?? '');
  const endsWord = !/\p{L}/u.test(text[at + word.length] ?? '');
  // Short words must be whole: «тел» in «відтелеграфовано», "name" in "namesake".
  if (!startsWord || (!endsWord && word.length < 5)) return 0;
  return at === 0 ? 2 : 1;
}

function guess<Field extends string>(
  headers: readonly string[],
  words: Readonly<Record<Field, readonly string[]>>,
): (Field | null)[] {
  const fields = Object.keys(words) as Field[];
  const fits = headers.flatMap((header, column) => {
    const text = heading(header);
    return fields.flatMap((field) =>
      words[field]
        .map((word) => ({ column, field, score: fit(text, word) * 100 + word.length }))
        .filter(({ score }) => score >= 100),
    );
  });
  const result: (Field | null)[] = headers.map(() => null);
  const given = new Set<Field>();
  for (const { column, field } of fits.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (result[column] !== null || given.has(field)) continue;
    result[column] = field;
    given.add(field);
  }
  return result;
}

/** A heading "Name" is the full name, unless there is a column of surnames: then it is the given name. */
function guessPersonColumns(headers: readonly string[]): (PersonField | null)[] {
  const columns = guess(headers, personWords);
  if (!columns.includes('surname') || columns.includes('givenName')) return columns;
  return columns.map((field) => (field === 'fullName' ? 'givenName' : field));
}

export type TableKind = 'people' | 'organisations' | ProjectTableKind;

/**
 * Which field each column of a table holds, by its heading in any of the four languages; null: none that is known. No
 * field is given twice.
 */
export function guessMapping(headers: readonly string[], kind: TableKind): (string | null)[] {
  if (kind === 'people') return guessPersonColumns(headers);
  if (kind === 'organisations') return guess(headers, organisationWords);
  const words: Readonly<Record<string, readonly string[]>> = projectColumnWords[kind];
  return guess(headers, words);
}

const aDay = /^\s*\d{4}-\d{2}-\d{2}\s*$|^\s*\d{1,2}\.\d{1,2}\.\d{2,4}\s*$/u;
const aFigure = /^\s*[-−+]?\d[\d\s.,]*$/u;

/** Cells that no heading has: an address or a telephone number; in a project's tables, whose headings name years, a day or a sum. */
const isData = (cell: string, kind: TableKind): boolean =>
  kind === 'people' || kind === 'organisations' ? /@|\d{3}/.test(cell) : aDay.test(cell) || aFigure.test(cell);

/** Whether a row is a heading rather than data: at least two of its cells (or its only one) name a field. */
export function looksLikeHeader(row: readonly string[], kind: TableKind): boolean {
  const named = guessMapping(row, kind).filter((field) => field !== null).length;
  const filled = row.filter((cell) => cell.trim() !== '').length;
  return named >= Math.min(2, Math.max(1, filled)) && !row.some((cell) => isData(cell, kind));
}
