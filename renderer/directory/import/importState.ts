import type { ImportKind, ImportPreview, ImportSettings } from '../../../shared/contract/directory.ts';
import type { PickedFile } from '../../ui/core/files.ts';

export const importSteps = ['file', 'columns', 'rows', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** What the person has said of the file so far. */
export type ImportChoices = Omit<ImportSettings, 'ticket' | 'kind'>;

/** Everything is guessed until somebody knows better. */
export const noChoices: ImportChoices = {
  sheet: null,
  encoding: 'auto',
  delimiter: 'auto',
  hasHeader: null,
  mapping: null,
};

export const settingsOf = (kind: ImportKind, file: PickedFile, choices: ImportChoices): ImportSettings => ({
  ticket: file.ticket,
  kind,
  ...choices,
});

/** What each column stands for: as it was chosen, at once; as the core guessed it until then. */
export const targetsOf = (preview: ImportPreview, choices: ImportChoices): readonly (string | null)[] =>
  preview.columns.map(({ target }, at) => (choices.mapping === null ? target : (choices.mapping[at] ?? null)));

/** Without one of these columns no row says whom or what it is about. */
const naming: Record<ImportKind, readonly string[]> = {
  people: ['fullName', 'surname'],
  organisations: ['name', 'shortName'],
};

export const namesSomething = (kind: ImportKind, targets: readonly (string | null)[]): boolean =>
  naming[kind].some((target) => targets.includes(target));

export const isImportKind = (value: unknown): value is ImportKind => value === 'people' || value === 'organisations';
