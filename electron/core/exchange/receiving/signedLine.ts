import type { BatchLine } from '../sealing/batchForm.ts';

/** A line with the agency whose stream it stands in. */
export interface SignedLine {
  line: BatchLine;
  origin: string;
  scope: string;
}
