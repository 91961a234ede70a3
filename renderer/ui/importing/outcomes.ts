import type { ImportOutcome, ImportPreview } from '../../../shared/contract/directory.ts';
import type { Tone } from '../Chip.tsx';

/** A row of the file with what would become of it. */
export type PreviewRow = ImportPreview['rows'][number];

export const outcomeTones: Record<ImportOutcome, Tone> = {
  new: 'green',
  update: 'ink',
  same: 'neutral',
  duplicate: 'amber',
  error: 'red',
};
