/** A row as it stood in the file, every cell as text. */
export interface TableRow {
  /** Line of the file or row of the sheet, counted from 1. */
  line: number;
  cells: string[];
  /** Columns that a merged cell reaches from a row above, with the line it begins in; its value stands in `cells`, too. */
  merged?: Record<number, number>;
  /** Columns whose cell was a number, not a text: its point is a point. */
  numbers?: number[];
}
