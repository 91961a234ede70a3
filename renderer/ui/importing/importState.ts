import type { ImportPreview, ImportRemark, ImportSettings } from '../../../shared/contract/directory.ts';
import type { PickedFile } from '../core/files.ts';

export const importSteps = ['file', 'columns', 'rows', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** How the file is to be read, whatever is imported. */
export type ImportReading = Omit<ImportSettings, 'kind'>;

/** What the person has said of the file so far. */
export type ImportChoices = Omit<ImportReading, 'ticket'>;

/** The words of an import: what a column stands for, and what is to be said of a row. */
export type ImportWords = {
  target: (name: string) => string;
  /** A refusal or a note, with the column it is about where the words do not say that themselves. */
  remark: (remark: ImportRemark) => string;
  /** A value as a field of the record would show it. */
  value: (field: string, text: string) => string;
};

/** What a table is imported as. */
export type ImportSubject = {
  /** Remembers the columns of the list of rows. */
  gridId: string;
  title: string;
  intro: string;
  /** What a column can stand for. */
  targets: readonly string[];
  words: ImportWords;
  /** Whom or what a row is about; these columns stand first. */
  naming: readonly string[];
  /** What else is shown at once; the other columns of the file are there to be chosen. */
  foremost: readonly string[];
  /** Whether the columns chosen say enough of each row. */
  suffices: (targets: readonly (string | null)[]) => boolean;
  /** Said while they do not. */
  needs: string;
  /** The label of the change set in the ledger: only the latest one can be taken back. */
  act: string;
  takenBack: string;
  toList: string;
};

/** Everything is guessed until somebody knows better. */
export const noChoices: ImportChoices = {
  sheet: null,
  encoding: 'auto',
  delimiter: 'auto',
  hasHeader: null,
  mapping: null,
};

export const readingOf = (file: PickedFile, choices: ImportChoices): ImportReading => ({
  ticket: file.ticket,
  ...choices,
});

/** What each column stands for: as it was chosen, at once; as the core guessed it until then. */
export const targetsOf = (preview: ImportPreview, choices: ImportChoices): readonly (string | null)[] =>
  preview.columns.map(({ target }, at) => (choices.mapping === null ? target : (choices.mapping[at] ?? null)));

/** Refusals that any field can have. */
const general: ReadonlySet<string> = new Set(['cellEmpty', 'textTooLong']);

/** Names the column before words that could be about any. */
export const withColumn = (
  words: string,
  { code, column }: Pick<ImportRemark, 'code' | 'column'>,
  target: (name: string) => string,
): string => (column !== null && general.has(code) ? `${target(column)}: ${words}` : words);
