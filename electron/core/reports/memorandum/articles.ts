import { parseClauseText, type Paragraph as ClauseParagraph } from '../../../../shared/rules/clauseText.ts';
import type { Paper, Part } from '../paper/paper.ts';
import type { ArticleList } from '../paper/numbering.ts';
import type { Block } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';

/** A clause with its fields filled in; `numbered` ones are articles, others stand before and after them. */
export interface PaperClause {
  heading: string;
  number: number | null;
  text: string;
}

/** A line to write on where nothing says what belongs there. */
const emptyField = '__________';

/** A paragraph of a clause in its look; what is still to be filled in is marked. */
export const clauseParts = ({ parts }: ClauseParagraph): Part[] =>
  parts.map((part) =>
    part.kind === 'text'
      ? { said: part.text, bold: part.bold, italic: part.italic }
      : { said: part.label === '' ? emptyField : `[${part.label}]`, bold: part.bold, italic: part.italic, open: true },
  );

const wordsOf = ({ parts }: ClauseParagraph): string =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : part.label || emptyField))
    .join('')
    .trim();

/** Entries that bring their own sign: a dash, a bullet, «а)», `1)`. */
const ownSign = /^(?:[–—•-]\s|\(?\p{L}\)\s|\(?\d{1,2}\)\s)/u;

/** What a paragraph is within its clause: a paragraph of its own, or an entry of the list that the one before opened. */
type Place = 'paragraph' | 'entry' | 'signed';

/**
 * Which paragraphs are entries: after a colon those that end in a semicolon or comma, up to the one that closes the list
 * with a full stop.
 */
export function placesOf(texts: readonly string[]): Place[] {
  let open = false;
  return texts.map((text, index) => {
    if (ownSign.test(text)) return 'signed';
    const before = texts[index - 1] ?? '';
    if (before.endsWith(':')) open = /[;,]$/u.test(text);
    const entry = open;
    if (open && !/[;,]$/u.test(text)) open = false;
    return entry ? 'entry' : 'paragraph';
  });
}

/** Paragraphs of a clause that say something. */
export const paragraphsIn = (text: string): ClauseParagraph[] =>
  parseClauseText(text).filter((paragraph) => wordsOf(paragraph) !== '');

/** Paragraphs at the end of a text that stay with the signatures. */
const keptWithSignatures = 3;

function articleBlocks(paper: Paper, { heading, text }: PaperClause, list: ArticleList, keep: boolean): Block[] {
  const paragraphs = paragraphsIn(text);
  const title = oneLine(heading);
  const places = placesOf(paragraphs.map(wordsOf));
  return [
    ...(title === '' ? [] : [paper.line('Heading1', { said: title }, { list: { of: list } })]),
    ...paragraphs.map((paragraph, index) => {
      const place = places[index] ?? 'paragraph';
      if (place === 'signed') return paper.line('ClauseEntry', clauseParts(paragraph), entryIndent(paper));
      const leads =
        places[index + 1] === 'entry' ||
        places[index + 1] === 'signed' ||
        (keep && index >= paragraphs.length - keptWithSignatures);
      // An article without a heading is its first paragraph.
      const level = place === 'entry' ? 2 : title === '' && index === 0 ? 0 : 1;
      return paper.line(place === 'entry' ? 'ClauseEntry' : 'Clause', clauseParts(paragraph), {
        list: { of: list, level },
        ...(leads ? { keepNext: true } : {}),
      });
    }),
  ];
}

const entryIndent = ({ look, form }: Paper) => {
  const millimetres = form === 'uk' || form === 'lt' ? look.indent : 12;
  const twips = Math.round((millimetres * 1440) / 25.4);
  return form === 'uk' || form === 'lt' ? { indent: { firstLine: twips } } : { indent: { left: twips } };
};

/** @param named with its heading: a preamble bears none but in English, where the parties stand under one */
const freeBlocks = (paper: Paper, { heading, text }: PaperClause, named: boolean, keep: boolean): Block[] => [
  ...(!named || oneLine(heading) === '' ? [] : [paper.line('Heading1', { said: oneLine(heading) })]),
  ...paragraphsIn(text).map((paragraph) => paper.line('Body', clauseParts(paragraph), keep ? { keepNext: true } : {})),
];

/**
 * The clauses of a memorandum: numbered articles with numbered paragraphs, others as plain text. Where a number was
 * left out because its article was repealed, a list of its own counts on.
 * @returns the paragraphs, and the numbers from which lists begin
 */
export function articles(paper: Paper, clauses: readonly PaperClause[]): { blocks: Block[]; starts: number[] } {
  const starts: number[] = [];
  let last: number | null = null;
  const blocks = clauses.flatMap((clause, index): Block[] => {
    // No page bears signatures alone: the end of the text goes with them.
    const keep = index === clauses.length - 1;
    if (clause.number === null) return freeBlocks(paper, clause, last !== null || paper.form === 'en', keep);
    if (last === null || clause.number !== last + 1) starts.push(clause.number);
    last = clause.number;
    return articleBlocks(paper, clause, `articles${starts.at(-1) ?? 1}`, keep);
  });
  return { blocks, starts };
}
