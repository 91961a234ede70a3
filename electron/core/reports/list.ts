export interface ListColumn {
  header: string;
  kind: 'text' | 'number' | 'date';
  /** Digits after the point that a number is shown with; unless given, as many as it has. */
  digits?: number;
}

export interface List {
  title: string;
  columns: ListColumn[];
  rows: (string | number | null)[][];
  /** Below the rows: what these columns come to, calculated by the program that shows the sheet. */
  totals?: {
    label: string;
    columns: number[];
    /** One line of totals for each of the words of another column: sums of different currencies are not one sum. */
    by?: { column: number; words: string[] };
  };
}
