/** What a file that was opened outside or dropped on the window is, by its name (rule 18). */
export type OpenedKind = 'workspace' | 'card' | 'receipt' | 'package' | 'unknown';

const endings: readonly [string, OpenedKind][] = [
  ['.viche', 'workspace'],
  ['.viche-card', 'card'],
  ['.viche-receipt', 'receipt'],
  ['.viche-package', 'package'],
];

/** The kind of a file of this name, without its folder. */
export const openedKind = (name: string): OpenedKind =>
  endings.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? 'unknown';

/** A package may need the card that came with it; what is no file of ours is said at once. */
const ranks: Record<OpenedKind, number> = { unknown: 0, workspace: 1, card: 2, receipt: 3, package: 4 };

const byName = new Intl.Collator('en', { numeric: true });

/** Files that were opened together, as they are to be looked at: by kind, then by name, where packages have their numbers. */
export const openedTogether = <File extends { name: string; kind: OpenedKind }>(files: readonly File[]): File[] =>
  files.toSorted((one, other) => ranks[one.kind] - ranks[other.kind] || byName.compare(one.name, other.name));

/** All that wait, as they are to be looked at: by kind, and within one as they came. */
export const openedOneByOne = <File extends { kind: OpenedKind }>(files: readonly File[]): File[] =>
  files.toSorted((one, other) => ranks[one.kind] - ranks[other.kind]);
