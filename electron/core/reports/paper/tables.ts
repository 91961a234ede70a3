import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { textWidth, twips } from './look.ts';
import type { Paper, Part } from './paper.ts';
import { paragraphsOf } from './typography.ts';
import { said } from './paper.ts';

/** A cell: parts of one line, a text of the record of any number of lines, or paragraphs ready made. */
export type Cell = { parts: readonly Part[] } | { text: string } | { paragraphs: readonly Paragraph[] };

/** A line across the whole table, above the rows that belong to it. */
export interface Section {
  section: readonly Part[];
}
export type Row = readonly Cell[] | Section;

export interface Column {
  title: string;
  /** Share of the table's width; all shares together are the whole. */
  share: number;
  align?: 'left' | 'center' | 'right';
  /** A heading over this column and its neighbours of the same group. */
  group?: string;
}

const paddings = { top: twips(0.7), bottom: twips(0.7), left: twips(1.5), right: twips(1.5) };

/** Column widths in twips that fill the text's width exactly. */
function widths(paper: Paper, shares: readonly number[], landscape: boolean): number[] {
  const whole = twips(textWidth(paper.look, landscape));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const result = shares.map((share) => Math.floor((whole * share) / total));
  result[result.length - 1] = whole - result.slice(0, -1).reduce((sum, width) => sum + width, 0);
  return result;
}

function paragraphs(paper: Paper, cell: Cell, align: Column['align']): Paragraph[] {
  const options = align === undefined || align === 'left' ? {} : { alignment: align };
  if ('paragraphs' in cell) return cell.paragraphs.length > 0 ? [...cell.paragraphs] : [paper.line('Cell', [])];
  if ('parts' in cell) return [paper.line('Cell', cell.parts, options)];
  const lines = paragraphsOf(cell.text);
  return lines.length === 0 ? [paper.line('Cell', [])] : lines.map((line) => paper.line('Cell', said(line), options));
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'auto' };

/**
 * A ruled table; its head is repeated on every page and no row is torn apart unless it is longer than a page.
 * @param options.headless without a head: each row names itself in its first cell
 * @param rows at least one; every row has a cell for each column, or is a section
 */
export function ruledTable(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly Row[],
  options: { landscape?: boolean; rowHeight?: number; headless?: boolean } = {},
): Table {
  const columnWidths = widths(
    paper,
    columns.map(({ share }) => share),
    options.landscape ?? false,
  );
  const width = (index: number) => ({ size: columnWidths[index] ?? 0, type: WidthType.DXA });
  const headCell = (title: string, index: number, more: { rowSpan?: number; columnSpan?: number } = {}) =>
    new TableCell({
      ...(more.columnSpan === undefined ? { width: width(index) } : {}),
      ...more,
      verticalAlign: VerticalAlign.CENTER,
      children: [paper.line('CellHead', title)],
    });
  const headRow = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  const grouped = columns.some(({ group }) => group !== undefined);
  const head = grouped
    ? [
        headRow(
          columns.flatMap(({ title, group }, index) => {
            if (group === undefined) return [headCell(title, index, { rowSpan: 2 })];
            if (columns[index - 1]?.group === group) return [];
            const after = columns.slice(index).findIndex((one) => one.group !== group);
            return [headCell(group, index, { columnSpan: after < 0 ? columns.length - index : after })];
          }),
        ),
        headRow(columns.flatMap(({ title, group }, index) => (group === undefined ? [] : [headCell(title, index)]))),
      ]
    : [headRow(columns.map(({ title }, index) => headCell(title, index)))];
  return new Table({
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: paddings,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      ...(options.headless ? [] : head),
      ...rows.map((row) => {
        if ('section' in row) return sectionRow(paper, columns.length, row);
        const cells = row;
        return new TableRow({
          cantSplit: cells.every((cell) => !('text' in cell) || cell.text.length < longestUntorn),
          ...(options.rowHeight === undefined
            ? {}
            : { height: { value: twips(options.rowHeight), rule: 'atLeast' as const } }),
          children: columns.map(
            ({ align }, index) =>
              new TableCell({
                width: width(index),
                ...(options.rowHeight === undefined ? {} : { verticalAlign: VerticalAlign.CENTER }),
                children: paragraphs(paper, cells[index] ?? { text: '' }, align),
              }),
          ),
        });
      }),
    ],
  });
}

const sectionRow = (paper: Paper, columns: number, { section }: Section): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns,
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' },
        children: [paper.line('CellHead', section, { alignment: 'left', keepNext: true })],
      }),
    ],
  });

/** Characters in a cell beyond which a row may be torn: a row that cannot fit a page must not jump to the next first. */
const longestUntorn = 1_200;

/** A cell of a total: its words are bold. */
export const totalCell = (paper: Paper, text: string, align: Column['align'] = 'left'): Cell => ({
  paragraphs: [paper.line('CellHead', text, { alignment: align, keepNext: false })],
});

/** A little room before or after a table: tables have no spacing of their own. Before one it stays with it. */
export const gap = (paper: Paper, keepNext = false): Paragraph =>
  paper.line('Cell', [], {
    ...(keepNext ? { keepNext } : {}),
    spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  });
