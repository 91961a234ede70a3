/** A row as it stood in the file, every cell as text. */
export interface TableRow {
  /** Line of the file or row of the sheet, counted from 1. */
  line: number;
  cells: string[];
}
