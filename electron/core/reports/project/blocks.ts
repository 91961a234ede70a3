import { AlignmentType } from 'docx';
import type { Paper, Part } from '../paper/paper.ts';
import { said } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { gap, ruledTable, type Cell, type Column, type Row } from '../paper/tables.ts';
import { paragraphsOf } from '../paper/typography.ts';

/** A numbered part of a report; left out where it has nothing to say. */
export const part = (paper: Paper, title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [paper.line('Heading2', title, { list: { of: 'articles1' } }), ...blocks];

/** What somebody wrote, a paragraph for each line; nothing where nothing was written. */
export const prose = (paper: Paper, text: string | undefined): Block[] => paper.text('Body', text ?? '');

/** A table under a line that says what it holds; nothing without rows. */
export function titledTable(
  paper: Paper,
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  options: { landscape?: boolean } = {},
): Block[] {
  if (rows.length === 0) return [];
  const heading = title === '' ? [gap(paper, true)] : [paper.line('TableTitle', title)];
  return [...heading, ruledTable(paper, columns, rows, options), gap(paper)];
}

export const words = (text: string): Cell => ({ parts: [text] });
export const record = (text: string): Cell => ({ text });
export const orDash = (text: string): Cell => ({ parts: text === '' ? ['–'] : [said(text)] });

/** Lines below each other, of the form and of the record. */
export const stacked = (paper: Paper, lines: readonly (readonly Part[])[], align?: 'center' | 'right'): Cell => ({
  paragraphs: lines
    .filter((parts) => parts.length > 0)
    .map((parts) =>
      paper.line('Cell', parts, align ? { alignment: AlignmentType[align === 'center' ? 'CENTER' : 'RIGHT'] } : {}),
    ),
});

/** A title of the record in its first line, then its text smaller. */
export const titled = (paper: Paper, title: string, text: string): Cell => ({
  paragraphs: [
    paper.line('Cell', said(title)),
    ...paragraphsOf(text).map((line) => paper.line('Cell', said(line), { spacing: { before: 40 } })),
  ],
});

/** Label and value of each fact, without those that have no value. */
export function factsTable(paper: Paper, facts: readonly (readonly [label: string, value: Cell | null])[]): Block[] {
  const rows = facts.flatMap(([label, value]): Row[] => (value === null ? [] : [[words(label), value]]));
  return rows.length === 0 ? [] : [plainTable(paper, rows), gap(paper)];
}

const plainTable = (paper: Paper, rows: readonly Row[]) =>
  ruledTable(
    paper,
    [
      { title: '', share: 30 },
      { title: '', share: 70 },
    ],
    rows,
    { headless: true },
  );
